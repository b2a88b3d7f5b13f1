import { boolean, number, object, requireShape, text } from '../schema/index.ts';
import type { JournalState } from '../submit/index.ts';

/** How far a campaign is. */
export interface Progress {
  readonly name: string;
  /** Recipients in its list. */
  readonly listed: number;
  /** Recipients in each state; `claimed` are on the way at this moment. */
  readonly counts: Readonly<Record<JournalState, number>>;
  /** Those who never were sent to: they wait in the queue or, if it lost them, for another put. */
  readonly left: number;
  readonly isPaused: boolean;
}

const count = number('Recipients.');
const PROGRESS = object('How far a campaign is.', {
  keys: {
    name: text('Its name.'),
    listed: count,
    counts: object('Recipients by state.', {
      keys: { accepted: count, rejected: count, unknown: count, partial: count, claimed: count },
      required: ['accepted', 'rejected', 'unknown', 'partial', 'claimed'],
      isOpen: true,
    }),
    left: count,
    isPaused: boolean('Nothing is sent for now.'),
  },
  required: ['name', 'listed', 'counts', 'left', 'isPaused'],
  isOpen: true,
});

/**
 * One line for a dashboard.
 * @example sale: 3210 of 5000 (64 %): 3170 accepted, 30 rejected, 10 unknown; 40 on the way, 1750 left
 */
export function formatProgress(progress: Progress): string {
  requireShape(PROGRESS, progress, 'bytes/value-type', ['progress']);
  const { name, listed, counts, left, isPaused } = progress;
  const done = listed - left - counts.claimed;
  const percent = listed === 0 ? 100 : Math.floor((100 * done) / listed);
  const partial = counts.partial === 0 ? '' : `, ${counts.partial} partial`;
  const answers = `${counts.accepted} accepted, ${counts.rejected} rejected, ${counts.unknown} unknown${partial}`;
  const rest = `${counts.claimed} on the way, ${left} left${isPaused ? ', paused' : ''}`;
  return `${name}: ${done} of ${listed} (${percent} %): ${answers}; ${rest}`;
}
