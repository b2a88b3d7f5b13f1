import { createHash } from 'node:crypto';
import { MmsError } from '../../../errors.ts';
import type { MessagePart } from '../../../message/index.ts';
import { indexOfControl, isAscii, printable } from '../../../text/index.ts';
import { percentEncode } from '../../form/percent.ts';
import { checkMimeSource } from '../../shapes.ts';

const CRLF = '\r\n';

/** How octets stand in a part. */
export type TransferEncoding = 'binary' | 'base64';

/** A part of a multipart: its header fields and its octets as they stand there, in pieces. */
export interface MimePart {
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly chunks: readonly Uint8Array[];
}

/** A multipart and the type that it is to be sent under. */
export interface MimeEntity {
  readonly contentType: string;
  readonly body: Uint8Array;
}

/** The same with its octets in pieces, media as they are. */
export interface MimeChunks {
  readonly contentType: string;
  readonly chunks: readonly Uint8Array[];
}

/** A value that ends no line and begins no other field. */
function checkValue(name: string, value: string): string {
  if (isAscii(value) && indexOfControl(value) < 0) return value;
  throw new MmsError(
    'submit/character',
    `a character that ${name} cannot hold: ${printable(value.slice(0, 60))}`,
  );
}

/** A parameter of a type, in quotes (RFC 2045 5.1), or where it is not ASCII as RFC 2231 has it. */
function parameter(name: string, value: string): string {
  if (!isAscii(value) && value.isWellFormed()) return `${name}*=utf-8''${percentEncode(value)}`;
  return `${name}="${checkValue(name, value).replace(/["\\]/g, '\\$&')}"`;
}

/** An address that is an ASCII one, whatever it was, between the brackets that it may have. */
function address(text: string): string {
  return isAscii(text) || !text.isWellFormed() ? text : text.replace(/[^<>]+/g, encodeURI);
}

/** A text that occurs in no part, for it is their hash; the same message has the same. */
function boundaryFor(parts: readonly MimePart[]): string {
  const hash = createHash('sha256');
  for (const { chunks } of parts) for (const chunk of chunks) hash.update(chunk);
  return `=_${hash.digest('hex').slice(0, 38)}`;
}

/** Parts as one multipart; `type` is what stands in front of the boundary, such as `multipart/mixed`. */
export function formatMultipart(
  type: string,
  parameters: readonly (readonly [name: string, value: string])[],
  parts: readonly MimePart[],
): MimeChunks {
  const boundary = boundaryFor(parts);
  const written = parts.flatMap(({ fields, chunks }) => {
    const head = fields.map(([name, value]) => `${name}: ${value}${CRLF}`).join('');
    return [Buffer.from(`--${boundary}${CRLF}${head}${CRLF}`), ...chunks, Buffer.from(CRLF)];
  });
  const described = [['boundary', boundary] as const, ...parameters].map(([name, value]) =>
    parameter(name, value),
  );
  return {
    contentType: [type, ...described].join('; '),
    chunks: [...written, Buffer.from(`--${boundary}--${CRLF}`)],
  };
}

const BASE64_LINE = 76;

function encodeBody(data: Uint8Array, encoding: TransferEncoding): Uint8Array {
  if (encoding === 'binary') return data;
  const text = Buffer.from(data).toString('base64');
  const lines = Array.from({ length: Math.ceil(text.length / BASE64_LINE) }, (_, index) =>
    text.slice(index * BASE64_LINE, (index + 1) * BASE64_LINE),
  );
  return Buffer.from(lines.join(CRLF));
}

function contentTypeOf({ contentType, parameters }: MessagePart): string {
  const texts = Object.entries(parameters).flatMap(([name, value]) =>
    typeof value === 'string' ? [parameter(checkValue('a parameter', name), value)] : [],
  );
  return [checkValue('Content-Type', contentType), ...texts].join('; ');
}

function mimePart(part: MessagePart, encoding: TransferEncoding): MimePart {
  const { contentId, contentLocation, data } = part;
  return {
    fields: [
      ['Content-Type', contentTypeOf(part)],
      ...(contentId === undefined
        ? []
        : [['Content-ID', checkValue('Content-ID', address(contentId))] as const]),
      ...(contentLocation === undefined
        ? []
        : [['Content-Location', checkValue('Content-Location', address(contentLocation))] as const]),
      ['Content-Transfer-Encoding', encoding],
    ],
    chunks: [encodeBody(data, encoding)],
  };
}

/** What {@link toMime} asks of a message: a `Presentation` has it. */
export interface MimeSource {
  readonly parts: readonly MessagePart[];
  /** Present when the message has a presentation; the part that begins it then stands first. */
  readonly smil: unknown;
}

const SMIL_TYPE = 'application/smil';

/**
 * A message as MIME, without its header fields: multipart/related that begins with its SMIL, multipart/mixed without.
 * The same message gives the same octets.
 * @param encoding default `binary`: HTTP carries any octets
 * @example toMime(presentation).contentType // 'multipart/related; boundary="…"; type="application/smil"; start="<smil>"'
 */
export function toMime(source: MimeSource, encoding: TransferEncoding = 'binary'): MimeEntity {
  checkMimeSource(source, encoding);
  const { contentType, chunks } = toMimeChunks(source, encoding);
  return { contentType, body: Buffer.concat(chunks) };
}

/** As {@link toMime}, with media that are not copied. */
export function toMimeChunks(source: MimeSource, encoding: TransferEncoding): MimeChunks {
  const { parts, smil } = source;
  const written = parts.map(part => mimePart(part, encoding));
  const start = smil === undefined ? undefined : parts.find(({ contentType }) => contentType === SMIL_TYPE);
  if (start === undefined) return formatMultipart('multipart/mixed', [], written);
  const { contentId } = start;
  const root = contentId === undefined ? [] : [['start', address(contentId)] as const];
  return formatMultipart('multipart/related', [['type', SMIL_TYPE], ...root], written);
}
