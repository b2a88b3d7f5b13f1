import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/public/index.ts';
import {
  ByteReader,
  ByteWriter,
  type Codec,
  encodedStringValue,
  integerValue,
  longInteger,
  shortInteger,
  textString,
  uintvar,
} from '../../src/public/wsp.ts';

/** What a caller does with a value form: nothing but names of `/wsp`. */
function check<T>(codec: Codec<T>, value: T, hex: string): void {
  const writer = new ByteWriter();
  codec.encode(writer, value);
  expect(toHex(writer.toBytes())).toBe(hex);
  expect(codec.decode(new ByteReader(fromHex(hex)))).toEqual(value);
}

/** Octets by the grammar of WAP-230 8.4.2.1; the uintvar is the example of 8.1.2. */
describe('the value forms can be called with the reader and writer of /wsp', () => {
  it.each<[string, Codec<number>, number, string]>([
    ['uintvar', uintvar, 0x87a5, '828f25'],
    ['Short-integer', shortInteger, 0x13, '93'],
    ['Long-integer', longInteger, 0x1234, '021234'],
    ['Integer-value', integerValue, 0x80, '0180'],
  ])('%s', (_name, codec, value, hex) => check(codec, value, hex));

  it.each<[string, Codec<string>, string, string]>([
    ['Text-string', textString, 'abc', '61626300'],
    ['Encoded-string-value', encodedStringValue, 'a', '6100'],
  ])('%s', (_name, codec, value, hex) => check(codec, value, hex));
});
