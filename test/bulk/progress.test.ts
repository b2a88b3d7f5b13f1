import { describe, expect, it } from 'vitest';
import { formatProgress, type Progress } from '../../src/bulk/index.ts';

const COUNTS = { planned: 0, claimed: 0, accepted: 0, partial: 0, rejected: 0, 'not-sent': 0, unknown: 0 };
const PROGRESS: Progress = { name: 'sale', listed: 10, counts: COUNTS, left: 10, isPaused: false };

describe('the line of a dashboard', () => {
  it.each<[Partial<Progress>, string]>([
    [{}, 'sale: 0 of 10 (0 %): 0 accepted, 0 rejected, 0 unknown; 0 on the way, 10 left'],
    [
      { left: 2, counts: { ...COUNTS, claimed: 1, accepted: 6, rejected: 1 } },
      'sale: 7 of 10 (70 %): 6 accepted, 1 rejected, 0 unknown; 1 on the way, 2 left',
    ],
    [
      { left: 7, counts: { ...COUNTS, partial: 2, unknown: 1 }, isPaused: true },
      'sale: 3 of 10 (30 %): 0 accepted, 0 rejected, 1 unknown, 2 partial; 0 on the way, 7 left, paused',
    ],
    [{ listed: 0, left: 0 }, 'sale: 0 of 0 (100 %): 0 accepted, 0 rejected, 0 unknown; 0 on the way, 0 left'],
  ])('of %j', (change, line) => {
    expect(formatProgress({ ...PROGRESS, ...change })).toBe(line);
  });
});
