import { isMmsError, MmsError } from '../errors.ts';
import type { Issue } from '../issues/index.ts';
import { checkTune, type FormatIMelodyOptions, formatIMelody, type Tune } from '../ringtone/index.ts';
import { Warnings } from '../warnings.ts';
import { ISSUE_ROWS } from './issue-rows.ts';
import type { EmsItem } from './items.ts';
import { MAX_MELODY_OCTETS } from './tables.ts';

/** Forms of a melody, those that say most first; none of them loses a note or the tempo. */
const FORMS: readonly FormatIMelodyOptions[] = [
  { form: '1.2', octaves: 'every' },
  { form: '1.0', octaves: 'every' },
  { form: '1.0', octaves: 'needed' },
  { form: '1.0', octaves: 'needed', loops: 'counted' },
];
const SHORTEST: FormatIMelodyOptions = { form: '1.0', octaves: 'needed' };

/**
 * A tune as one melody in the fullest form that fits an element, or as several under a user prompt, which play in turn.
 * @throws MmsError `ringtone/not-expressible` when the tempo changes, and as `checkTune`
 */
export function melodiesOf(given: Tune, path: string, list: Issue[]): EmsItem[] {
  const tune = checked(given, `${path}.tune`);
  for (const form of FORMS) {
    const warnings: Issue[] = [];
    const imelody = formatIMelody(ascii(tune), { ...form, warnings });
    if (imelody.length > MAX_MELODY_OCTETS) continue;
    list.push(...warnings);
    return [{ type: 'melody', imelody }];
  }
  const found = new Warnings(ISSUE_ROWS, false, list);
  const melodies = split(tune, path);
  found.warn('ems/melody-split', `the melody became ${melodies.length} objects`, { path });
  if (tune.loop > 0) found.warn('ringtone/left-out', 'a melody of several objects is played once', { path });
  return [
    { type: 'userPrompt', objects: melodies.length },
    ...melodies.map(imelody => ({ type: 'melody', imelody }) as const),
  ];
}

function checked(tune: Tune, path: string): Tune {
  try {
    return checkTune(tune);
  } catch (error) {
    if (!isMmsError(error)) throw error;
    const { code, message, path: inner, hint } = error;
    throw new MmsError(code, message, {
      path: inner === undefined ? path : `${path}.${inner}`,
      hint,
      cause: error,
    });
  }
}

/** The name has no charset of its own. */
function ascii(tune: Tune): Tune {
  return { ...tune, title: tune.title.replace(/[^ -~]/g, '?') };
}

/** Each melody takes as many events as fit. */
function split(tune: Tune, path: string): string[] {
  const melodies: string[] = [];
  let start = 0;
  while (start < tune.events.length) {
    let end = start;
    let fitting = '';
    while (end < tune.events.length) {
      const events = tune.events.slice(start, end + 1);
      const imelody = formatIMelody({ title: '', loop: 0, events }, SHORTEST);
      if (imelody.length > MAX_MELODY_OCTETS) break;
      fitting = imelody;
      end++;
    }
    if (end === start || melodies.length === 0xff) {
      throw new MmsError('ems/melody-too-long', 'the melody cannot be divided into objects', { path });
    }
    melodies.push(fitting);
    start = end;
  }
  return melodies;
}
