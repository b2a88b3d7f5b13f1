import { LIMITS } from '../../limits.ts';

/** A part of a multipart as it came. */
export interface ReadPart {
  /** By names in lower case. */
  readonly fields: ReadonlyMap<string, string>;
  /** Its octets, Base64 taken off. */
  readonly data: Uint8Array;
}

/** The type of a field such as Content-Type, and its parameters by names in lower case. */
export interface FieldValue {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const PARAMETER = /;\s*([A-Za-z0-9_*-]+)=(?:"((?:[^"\\]|\\.)*)"|([^;\s"]*))/g;

export function parseField(text: string): FieldValue {
  const parameters = [...text.matchAll(PARAMETER)].map(([, name = '', quoted, plain = '']) => {
    const value = quoted === undefined ? plain : quoted.replace(/\\(.)/g, '$1');
    return [name.toLowerCase(), value] as const;
  });
  return { value: text.replace(/;.*$/s, '').trim().toLowerCase(), parameters: new Map(parameters) };
}

function readPart(octets: Buffer): ReadPart {
  const end = octets.indexOf('\r\n\r\n');
  const head = octets.subarray(0, Math.max(0, end)).toString('latin1');
  const fields = head.split('\r\n').map(line => {
    const colon = line.indexOf(':');
    return [line.slice(0, Math.max(0, colon)).trim().toLowerCase(), line.slice(colon + 1).trim()] as const;
  });
  const map = new Map(fields);
  const body = octets.subarray(end < 0 ? octets.length : end + 4);
  const isBase64 = map.get('content-transfer-encoding')?.toLowerCase() === 'base64';
  return { fields: map, data: isBase64 ? Buffer.from(body.toString('latin1'), 'base64') : body };
}

/** The parts of a multipart; no more than a message may have. */
export function parseMultipart(body: Uint8Array, boundary: string): readonly ReadPart[] {
  const octets = Buffer.from(body.buffer, body.byteOffset, body.length);
  const delimiter = `--${boundary}`;
  const parts: ReadPart[] = [];
  let at = octets.indexOf(delimiter);
  while (at >= 0 && parts.length < LIMITS.maxParts) {
    const start = octets.indexOf('\r\n', at + delimiter.length);
    const next = start < 0 ? -1 : octets.indexOf(`\r\n${delimiter}`, start);
    if (next < 0) break;
    parts.push(readPart(octets.subarray(start + 2, next)));
    at = next + 2;
  }
  return parts;
}
