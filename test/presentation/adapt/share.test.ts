import { expect, it } from 'vitest';
import { shareOut } from '../../../src/presentation/adapt/share.ts';

it.each([
  [100, [10, 80, 80], [10, 45, 45]],
  [100, [80, 10, 80], [45, 10, 45]],
  [100, [80, 80, 80], [33, 33, 34]],
  [100, [10, 20, 30], [10, 20, 30]],
  [10.9, [80], [10]],
  [-5, [80], [0]],
  [100, [], []],
])('%d octets among needs of %j are shared as %j', (available, needs, shares) => {
  expect(shareOut(available, needs)).toStrictEqual(shares);
});
