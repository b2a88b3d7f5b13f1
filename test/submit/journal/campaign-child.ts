import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Sends to a list in chunks of ten by a journal, as a process that can be killed: FILE SERVER NUMBER,… */
const SOURCE = `
import { fileJournal, GatewayClient } from './submit/index.ts';
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

/** The script as one file, which starts in half the time that hundreds of them take. */
export function campaignChild(): { readonly file: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'campaign-'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const file = join(folder, 'campaign.mjs');
  buildSync({
    stdin: { contents: SOURCE, resolveDir: join(ROOT, 'src'), loader: 'js' },
    outfile: file,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
  });
  return { file, remove: () => rmSync(folder, { recursive: true }) };
}
