/** Puts a campaign into the queue, or who is left of it: `node samples/bulk/put.mjs NAME LIST.csv` */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvRecipients, formatProgress, openBulk } from 'mms-composer/bulk';

const [name = 'harbour', list = join(import.meta.dirname, 'customers.csv')] = process.argv.slice(2);
const file = {
  name: 'harbour.mms',
  data: await readFile(join(import.meta.dirname, '../../out/harbour.mms')),
};

// Where the database is stands in PGHOST, PGDATABASE, PGUSER and PGPASSWORD.
const bulk = await openBulk({ postgres: {} });
try {
  const { listed, queued, jobs, issues } = await bulk.put({
    name,
    message: { kind: 'mms', subject: 'For {{name}}', file },
    recipients: csvRecipients(createReadStream(list)),
    fit: { profile: '{{phone}}', unsupported: 'drop' },
  });
  for (const { path, message } of issues) console.error(`${path}: ${message}`);
  console.log(`${listed} in the list, ${queued} put into ${jobs} jobs`);
  console.log(formatProgress(await bulk.progress(name)));
} finally {
  await bulk.close();
}
