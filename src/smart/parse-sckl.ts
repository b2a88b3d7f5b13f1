import { fromHex, requireArray, requireObject, requireText } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { type Issue, SMART_ISSUES } from '../issues/index.ts';
import { decodeUdh } from '../sms/index.ts';
import { printable } from '../text/index.ts';
import { Warnings } from '../warnings.ts';
import type { ScklMessage } from './format-sckl.ts';
import { isTextPort } from './kinds.ts';

/** A message read from its script form: `text` for the ports of cards, else `payload`. */
export interface ParsedScklMessage extends ScklMessage {
  readonly warnings: readonly Issue[];
}

/** How {@link parseSckl} reads. */
export interface ParseScklOptions {
  /** Refuse every departure instead of collecting it in `warnings`. */
  readonly strict?: boolean | undefined;
}

/** Ports of four digits, of which the second, reference, total and part may be absent; or an old port of two digits. */
const HEADER =
  /^\/\/SCK(?:L([0-9A-F]{4})(?:([0-9A-F]{4})(?:([0-9A-F]{2})([0-9A-F]{2})([0-9A-F]{2}))?)?|([0-9A-F]{2}))(?:\r?\n| )/i;

interface Part {
  readonly destinationPort: number;
  readonly originatorPort?: number;
  readonly reference?: number;
  readonly total: number;
  readonly sequence: number;
  readonly content: string;
}

/**
 * Reads the texts of one message in the script form, in any order. Also `//SCKE2 ` and `//SCKE4 `, an older form of
 * cards. Lower-case digits and a binary header repeated in the payload are `warnings`.
 * @throws MmsError `sckl/header`, `sckl/parts` when parts are missing or do not belong together, `hex/bad-digit`,
 *   `hex/odd-length`
 */
export function parseSckl(
  texts: string | readonly string[],
  options: ParseScklOptions = {},
): ParsedScklMessage {
  requireObject(options, 'options such as { strict }', 'options');
  const warnings = new Warnings(SMART_ISSUES, options.strict);
  const all = typeof texts === 'string' ? [texts] : requireArray(texts, 'the texts of a message', 'texts');
  const parts = all.map((text, index) => parsePart(requireText(text, 'a text', `texts[${index}]`), warnings));
  const first = checkParts(parts);
  const content = parts
    .toSorted((a, b) => a.sequence - b.sequence)
    .map(part => part.content)
    .join('');
  const { destinationPort, originatorPort, reference } = first;
  return {
    destinationPort,
    ...(originatorPort === undefined ? {} : { originatorPort }),
    ...(reference === undefined ? {} : { reference }),
    ...(isTextPort(destinationPort)
      ? { text: content }
      : { payload: withoutHeader(fromHex(content), destinationPort, warnings) }),
    warnings: warnings.list,
  };
}

function parsePart(text: string, warnings: Warnings): Part {
  const match = HEADER.exec(text);
  if (match === null) {
    const start = printable(text.slice(0, 21));
    throw new MmsError('sckl/header', `expected //SCKL, four digits of a port and a blank, found ${start}`);
  }
  const [header, destination, originator, reference, total, sequence, oldPort] = match;
  if (/[a-z]/.test(header)) warnings.warn('sckl/lower-case', 'a header in lower case');
  const number = (digits = ''): number => Number.parseInt(digits, 16);
  return {
    destinationPort: number(destination ?? oldPort),
    ...(originator === undefined ? {} : { originatorPort: number(originator) }),
    ...(reference === undefined ? {} : { reference: number(reference) }),
    total: total === undefined ? 1 : number(total),
    sequence: sequence === undefined ? 1 : number(sequence),
    content: text.slice(header.length),
  };
}

function checkParts(parts: readonly Part[]): Part {
  const [first] = parts;
  if (first === undefined) throw new MmsError('sckl/parts', 'expected at least one part, found none');
  const stranger = parts.findIndex(part => !belongTogether(part, first));
  if (stranger >= 0) {
    throw new MmsError('sckl/parts', 'parts of different messages', { path: `[${stranger}]` });
  }
  const sequences = new Set(parts.map(part => part.sequence));
  const isWhole =
    sequences.size === first.total && !sequences.has(0) && Math.max(...sequences) === first.total;
  if (isWhole && parts.length === first.total) return first;
  const found = [...sequences].join(', ');
  throw new MmsError('sckl/parts', `expected parts 1 to ${first.total}, each once, found ${found}`);
}

function belongTogether(one: Part, other: Part): boolean {
  return (
    one.destinationPort === other.destinationPort &&
    one.originatorPort === other.originatorPort &&
    one.reference === other.reference &&
    one.total === other.total
  );
}

/** Some programs repeat the header of the binary form in front of the content. */
function withoutHeader(payload: Uint8Array, destinationPort: number, warnings: Warnings): Uint8Array {
  const length = headerLength(payload, destinationPort);
  if (length > 0) {
    warnings.warn('sckl/binary-header', 'the user data header of the binary form in front of the content');
  }
  return payload.subarray(length);
}

function headerLength(payload: Uint8Array, destinationPort: number): number {
  const length = 1 + (payload[0] ?? 0);
  if (length > payload.length) return 0;
  const { elements } = decodeUdh(payload.subarray(0, length));
  return elements.some(({ value }) => value?.['destination'] === destinationPort) ? length : 0;
}
