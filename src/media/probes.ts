import { octetAt } from '../bytes/index.ts';
import { decodeLatin1, decodeUtf8Strictly } from '../text/index.ts';
import { detectCharset } from './charset.ts';
import { ascii } from './octets.ts';

/** Enough of a text to know its kind; what stands behind longer comments is not found. */
const HEAD_BYTES = 4096;

/** The beginning of a text in whatever charset, without byte order mark. */
function textHead(data: Uint8Array): string {
  const head = data.subarray(0, HEAD_BYTES);
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head);
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head);
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return decodeLatin1(head, 3);
  return decodeLatin1(head);
}

/** What an XML document may have before its root: how it begins, and how it ends. */
const XML_PROLOG = [
  { begin: '<?', end: '?>' },
  { begin: '<!--', end: '-->' },
  { begin: '<!DOCTYPE', end: '>' },
] as const;

/** Local name of the root element of an XML or HTML text, in lower case; `undefined` when it does not begin with one. */
export function xmlRoot(data: Uint8Array): string | undefined {
  const text = textHead(data);
  let at = skipSpace(text, 0);
  for (;;) {
    const start = at;
    const item = XML_PROLOG.find(
      row => text.slice(start, start + row.begin.length).toUpperCase() === row.begin,
    );
    if (item === undefined) break;
    const end = text.indexOf(item.end, at);
    if (end < 0) return undefined;
    at = skipSpace(text, end + item.end.length);
  }
  return /^<(?:[A-Za-z][\w.-]*:)?([A-Za-z][\w.-]*)/.exec(text.slice(at, at + 100))?.[1]?.toLowerCase();
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++;
  return at;
}

/** True when the text begins with the line, in any case. */
export function beginsWithLine(data: Uint8Array, line: string): boolean {
  return textHead(data).trimStart().slice(0, line.length).toUpperCase() === line;
}

/** The VERSION of a vCard or vCalendar, such as `2.1`; it stands near the start in all versions. */
export function cardVersion(data: Uint8Array): string | undefined {
  return /^VERSION:[ \t]?([\d.]{1,5})/im.exec(textHead(data))?.[1];
}

/** Control characters that a text file may have: tab, line feed, form feed, carriage return. */
const TEXT_CONTROLS: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0c, 0x0d]);

/** True when the octets can be a text at all: no control characters, unless it is UTF-16. */
export function isText(data: Uint8Array): boolean {
  if (detectCharset(data).charset.startsWith('utf-16')) return data.length % 2 === 0;
  return data.every(octet => octet >= 0x20 || TEXT_CONTROLS.has(octet));
}

/** True when the octets are certainly a text: {@link isText}, and in a charset that proves itself. */
export function isPlainText(data: Uint8Array): boolean {
  // Most of what is not text shows it at once.
  if (data.length === 0 || !isText(data.subarray(0, HEAD_BYTES)) || !isText(data)) return false;
  return detectCharset(data).bomLength === 2 || decodeUtf8Strictly(data) !== undefined;
}

/** OMA DRM 1 content format: version 1, lengths of type and URI, then the media type (OMA-DRM-DCF 1.0). */
export function isDrmContent(data: Uint8Array): boolean {
  const typeLength = octetAt(data, 1);
  return (
    data[0] === 1 && typeLength >= 3 && /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(ascii(data, 3, typeLength))
  );
}
