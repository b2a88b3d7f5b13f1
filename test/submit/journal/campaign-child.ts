import { type Compiled, compileForChild } from '../../support/compiled.ts';

/** Sends to a list in chunks of ten by a journal, as a process that can be killed: FILE SERVER NUMBER,… */
const SOURCE = `
import { fileJournal, GatewayClient } from './submit/index.js';
const [path, server, to] = process.argv.slice(2);
const journal = fileJournal(path, { now: () => new Date() });
const client = new GatewayClient({ username: 'A.1', pin: 'CANARY-7f3a', servers: [server], journal });
const message = { kind: 'text', to: to.split(','), text: 'Hi' };
process.stdout.write('begun\\n');
try {
  for await (const chunk of client.sendInChunks(message, { size: 10, continueAfterFailure: true }))
    process.stdout.write(chunk.result.outcome + '\\n');
  process.stdout.write('done\\n');
} catch (error) {
  process.stdout.write(error.code + '\\n');
}
await journal.close();
`;

/** The script, compiled: `script` is the file to run. */
export function campaignChild(): Compiled & { readonly file: string } {
  const compiled = compileForChild('submit/index.ts');
  return { ...compiled, file: compiled.script('campaign.js', SOURCE) };
}
