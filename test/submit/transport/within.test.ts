import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { within } from '../../../src/submit/transport/within.ts';

const LATE = new Error('late');

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A wait that ends when the test says so. */
function waiting() {
  let came: () => void = () => undefined;
  let end: (value: string) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const result = within(
    1000,
    () => LATE,
    arrived => {
      came = arrived;
      return new Promise<string>((resolve, reject) => {
        [end, fail] = [resolve, reject];
      });
    },
  ).catch((error: unknown) => error);
  return { result, came, end, fail };
}

describe('a wait', () => {
  it('gives what came in time, and leaves no timer behind', async () => {
    const { result, end } = waiting();
    vi.advanceTimersByTime(999);
    end('answer');
    expect(await result).toBe('answer');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('fails as what it waits for fails, and leaves no timer behind', async () => {
    const { result, fail } = waiting();
    fail(new Error('reset'));
    expect(await result).toEqual(new Error('reset'));
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends when its time is up', async () => {
    const { result } = waiting();
    vi.advanceTimersByTime(1000);
    expect(await result).toBe(LATE);
  });

  it('begins anew with every piece that arrives', async () => {
    const { result, came, end } = waiting();
    for (let piece = 0; piece < 3; piece++) {
      vi.advanceTimersByTime(999);
      came();
    }
    end('answer');
    expect(await result).toBe('answer');
  });
});
