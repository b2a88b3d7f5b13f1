import type { CliContext } from '../command.ts';

const WIDTH = 20;

/** Draws one line that is written over, and wiped at the end; nothing when nobody watches or there is one step only. */
export function progressLine(
  what: string,
  { stderr, isTerminal }: CliContext,
): (done: number, all: number) => void {
  return (done, all) => {
    if (!isTerminal || all < 2) return;
    const full = Math.round((done / all) * WIDTH);
    const bar = `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}`;
    stderr.write(
      done < all ? `\r${bar} ${what} ${done} of ${all}` : `\r${' '.repeat(WIDTH + what.length + 20)}\r`,
    );
  };
}
