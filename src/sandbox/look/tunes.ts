import type { EmsMelody } from '../../ems/index.ts';
import { unlessRefused } from '../../errors.ts';
import { parseIMelody, type Tune } from '../../ringtone/index.ts';
import type { Arrival } from './arrival.ts';

/** The tunes that can be heard of an arrival, in the order in which the page shows them. */
export function tunesOf(arrival: Arrival): Tune[] {
  switch (arrival.as) {
    case 'tune':
      return [arrival.tune];
    case 'profile':
      return arrival.tune === undefined ? [] : [arrival.tune];
    case 'ems':
      return arrival.items.flatMap(item => (item.type === 'melody' ? (melodyOf(item) ?? []) : []));
    default:
      return [];
  }
}

/** The tune of a melody; what is not iMelody has none. */
export function melodyOf(melody: EmsMelody): Tune | undefined {
  return 'tune' in melody ? melody.tune : unlessRefused(() => parseIMelody(melody.imelody));
}
