import { expect, it } from 'vitest';
import { ByteReader, ByteWriter, fromHex, isDeparture, toHex } from '../../src/bytes/index.ts';
import type { IssueCode } from '../../src/issues/index.ts';
import { type Codec, QuickReader, quickDecoder } from '../../src/wsp/index.ts';

/** A value and its octets, written by hand. */
export type CodecRow<Value> = readonly [value: Value, hex: string];

/** A text as octets with its 00. */
export const z = (text: string): string => `${Buffer.from(text, 'latin1').toString('hex')}00`;

const plainHex = (hex: string): string => hex.replaceAll(/\s/g, '');

const written = <Input>(codec: Codec<unknown, Input>, value: Input): string => {
  const writer = new ByteWriter();
  codec.encode(writer, value);
  return toHex(writer.toBytes());
};

/** Each value becomes its octets, and the octets become the value to their end in strict mode. */
export function itCodes<Value, Input extends Value>(
  codec: Codec<Value, Input>,
  rows: readonly CodecRow<Input>[],
): void {
  it.each(rows)(`${codec.name}: %j is %s`, (value, hex) => {
    expect(written(codec, value)).toBe(plainHex(hex));
    expectRead(codec, value, hex);
  });
}

/** Octets that no encoder here writes, but that are legal. */
export function itReads<Value>(codec: Codec<Value, never>, rows: readonly CodecRow<Value>[]): void {
  it.each(rows)(`${codec.name}: %j is read from %s`, (value, hex) => expectRead(codec, value, hex));
}

/** Octets that are legal and so rare that a quick reader leaves them to the careful one. */
export function itReadsCarefully<Value>(codec: Codec<Value, never>, rows: readonly CodecRow<Value>[]): void {
  it.each(rows)(`${codec.name}: %j is read from %s, not quickly`, (value, hex) => {
    expectReadCarefully(codec, value, hex);
    expect(readQuickly(codec, hex)).toEqual(DEPARTED);
  });
}

/** Values that come out in another form than they were given. */
export function itWrites<Input>(codec: Codec<unknown, Input>, rows: readonly CodecRow<Input>[]): void {
  it.each(rows)(`${codec.name}: %j is written as %s`, (value, hex) => {
    expect(written(codec, value)).toBe(plainHex(hex));
  });
}

/** Octets that are read with a warning, and refused in strict mode; a quick reader leaves them to the careful one. */
export function itTolerates<Value>(
  codec: Codec<Value, never>,
  rows: readonly (readonly [value: Value, hex: string, code: IssueCode, offset: number])[],
): void {
  it.each(rows)(`${codec.name}: %j is read from %s with %s at %i`, (value, hex, code, offset) => {
    const reader = new ByteReader(fromHex(hex));
    expect([codec.decode(reader), reader.left]).toEqual([value, 0]);
    expect(reader.warnings.map(warning => [warning.code, warning.offset])).toEqual([[code, offset]]);
    expect(() => codec.decode(new ByteReader(fromHex(hex), { strict: true }))).toThrow(
      expect.objectContaining({ name: 'MmsError', code, offset }),
    );
    expect(readQuickly(codec, hex)).toEqual(DEPARTED);
  });
}

/** Octets that are not of this form. */
export function itRejects(
  codec: Codec<unknown, never>,
  rows: readonly (readonly [hex: string, code: IssueCode, offset: number])[],
): void {
  it.each(rows)(`${codec.name}: %s is refused with %s at %i`, (hex, code, offset) => {
    expect(() => codec.decode(new ByteReader(fromHex(hex)))).toThrow(
      expect.objectContaining({ name: 'MmsError', code, offset }),
    );
    expect(readQuickly(codec, hex)).toEqual(DEPARTED);
  });
}

/** Values that this form cannot hold. */
export function itRefuses<Input>(
  codec: Codec<unknown, Input>,
  rows: readonly (readonly [value: Input, code: IssueCode])[],
): void {
  it.each(rows)(`${codec.name}: %j is refused with %s`, (value, code) => {
    expect(() => written(codec, value)).toThrow(expect.objectContaining({ name: 'MmsError', code }));
  });
}

function expectReadCarefully(codec: Codec<unknown, never>, value: unknown, hex: string): void {
  const reader = new ByteReader(fromHex(hex), { strict: true });
  expect([codec.decode(reader), reader.left]).toEqual([value, 0]);
}

function expectRead(codec: Codec<unknown, never>, value: unknown, hex: string): void {
  expectReadCarefully(codec, value, hex);
  expect(readQuickly(codec, hex)).toEqual([value, 0]);
}

const DEPARTED = 'departed';

/** The value and how many octets are left behind it. */
function readQuickly(codec: Codec<unknown, never>, hex: string): unknown {
  const reader = new QuickReader(fromHex(hex), {});
  try {
    return [quickDecoder(codec)(reader), reader.end - reader.offset];
  } catch (error) {
    if (isDeparture(error)) return DEPARTED;
    throw error;
  }
}
