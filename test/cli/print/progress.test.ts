import { expect, it } from 'vitest';
import { progressLine, wipeProgress } from '../../../src/cli/print/progress.ts';
import { outside } from '../../support/cli.ts';

/** What is written of three steps, `wiped` after the second where that is so. */
function steps(all: number, isTerminal: boolean, isWiped = false): string {
  const { context, told } = outside({ isTerminal });
  const line = progressLine('picture', context);
  for (let done = 1; done <= all; done++) {
    line(done, all);
    if (isWiped) wipeProgress(context);
  }
  return told();
}

it('progress is one line that is written over and wiped at the end, where somebody watches', () => {
  const [wiped = ''] = steps(2, true).match(/\r +\r$/) ?? [];
  expect(steps(2, true)).toBe(`\r${'█'.repeat(10)}${'░'.repeat(10)} picture 1 of 2${wiped}`);
  expect(wiped).toHaveLength(`${'█'.repeat(20)} picture 1 of 2`.length + 2);
  expect(steps(2, true, true)).toBe(steps(2, true));
  expect(steps(1, true)).toBe('');
  expect(steps(3, false)).toBe('');
});
