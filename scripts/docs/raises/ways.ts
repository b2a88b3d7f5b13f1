import { program, type Raises } from './raise.ts';

/** Other ways out, each with one fault. */
export const WAY_RAISES = {
  'submit/kind': { run: 'mms send text --text Hi --to 447700900123 --via mm1 --server http://127.0.0.1:1' },
  'submit/header': program(`
import { carrierHeaders } from 'mms-composer/submit';

carrierHeaders(['X-MDN: ##LINE1##']);`),
  'submit/not-carried': program(`
import { fromHex } from 'mms-composer';
import { encodeSms } from 'mms-composer/sms';
import { submitSm } from 'mms-composer/submit';

const validityPeriod = fromHex('01050000000000');
const [segment] = encodeSms({ to: '+447700900123', text: 'Hi', validityPeriod });
submitSm(segment, '447700900123');`),
  'submit/not-tried': program(`
import { startSandbox } from 'mms-composer/sandbox';
import { kannel, sendBy } from 'mms-composer/submit';

const sandbox = await startSandbox();
sandbox.fault({ kind: 'status', status: 403 });
const way = kannel({ servers: [sandbox.ways.kannel], username: 'me', password: 'secret' });
const message = { kind: 'text', to: ['447700900123', '447700900124'], text: 'Hi' };
const result = await sendBy(way, message, { throwOnFailure: false });
console.log(result.warnings);
await sandbox.close();`),
} satisfies Raises;
