import type { Command } from './command.ts';

/** The commands of `mms`, each loaded when it is called, in the order of the help. */
export const COMMANDS = new Map<string, () => Promise<Command>>([
  ['compose', async () => (await import('./commands/compose.ts')).compose],
  ['unpack', async () => (await import('./commands/unpack.ts')).unpack],
  ['decode', async () => (await import('./commands/decode.ts')).decode],
  ['lint', async () => (await import('./commands/lint.ts')).lint],
]);
