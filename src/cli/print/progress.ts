import type { CliContext } from '../command.ts';

const WIDTH = 20;

/** Streams that show a line of progress, and how long it is. */
const shown = new WeakMap<CliContext['stderr'], number>();

/** Draws one line that is written over, and wiped at the end; nothing when nobody watches or there is one step only. */
export function progressLine(what: string, context: CliContext): (done: number, all: number) => void {
  return (done, all) => {
    if (!context.isTerminal || all < 2) return;
    if (done >= all) {
      wipeProgress(context);
      return;
    }
    const full = Math.round((done / all) * WIDTH);
    const line = `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${what} ${done} of ${all}`;
    context.stderr.write(`\r${line}`);
    shown.set(context.stderr, line.length);
  };
}

/** Takes the line of progress away, before anything else is told where it stands. */
export function wipeProgress({ stderr }: CliContext): void {
  const length = shown.get(stderr);
  if (length === undefined) return;
  shown.delete(stderr);
  stderr.write(`\r${' '.repeat(length)}\r`);
}
