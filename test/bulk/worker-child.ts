import { type Compiled, compileFilesForChild } from '../support/compiled.ts';

/** A worker as a process that can be killed: QUEUE POSTGRES SERVER LOCK_MS */
const SOURCE = `
import { openBulk } from './bulk/index.js';
import { GatewayClient } from './submit/index.js';
const [queue, postgres, server, lockMs] = process.argv.slice(2);
const account = { username: 'A.1', pin: 'CANARY-7f3a', servers: [server] };
const bulk = await openBulk({
  postgres: JSON.parse(postgres),
  queue,
  onTrouble: error => process.stderr.write(error.code + ' ' + error.message + '\\n'),
});
await bulk.work({
  send: (message, { journal, ...options }) => new GatewayClient({ ...account, journal }).send(message, options),
  lockMs: Number(lockMs),
  pauseAfter: 1000,
});
process.stdout.write('begun\\n');
`;

/** The script, compiled: `file` is the one to run. */
export function workerChild(): Compiled & { readonly file: string } {
  const compiled = compileFilesForChild('bulk/index.ts', 'bulk/fit/fit-process.ts', 'submit/index.ts');
  return { ...compiled, file: compiled.script('worker.js', SOURCE) };
}
