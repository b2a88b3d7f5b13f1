import { MmsError } from '../../errors.ts';
import type { Findings } from './findings.ts';
import { FORM_PARAMETERS } from './parameters.ts';

/** A name and its value as they stand in a body, still percent-encoded. */
export interface RawPair {
  readonly name: string;
  readonly raw: string;
}

/** The manual has 43 names; a body of nothing but `&` must not make a million pairs. */
export const MAX_PAIRS = 256;

/** Unencoded `=` that are looked at in one value. */
const MAX_EQUALS = 64;

const KNOWN = new Set(FORM_PARAMETERS.map(row => row.name.toLowerCase()));
const LENGTHS = [...new Set([...KNOWN].map(name => name.length))].toSorted((a, b) => b - a);

/** The longest known name that the text ends with. */
function knownNameAtEnd(text: string): string | undefined {
  const length = LENGTHS.find(size => KNOWN.has(text.slice(-size).toLowerCase()));
  return length === undefined ? undefined : text.slice(-length);
}

/** Cuts a piece where a known name and `=` stand behind a value: the `&` between them is missing. */
function splitPiece(piece: string, findings: Findings): RawPair[] {
  const equals = piece.indexOf('=');
  let name = equals < 0 ? piece : piece.slice(0, equals);
  let start = name.length + 1;
  const pairs: RawPair[] = [];
  let at = piece.indexOf('=', start);
  for (let seen = 0; at !== -1 && seen < MAX_EQUALS; seen++) {
    const next = knownNameAtEnd(piece.slice(Math.max(start, at - 40), at));
    if (next === undefined) {
      findings.add('submit/form-character', 'an = that is not percent-encoded', { path: name });
    } else {
      findings.add('submit/form-separator', `no & in front of ${next}`, { path: next });
      pairs.push({ name, raw: piece.slice(start, at - next.length) });
      name = next;
      start = at + 1;
    }
    at = piece.indexOf('=', at + 1);
  }
  return [...pairs, { name, raw: piece.slice(start) }];
}

const ENTITY = 'amp;';

function withoutEntity(piece: string, findings: Findings): string {
  if (!piece.startsWith(ENTITY)) return piece;
  findings.add('submit/form-separator', '&amp; in place of &');
  return piece.slice(ENTITY.length);
}

function joinLines(body: string, findings: Findings): string {
  const trimmed = body.trimEnd();
  const hasLines = trimmed.includes('\n') || trimmed.includes('\r');
  const joined = hasLines ? trimmed.replace(/[\r\n]/g, '') : trimmed;
  if (joined.length !== body.length)
    findings.add('submit/form-blank', 'blanks or line ends round the parameters');
  return joined;
}

/**
 * The pairs of a body as they stand there. Slips of whoever wrote it are mended and reported: line ends, `&amp;`, `&&`,
 * a missing `&` in front of a known name.
 * @throws MmsError `submit/unreadable-form` for more pairs than any form has
 */
export function splitForm(body: string, findings: Findings): RawPair[] {
  const pieces = joinLines(body, findings).split('&', MAX_PAIRS + 1);
  if (pieces.length > MAX_PAIRS) {
    throw new MmsError('submit/unreadable-form', `expected at most ${MAX_PAIRS} parameters`);
  }
  return pieces.flatMap(piece => {
    const clean = withoutEntity(piece, findings);
    if (clean !== '') return splitPiece(clean, findings);
    findings.add('submit/form-separator', 'nothing between two &');
    return [];
  });
}
