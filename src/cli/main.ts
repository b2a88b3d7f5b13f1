#!/usr/bin/env node
import module from 'node:module';

// Node 22 keeps the compiled code for the next start; before the rest is imported, or that is compiled without it.
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') {
  module.enableCompileCache();
}
const { wantsColours } = await import('./colours.ts');
const { runCli } = await import('./run.ts');

// Who reads no further, as `head` does, has what was asked for.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

process.exitCode = await runCli(process.argv.slice(2), {
  stdout: { write: data => void process.stdout.write(data) },
  stderr: { write: text => void process.stderr.write(text) },
  stdin: async maxBytes => {
    const { readStandardInput } = await import('./input/files.ts');
    return readStandardInput(process.stdin, maxBytes);
  },
  env: process.env,
  isTerminal: process.stderr.isTTY === true && process.env['TERM'] !== 'dumb',
  hasColours: wantsColours(process.stdout, process.env),
  hasErrorColours: wantsColours(process.stderr, process.env),
  isOutputTerminal: process.stdout.isTTY === true,
});
