import { LIMITS } from '../limits.ts';
import type { Warnings } from '../warnings.ts';
import { tooLong } from './check-tune.ts';
import type { Pattern } from './pattern-reader.ts';
import { INFINITE_LOOP } from './tables.ts';
import type { Tune, TuneEvent } from './tune.ts';

/**
 * Patterns in one row of events. The loop of a single pattern is the tune's; among several patterns a finite loop is
 * written out, and an endless one is taken once, since what follows could never play.
 * @throws MmsError `ringtone/too-long`
 */
export function tuneOfPatterns(
  patterns: readonly Pattern[],
  warnings: Warnings,
): Pick<Tune, 'loop' | 'events'> {
  const [first] = patterns;
  if (first !== undefined && patterns.length === 1) return first;
  const events: TuneEvent[] = [];
  patterns.forEach((pattern, index) => {
    if (pattern.loop > 0) {
      warnings.warn(
        'ringtone/loop-written-out',
        `pattern ${index + 1} of ${patterns.length} has loop ${pattern.loop}`,
      );
    }
    const times = pattern.loop === INFINITE_LOOP ? 1 : 1 + pattern.loop;
    if (events.length + times * pattern.events.length > LIMITS.maxTuneEvents) {
      throw tooLong(events.length + times * pattern.events.length);
    }
    for (let i = 0; i < times; i++) events.push(...pattern.events);
  });
  return { loop: 0, events };
}
