import { expect, it } from 'vitest';
import { inPersonsOrder } from '../../../src/presentation/read/file-order.ts';

it.each([
  ['by code points', ['1.jpg', '10.jpg', '10.jpg', '2.jpg'], ['1.jpg', '2.jpg', '10.jpg', '10.jpg']],
  ['as a dictionary does', ['ab10.jpg', 'a-b2.jpg', 'ab3.jpg'], ['a-b2.jpg', 'ab3.jpg', 'ab10.jpg']],
])('names that a shell sorted %s come in natural order, which is said', (_, names, expected) => {
  const { paths, issues } = inPersonsOrder(names);
  expect(paths).toEqual(expected);
  expect(issues).toMatchObject([
    { code: 'file/sorted', fixed: true, hint: expect.stringContaining('order') },
  ]);
});

it.each([
  ['in natural order', ['1.jpg', '2.jpg', '10.jpg']],
  ['in an order of their own', ['2.jpg', '10.jpg', '1.jpg']],
  ['alone', ['1.jpg']],
])('names %s stay', (_, names) => {
  expect(inPersonsOrder(names)).toEqual({ paths: names, issues: [] });
});
