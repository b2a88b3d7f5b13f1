import { printable } from '../../text/index.ts';
import type { Findings } from './findings.ts';
import type { RawPair } from './form-text.ts';
import { parameterName } from './parameters.ts';
import { percentDecode } from './percent.ts';

const LONGEST_SHOWN = 64;

/** A name as the path of a finding. */
export function placeOf(name: string): string {
  return printable(name.slice(0, LONGEST_SHOWN));
}

/** Pairs by the manual's spelling of their names; the first of a repeated name counts. */
export function pairsByName(pairs: readonly RawPair[], findings: Findings): Map<string, string> {
  const byName = new Map<string, string>();
  for (const { name: written, raw } of pairs) {
    const name = parameterName(written) ?? written;
    const report = findings.at(placeOf(name));
    if (name !== written) report('submit/form-name', `${written} for ${name}`);
    if (raw === '') report('submit/form-empty', 'no value');
    else if (byName.has(name)) report('submit/form-repeated', 'given twice: the first one counts');
    else byName.set(name, raw);
  }
  return byName;
}

/** What cannot stand in a body as it is, and what had better not. Blank and `+` are looked at apart. */
const NOT_PLAIN = /[^\x20-\x7e]/;
const RESERVED = /[!-$&-*,/:-@[-^`{-}]/;

/** The text of a value; whatever is odd about it is reported. */
export function decodeText(raw: string, blankless: boolean, name: string, findings: Findings): string {
  const report = findings.at(placeOf(name));
  if (NOT_PLAIN.test(raw)) report('submit/form-character', 'a character that is not percent-encoded');
  else if (RESERVED.test(raw))
    report('submit/form-reserved', 'a reserved character that is not percent-encoded');
  if (raw.includes(' ')) report('submit/form-blank', 'a blank that is not percent-encoded');
  if (raw.includes('+')) report('submit/form-plus', '+ for a blank');
  const { text, wellFormed } = percentDecode(blankless ? raw.replaceAll(' ', '') : raw);
  if (!wellFormed)
    report('submit/form-escape', 'a % without two hexadecimal digits, or octets that are not UTF-8');
  return text;
}
