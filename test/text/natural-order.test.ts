import { describe, expect, it } from 'vitest';
import { compareNaturally } from '../../src/text/index.ts';

describe('natural order', () => {
  const orders: readonly (readonly string[])[] = [
    ['1.jpg', '2.jpg', '10.jpg'],
    ['img2.png', 'IMG10.png', 'img12.png'],
    ['a1b2', 'a1b10', 'a2b1'],
    ['a/2.jpg', 'a/10.jpg', 'a-b/1.jpg'],
    ['01.jpg', '1.jpg', '02.jpg'],
    ['é1', 'é2', 'é10'],
    ['9007199254740993.jpg', '9007199254740995.jpg'],
    ['a', 'A1'],
    ['', '1', 'a', 'a1', 'a1b'],
    ['a1/b', 'a1!b', 'a1b'],
    ['a/b', 'a1', 'ab'],
  ];
  for (const order of orders) {
    it(order.join(' '), () => {
      expect(order.toSorted(compareNaturally)).toEqual(order);
      expect(order.toReversed().sort(compareNaturally)).toEqual(order);
    });
  }

  it('names that differ in nothing but form have an order too', () => {
    expect(compareNaturally('a', 'A')).toBe(-compareNaturally('A', 'a'));
    expect(compareNaturally('a', 'a')).toBe(0);
  });
});
