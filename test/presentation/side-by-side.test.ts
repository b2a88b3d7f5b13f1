import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { sideBySide, WeightedSemaphore } from '../../src/presentation/side-by-side.ts';
import { random } from '../support/property.ts';

/** Takes so many turns of the event loop. */
async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await setImmediate();
}

describe('jobs side by side', () => {
  it.each([1, 2, 3, 9])('never runs more than %i, and gives the results in order', async concurrency => {
    const items = [5, 1, 4, 1, 3, 2, 0];
    let [running, most] = [0, 0];
    const results = await sideBySide(items, concurrency, async (item, index) => {
      most = Math.max(most, ++running);
      await turns(item);
      running--;
      return `${index}:${item}`;
    });
    expect(results).toEqual(['0:5', '1:1', '2:4', '3:1', '4:3', '5:2', '6:0']);
    expect(most).toBe(Math.min(concurrency, items.length));
  });

  it('throws what the first item failed with, and begins no more', async () => {
    const begun: number[] = [];
    const failing = sideBySide([3, 0, 0, 0], 2, async (item, index) => {
      begun.push(index);
      await turns(item);
      throw new RangeError(`item ${index}`);
    });
    await expect(failing).rejects.toThrow('item 0');
    expect(begun).toEqual([0, 1]);
  });
});

describe('a weighted semaphore', () => {
  it('lends no more units than there are', async () => {
    const next = random(4);
    const semaphore = new WeightedSemaphore(10);
    let [lent, most, done] = [0, 0, 0];
    const jobs = Array.from({ length: 200 }, () => {
      const weight = Math.floor(next() * 11);
      return semaphore.run(weight, async () => {
        lent += weight;
        most = Math.max(most, lent);
        await turns(Math.floor(next() * 4));
        lent -= weight;
        done++;
      });
    });
    await Promise.all(jobs);
    expect({ lent, most, done }).toEqual({ lent: 0, most: 10, done: 200 });
  });

  it('runs in the order of asking: what is heavy does not starve', async () => {
    const semaphore = new WeightedSemaphore(3);
    const begun: string[] = [];
    const job = (name: string) => async (): Promise<void> => {
      begun.push(name);
      await turns(2);
    };
    await Promise.all([
      semaphore.run(2, job('a')),
      semaphore.run(3, job('heavy')),
      semaphore.run(1, job('light')),
    ]);
    expect(begun).toEqual(['a', 'heavy', 'light']);
  });

  it('lends to several as long as units are free', async () => {
    const semaphore = new WeightedSemaphore(3);
    let [running, most] = [0, 0];
    const job = async (): Promise<void> => {
      most = Math.max(most, ++running);
      await turns(3);
      running--;
    };
    await Promise.all(Array.from({ length: 5 }, () => semaphore.run(1, job)));
    expect(most).toBe(3);
  });

  it('runs alone what wants more units than there are, and gives them back when it fails', async () => {
    const semaphore = new WeightedSemaphore(3);
    const failing = semaphore.run(100, () => Promise.reject(new RangeError('no')));
    const after = semaphore.run(3, () => Promise.resolve('after'));
    await expect(failing).rejects.toThrow('no');
    await expect(after).resolves.toBe('after');
  });
});
