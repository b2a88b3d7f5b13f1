import { type JsonValue, toJson } from '../schema/index.ts';
import { countOf, decodeUtf8Strictly, printable } from '../text/index.ts';

/** Characters of a value that is shown whole. */
const LONGEST = 120;
/** Octets that are looked at to tell a text from other data. */
const TEXT_SAMPLE = 480;

/** A value in one short line; empty for none. */
export function formatValue(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return quoted(value);
  if (value instanceof Uint8Array) return formatOctets(value);
  if (isPicture(value)) return `${value[0].length}x${value.length} pixels`;
  if (isContentType(value)) return shortened(printable(formatContentType(value)));
  return shortened(printable(formatJson(toJson(value))));
}

/** JSON with fewer signs; a content type as it stands in a header. */
function formatJson(json: JsonValue): string {
  if (typeof json !== 'object' || json === null) return String(json);
  if (Array.isArray(json)) return json.map(formatJson).join(', ');
  if (isContentType(json)) return formatContentType(json);
  return Object.entries(json)
    .map(([name, value]) => `${name}: ${formatJson(value)}`)
    .join(', ');
}

interface ContentType {
  readonly type: unknown;
  readonly parameters: object;
}

function formatContentType({ type, parameters }: ContentType): string {
  let text = String(type);
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined) text += `; ${name}=${formatJson(toJson(value))}`;
  return text;
}

function isContentType(value: unknown): value is ContentType {
  if (typeof value !== 'object' || value === null || !('type' in value) || !('parameters' in value))
    return false;
  return typeof value.parameters === 'object' && value.parameters !== null;
}

function quoted(text: string): string {
  return shortened(`"${printable(text)}"`);
}

function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const characters = [...text.slice(0, LONGEST * 2)];
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST).join('')}…`;
}

function formatOctets(octets: Uint8Array): string {
  const count = countOf(octets.length, 'octet');
  const text = octets.length === 0 ? undefined : beginningAsText(octets);
  return text === undefined ? count : `${count}: ${text}`;
}

/** The beginning of octets that are a text in UTF-8 without control characters but tabs and line ends. */
function beginningAsText(octets: Uint8Array): string | undefined {
  const sample = octets.subarray(0, TEXT_SAMPLE);
  if (sample.some(isControl)) return undefined;
  // A character cut at the end of the sample says nothing about the rest.
  for (const cut of [0, 1, 2, 3]) {
    const text = decodeUtf8Strictly(sample.subarray(0, sample.length - cut));
    if (text) return /[^\P{Cc}\t\r\n]/u.test(text) ? undefined : quoted(text);
  }
  return undefined;
}

const TEXT_CONTROLS: readonly number[] = [0x09, 0x0a, 0x0d];

/** Most data but texts have one soon, which is found out much sooner than that they are no UTF-8. */
function isControl(octet: number): boolean {
  return (octet < 0x20 && !TEXT_CONTROLS.includes(octet)) || octet === 0x7f;
}

/** True for the rows of a bitmap. */
export function isPicture(value: unknown): value is [string, ...string[]] {
  return Array.isArray(value) && value.length > 0 && value.every(row => /^[#.]+$/.test(String(row)));
}
