import { expect, it } from 'vitest';
import { ByteWriter } from '../../src/bytes/index.ts';
import { guarded } from '../../src/wsp/guarded-codec.ts';
import { shortInteger, versionValue } from '../../src/wsp/index.ts';

const isNumber = (value: string | number): value is number => typeof value === 'number';

it('a guarded codec refuses what it does not accept, with what it expected', () => {
  const codec = guarded<string | number, number>(shortInteger, isNumber, 'a number');
  expect(() => codec.encode(new ByteWriter(), '5')).toThrow(
    expect.objectContaining({ code: 'wsp/parameter-value', message: 'expected a number, found string' }),
  );
});

it('a guarded codec has the values of one octet of its own', () => {
  const isText = (value: string | number): value is string => typeof value === 'string';
  expect(guarded<string | number, string>(versionValue, isText, 'a text').byOctet).toBe(versionValue.byOctet);
  const { byOctet } = guarded<string | number, number>(shortInteger, isNumber, 'a number');
  expect(byOctet).toEqual(new Array(256).fill(undefined));
});
