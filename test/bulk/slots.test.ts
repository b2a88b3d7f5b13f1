import { describe, expect, it } from 'vitest';
import { RequestSlots } from '../../src/bulk/slots.ts';

/** Lets everything happen that needs no time. */
const settled = () => new Promise(resolve => setImmediate(resolve));

describe('the places of requests', () => {
  it('let so many leave at a time, and two more be claimed meanwhile', async () => {
    const slots = new RequestSlots(1);
    const [claimed, left]: [string[], string[]] = [[], []];
    const leaves: (() => void)[] = [];
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      const claim = async () => {
        claimed.push(name);
        return name;
      };
      void slots.enter(claim).then(({ request, leave }) => {
        left.push(request);
        leaves.push(leave);
      });
    }
    await settled();
    expect([claimed, left]).toEqual([['a', 'b', 'c'], ['a']]);
    leaves[0]?.();
    leaves[0]?.();
    await settled();
    expect([claimed, left]).toEqual([
      ['a', 'b', 'c', 'd'],
      ['a', 'b'],
    ]);
    for (const at of [1, 2, 3, 4]) {
      leaves[at]?.();
      await settled();
    }
    expect([claimed, left]).toEqual([
      ['a', 'b', 'c', 'd', 'e'],
      ['a', 'b', 'c', 'd', 'e'],
    ]);
  });

  it('are given back where a claim fails', async () => {
    const slots = new RequestSlots(1);
    const fail = async () => {
      throw new Error('claimed by another');
    };
    for (let count = 0; count < 5; count++) await expect(slots.enter(fail)).rejects.toThrow('another');
    const { request } = await slots.enter(async () => 'a');
    expect(request).toBe('a');
  });
});
