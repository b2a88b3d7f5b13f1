import { program, type Raise, type Raises } from './raise.ts';

/** A campaign that is put into a queue of the PostgreSQL that PGHOST names. */
const put = (code: string): Raise => ({
  ...program(`
import { openBulk } from 'mms-composer/bulk';

// PGHOST, PGUSER and so on say where PostgreSQL is.
const bulk = await openBulk({ postgres: {} });
const message = { kind: 'text', text: 'Hi' };
const recipients = ['447700900123'];
try {
${code.trim().replaceAll(/^(?=.)/gm, '  ')}
} finally {
  await bulk.close();
}`),
  needs: 'postgres',
});

/** A campaign that is worked on until there is trouble. */
const worked = (options: string): Raise => ({
  ...program(`
import { openBulk } from 'mms-composer/bulk';

let onTrouble;
const trouble = new Promise(resolve => {
  onTrouble = resolve;
});
// PGHOST, PGUSER and so on say where PostgreSQL is.
const bulk = await openBulk({ postgres: {}, queue: 'trouble', onTrouble });
await bulk.put({
  name: 'sale',
  message: { kind: 'text', text: 'Hi' },
  recipients: ['447700900123', '447700900124'],
  chunk: 1,
});
await bulk.work({
${options.replaceAll(/^(?=.)/gm, '  ')},
});
console.log(await trouble);
await bulk.close();`),
  needs: 'postgres',
});

/** Campaigns, each with one fault. */
export const BULK_RAISES = {
  'bulk/csv': program(
    `
import { createReadStream } from 'node:fs';
import { csvRecipients } from 'mms-composer/bulk';

for await (const recipient of csvRecipients(createReadStream('list.csv'))) console.log(recipient);`,
    { 'list.csv': 'number,name\n447700900123,Ada\n' },
  ),
  'bulk/database': {
    ...program(`
import { openBulk } from 'mms-composer/bulk';

await openBulk({ postgres: { database: 'nothing' } });`),
    needs: 'postgres',
  },
  'bulk/campaign': put(`await bulk.put({ name: 'spring sale', message, recipients });`),
  'bulk/hours': put(`
const hours = { from: '20:00', to: '08:00' };
await bulk.put({ name: 'hours', message, recipients, hours });`),
  'bulk/variable': put(`
const greeting = { kind: 'text', text: 'Dear {{name}}' };
await bulk.put({ name: 'variable', message: greeting, recipients });`),
  'bulk/other-message': put(`
await bulk.put({ name: 'other', message, recipients });
await bulk.put({ name: 'other', message: { kind: 'text', text: 'Hello' }, recipients });`),
  'bulk/unknown-campaign': put(`await bulk.progress('nothing');`),
  'bulk/chunk-failed': worked(`send: async () => {
  throw new Error('not written yet');
}`),
  'bulk/paused': worked(`send: async () => ({
  outcome: 'rejected',
  requestSent: 'maybe',
  attempts: [],
  results: [],
  warnings: [],
  problem: { code: 'submit/rejected', message: 'no credit' },
}),
pauseAfter: 2`),
} satisfies Raises;
