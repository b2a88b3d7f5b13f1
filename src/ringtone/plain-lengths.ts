import { countOf } from '../text/index.ts';
import type { Warnings } from '../warnings.ts';
import { PLAIN_LENGTHS, unitsOf } from './quantise.ts';
import type { TuneEvent } from './tune.ts';

/** The most by which a tune may become longer or shorter: one 32nd. */
const TOLERANCE = PLAIN_LENGTHS.shortest.units;

/**
 * The events with plain and dotted lengths only. A rest becomes several; a note takes the nearest length, and what is
 * missing or too much goes on to the next, so that the tune keeps its length to within one 32nd.
 */
export function withPlainLengths(events: readonly TuneEvent[], warnings: Warnings): readonly TuneEvent[] {
  if (events.every(isPlain)) return events;
  const written: TuneEvent[] = [];
  let slack = events.reduce((sum, event) => sum + slackOf(event), 0);
  let owed = 0;
  let rounded = 0;
  let bpm = events[0]?.bpm ?? 1;
  const rest = (): void => {
    for (const { units, length } of PLAIN_LENGTHS.fill(owed)) {
      written.push({ note: 'p', ...length, bpm });
      owed -= units;
    }
  };
  for (const event of events) {
    owed = (owed * event.bpm) / bpm + unitsOf(event);
    bpm = event.bpm;
    slack -= slackOf(event);
    if (event.note === 'p') rest();
    else {
      const { units, length } = PLAIN_LENGTHS.nearest(owed, owed + slack + TOLERANCE - 1);
      written.push({ ...event, ...length });
      owed -= units;
      if (units !== unitsOf(event)) rounded++;
    }
  }
  rest();
  if (rounded > 0) warnings.warn('midi/length-rounded', `${countOf(rounded, 'note')} got another length`);
  return written;
}

function isPlain({ modifier }: TuneEvent): boolean {
  return modifier === 'none' || modifier === 'dotted';
}

/** Units by which an event could make up for others that are too long. */
function slackOf(event: TuneEvent): number {
  return unitsOf(event) - (event.note === 'p' ? 0 : TOLERANCE);
}
