#!/usr/bin/env node
import { wantsColours } from './colours.ts';
import { runCli } from './run.ts';

process.exitCode = await runCli(process.argv.slice(2), {
  stdout: { write: data => void process.stdout.write(data) },
  stderr: { write: text => void process.stderr.write(text) },
  stdin: async maxBytes => {
    const { readStandardInput } = await import('./input/files.ts');
    return readStandardInput(process.stdin, maxBytes);
  },
  env: process.env,
  isTerminal: process.stderr.isTTY === true,
  hasColours: wantsColours(process.stdout, process.env),
  hasErrorColours: wantsColours(process.stderr, process.env),
  isOutputTerminal: process.stdout.isTTY === true,
});
