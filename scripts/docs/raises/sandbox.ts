import { GIF } from './pdus.ts';
import { program, type Raises } from './raise.ts';

/** The sandbox, each with one fault. */
export const SANDBOX_RAISES = {
  'sandbox/cannot-listen': program(`
import { startSandbox } from 'mms-composer/sandbox';

const sandbox = await startSandbox();
try {
  await startSandbox({ port: sandbox.port });
} finally {
  await sandbox.close();
}`),
  'sandbox/cannot-store': { run: 'mms sandbox --store a.txt', files: { 'a.txt': 'Hello\n' } },
  'sandbox/not-adapted': {
    ...program(`
import { fromHex } from 'mms-composer';
import { startSandbox } from 'mms-composer/sandbox';
import { GatewayClient } from 'mms-composer/submit';

const sandbox = await startSandbox();
const client = new GatewayClient({ username: 'me', pin: '1234', servers: [sandbox.url] });
const file = { name: 'large.gif', data: fromHex('${GIF.replaceAll('01000100', '28232823')}') };
await client.send({ kind: 'mms', to: ['447700900123'], file });
console.log(sandbox.messages[0].warnings);
await sandbox.close();`),
    besides: ['mms/default-date', 'zip/no-smil'],
  },
  'sandbox/get': program(`
import { startSandbox } from 'mms-composer/sandbox';

const sandbox = await startSandbox();
await fetch(\`\${sandbox.url}?Username=me&PIN=1234&SendTo=447700900123&Message=Hi\`);
console.log(sandbox.messages[0].warnings);
await sandbox.close();`),
} satisfies Raises;
