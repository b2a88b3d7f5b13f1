#!/usr/bin/env node
import { wantsColours } from './colours.ts';
import { runCli } from './run.ts';

process.exitCode = await runCli(process.argv.slice(2), {
  stdout: { write: data => void process.stdout.write(data) },
  stderr: { write: text => void process.stderr.write(text) },
  stdin: async () => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk);
    return Buffer.concat(chunks);
  },
  env: process.env,
  isTerminal: process.stderr.isTTY === true,
  hasColours: wantsColours(process.stdout, process.env),
  hasErrorColours: wantsColours(process.stderr, process.env),
  isOutputTerminal: process.stdout.isTTY === true,
});
