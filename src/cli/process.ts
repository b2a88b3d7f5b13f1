import { wantsColours } from './colours.ts';
import { runCli } from './run.ts';

/** Runs the command line of this process and returns its exit code. */
export function runProcess(): Promise<number> {
  endWithReader();
  return runCli(process.argv.slice(2), {
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
}

/** Who reads no further, as `head` does, has what was asked for. */
function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit();
    });
  }
}
