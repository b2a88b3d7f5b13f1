import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHex } from '../../src/bytes/index.ts';

const VECTORS = join(import.meta.dirname, '../vectors');

/** Keys of the vectors that hold whole messages or objects as hexadecimal text. */
const KEYS = ['hex', 'tpdu', 'wbxml', 'wsp', 'userData', 'udh', 'bodyHex', 'wspPush'];

/** Octets of a vector, and where they stand: `sms: gsm7-hello tpdu`. */
export interface VectorOctets {
  readonly name: string;
  readonly room: string;
  readonly key: string;
  readonly bytes: Uint8Array;
}

const isHex = (value: unknown): value is string =>
  typeof value === 'string' && /^(?:[0-9a-f]{2})+$/i.test(value);

const nameOf = (value: object): string | undefined =>
  'name' in value && typeof value.name === 'string' ? value.name : undefined;

function walk(value: unknown, room: string, name: string): VectorOctets[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = nameOf(value) ?? name;
  return Object.entries(value).flatMap(([key, inner]) =>
    KEYS.includes(key) && isHex(inner)
      ? { name: `${room}: ${own} ${key}`, room, key, bytes: fromHex(inner) }
      : key === 'input'
        ? []
        : walk(inner, room, own),
  );
}

function collect(room: string, file: string): VectorOctets[] {
  return walk(JSON.parse(readFileSync(join(VECTORS, room, file), 'utf8')), room, file);
}

/** The octets of every vector of these rooms. */
export function vectorOctets(rooms: readonly string[]): VectorOctets[] {
  return rooms.flatMap(room =>
    readdirSync(join(VECTORS, room))
      .filter(file => file.endsWith('.json'))
      .flatMap(file => collect(room, file)),
  );
}
