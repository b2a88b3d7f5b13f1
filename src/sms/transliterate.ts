import { requireText } from '../bytes/index.ts';
import { shiftTables } from './language.ts';
import { TRANSLITERATIONS } from './tables/transliterations.ts';
import { isInTables } from './write-septets.ts';

/** One change that {@link transliterate} made. */
export interface Replacement {
  /** UTF-16 index in the original text. */
  readonly position: number;
  readonly from: string;
  readonly to: string;
}

const STAND_INS: ReadonlyMap<string, string> = new Map(
  TRANSLITERATIONS.flatMap(({ from, to }) => [...from].map(character => [character, to] as const)),
);

/** A character with the combining marks after it. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;
const MARKS = /\p{M}+/gu;

/** Fullwidth forms of the printable ASCII characters, which lie so much higher. */
const FULLWIDTH = { first: 0xff01, last: 0xff5e, shift: 0xfee0 } as const;

const isGsm7 = (text: string): boolean => isInTables(text, shiftTables(undefined));

function asciiOfFullwidth(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (code < FULLWIDTH.first || code > FULLWIDTH.last) return undefined;
  return String.fromCharCode(code - FULLWIDTH.shift);
}

/** What may stand for one character and its marks: composed, without accents, or from the table. */
function standIn(cluster: string): string | undefined {
  const composed = cluster.normalize('NFC');
  if (isGsm7(composed)) return composed;
  const bare = cluster.normalize('NFD').replace(MARKS, '');
  const text = STAND_INS.get(composed) ?? asciiOfFullwidth(composed) ?? STAND_INS.get(bare) ?? bare;
  return (text !== '' || STAND_INS.get(composed) === '') && isGsm7(text) ? text : undefined;
}

/**
 * The text in characters of the GSM 7-bit default alphabet, where every character outside has a stand-in: typographic
 * marks become plain ones, accents that the alphabet lacks are dropped. Otherwise the text stays as it is.
 * @example transliterate('“Şarkı”…').text // '"Sarki"...'
 */
export function transliterate(text: string): { text: string; replacements: readonly Replacement[] } {
  requireText(text, 'a text', 'text');
  const replacements: Replacement[] = [];
  let result = '';
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    if (isGsm7(cluster)) {
      result += cluster;
      continue;
    }
    const to = standIn(cluster);
    if (to === undefined) return { text, replacements: [] };
    replacements.push({ position: index, from: cluster, to });
    result += to;
  }
  return { text: result, replacements };
}
