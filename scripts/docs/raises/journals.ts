import { program, type Raise, type Raises } from './raise.ts';

const SEND = 'mms send text --to 447700900123 --journal sale.journal --credentials account.env';
const NOWHERE = '--server http://127.0.0.1:1';
const ACCOUNT = { 'account.env': 'MMS_USERNAME=me\nMMS_PIN=1\n' };

/** A journal whose writer was killed in the middle of a line. */
const TORN = `{"line":"head","format":"mms-composer journal 1","campaign":"5c4ec1701cd7477228a3a10225db8579153403314b41dd94459dd01806775d64"}
{"line":"plan","recipients":["447700900123"]}
{"line":"claim","requ`;

/** A message that is sent twice by one journal, and what is said of the second time. */
const twice = (before: string): Raise =>
  program(`
import { startSandbox } from 'mms-composer/sandbox';
import { fileJournal, GatewayClient } from 'mms-composer/submit';

const sandbox = await startSandbox();
const account = { username: 'me', pin: '1234', servers: [sandbox.url] };
const message = { kind: 'text', to: ['447700900123'], text: 'Hi' };
const run = async () => {
  const journal = fileJournal('sale.journal');
  const client = new GatewayClient({ ...account, journal });
  const result = await client.send(message, { throwOnFailure: false });
  await journal.close();
  return result;
};
${before}await run();
const { warnings } = await run();
console.log(warnings);
await sandbox.close();`);

/** Journals, each with one fault. */
export const JOURNAL_RAISES = {
  'submit/journal-format': { run: 'mms journal a.txt', files: { 'a.txt': 'Hello\n' } },
  'submit/journal-campaign': {
    run: `${SEND} --text Hi ${NOWHERE}\n${SEND} --text Hello ${NOWHERE}`,
    files: ACCOUNT,
    besides: ['submit/not-connected'],
  },
  'submit/journal-locked': program(`
import { fileJournal } from 'mms-composer/submit';

const one = fileJournal('sale.journal');
const other = fileJournal('sale.journal');
await one.begin('sale', ['447700900123']);
try {
  await other.begin('sale', ['447700900124']);
} finally {
  await one.close();
}`),
  'submit/journal-claimed': program(`
import { fileJournal } from 'mms-composer/submit';

const journal = fileJournal('sale.journal');
await journal.begin('sale', ['447700900123']);
await journal.claim(['447700900123']);
try {
  await journal.claim(['447700900123']);
} finally {
  await journal.close();
}`),
  'submit/journal-key': {
    run: `${SEND} --text Hi ${NOWHERE}\nmms journal sale.journal --resolve 447700900123 sent`,
    files: ACCOUNT,
    besides: ['submit/not-connected'],
  },
  'submit/journal-torn': { run: 'mms journal sale.journal', files: { 'sale.journal': TORN } },
  'submit/journal-unknown': {
    ...twice(`sandbox.fault({ kind: 'reset-after-reading' });\n`),
    besides: ['submit/journal-skipped'],
  },
  'submit/journal-skipped': twice(''),
} satisfies Raises;
