import { program, type Raise, type Raises } from './raise.ts';

const HEAD = `
import { startSandbox } from 'mms-composer/sandbox';
import { GatewayClient } from 'mms-composer/submit';

const sandbox = await startSandbox();`;
const CLIENT = `const client = new GatewayClient({ username: 'me', pin: '1234', servers: [sandbox.url] });`;
const MESSAGE = `{ kind: 'text', to: ['447700900123'], text: 'Hi' }`;

/** A message that is sent to a gateway which does something wrong, and what is known then. */
const sent = (fault: string, told = 'problem', message = MESSAGE): Raise =>
  program(`${HEAD}
sandbox.fault(${fault});
${CLIENT}
const result = await client.send(${message}, { throwOnFailure: false });
console.log(result.${told});
await sandbox.close();`);

/** Sent by a client that keeps library numbers in a file. */
const cached = (lines: string, files: Raise['files'] = {}): Raise =>
  program(
    `
import { readFileSync } from 'node:fs';
import { startSandbox } from 'mms-composer/sandbox';
import { fileLibraryCache, GatewayClient } from 'mms-composer/submit';

const sandbox = await startSandbox();
const client = new GatewayClient({
  username: 'me',
  pin: '1234',
  servers: [sandbox.url],
  libraryCache: fileLibraryCache('library.json'),
});
const file = { name: 'a.txt', data: readFileSync('a.txt') };
const message = { kind: 'mms', to: ['447700900123'], file };
${lines}
await sandbox.close();`,
    { 'a.txt': 'Hello\n', ...files },
  );

/** What becomes of a message on its way to the gateway. */
export const ANSWER_RAISES = {
  'submit/credentials': program(`
import { GatewayClient } from 'mms-composer/submit';

new GatewayClient({ username: 'me', pin: '' });`),
  'submit/server-url': {
    run: 'mms send text --text Hi --to 447700900123 --server ftp://127.0.0.1 --dry-run',
  },
  'submit/not-connected': {
    run: 'mms send text --text Hi --to 447700900123 --credentials account.env --server http://127.0.0.1:1',
    files: { 'account.env': 'MMS_USERNAME=me\nMMS_PIN=1\n' },
  },
  'submit/connection-lost': sent(`{ kind: 'reset-after-reading' }`),
  'submit/aborted': program(`${HEAD}
${CLIENT}
const signal = AbortSignal.abort();
const result = await client.send(${MESSAGE}, { signal, throwOnFailure: false });
console.log(result.problem);
await sandbox.close();`),
  'submit/http-status': sent(`{ kind: 'status', status: 500 }`),
  'submit/unreadable-response': sent(`{ kind: 'html' }`),
  'submit/rejected': sent(`{ kind: 'report', report: 15 }`),
  'submit/response-count': program(`
import { createServer } from 'node:http';
import { GatewayClient } from 'mms-composer/submit';

const gateway = createServer((request, response) => {
  request.resume().on('end', () => response.end('171 - Invalid login'));
}).listen(0, '127.0.0.1');
await new Promise(resolve => gateway.once('listening', resolve));
const servers = [\`http://127.0.0.1:\${gateway.address().port}/\`];
const client = new GatewayClient({ username: 'me', pin: '1234', servers });
const message = { kind: 'text', to: ['447700900123', '447700900124'], text: 'Hi' };
const result = await client.send(message, { throwOnFailure: false });
console.log(result.warnings);
gateway.close();`),
  'submit/hook-failed': program(`${HEAD}
const hooks = {
  onResult() {
    throw new Error('no disk to log to');
  },
};
const client = new GatewayClient({ username: 'me', pin: '1234', servers: [sandbox.url], hooks });
const result = await client.send(${MESSAGE});
console.log(result.warnings);
await sandbox.close();`),
  'submit/library-cache': cached(
    `const result = await client.send(message);
console.log(result.warnings);`,
    { 'library.json': 'Hello\n' },
  ),
  'submit/from-library': cached(`await client.send(message);
const result = await client.send(message);
console.log(result.warnings);`),
  'submit/too-large': program(`
import { GatewayClient } from 'mms-composer/submit';

const client = new GatewayClient({ username: 'me', pin: '1234', maxContentBytes: 1000 });
const file = { name: 'a.jpg', data: new Uint8Array(2000) };
await client.prepare({ kind: 'mms', to: ['447700900123'], file });`),
  'submit/bitmap-form': {
    run: 'mms send picture-message --input message.json --server http://127.0.0.1:1 --dry-run',
    files: {
      'message.json': `${JSON.stringify({ to: ['447700900123'], bitmap: { width: 8, height: 1, rows: ['########'] } })}\n`,
    },
  },
  'submit/logo-network': program(`
import { operatorLogo } from 'mms-composer/smart';
import { validateMessage } from 'mms-composer/submit';

const bitmap = { width: 72, height: 14, rows: Array(14).fill('#'.repeat(72)) };
const { payload } = operatorLogo({ bitmap, mcc: '310', mnc: '410' });
const to = ['447700900123'];
console.log(validateMessage({ kind: 'operator-logo', to, mcc: '234', mnc: '10', bitmap: payload }));`),
} satisfies Raises;
