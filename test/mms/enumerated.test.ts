import { describe, expect, it } from 'vitest';
import { ByteWriter } from '../../src/bytes/index.ts';
import { enumerated, messageClassValue, yesNo } from '../../src/mms/enumerated.ts';
import { itCodes, itRefuses, itRejects, itTolerates, itWrites, z } from '../wsp/codec-rows.ts';

const colour = enumerated([
  { code: 0x80, name: 'Red' },
  { code: 0xff, name: 'Dark blue' },
]);

describe('an octet from a table', () => {
  itCodes(colour, [
    ['red', '80'],
    ['dark-blue', 'ff'],
  ]);
  itWrites(colour, [[0xff, 'ff']]);
  itTolerates(colour, [[0x81, '81', 'mms/unknown-value', 0]]);
  itRejects(colour, [
    ['7f', 'mms/field-value', 0],
    ['', 'bytes/truncated', 0],
  ]);
  itRefuses(colour, [
    ['green' as never, 'mms/field-value'],
    [0x7f, 'mms/field-value'],
    [0x100, 'mms/field-value'],
    [0x80 + 0.5, 'mms/field-value'],
    [undefined as never, 'mms/field-value'],
  ]);

  it('is suggested for a word that is nearly one', () => {
    expect(() => colour.encode(new ByteWriter(), 'rad' as never)).toThrow(
      expect.objectContaining({
        message: 'expected one of red, dark-blue, found rad',
        hint: expect.stringContaining('red'),
      }),
    );
  });
});

itWrites<boolean | 'yes'>(yesNo, [
  [true, '80'],
  [false, '81'],
  ['yes', '80'],
]);

describe('a message class', () => {
  itCodes(messageClassValue, [
    ['personal', '80'],
    ['auto', '83'],
    ['x-mine', z('x-mine')],
  ]);
  itTolerates(messageClassValue, [[0x84, '84', 'mms/unknown-value', 0]]);
  itRefuses<string | number>(messageClassValue, [
    [0x7f, 'mms/field-value'],
    ['a b', 'wsp/token'],
    [true as never, 'bytes/value-type'],
  ]);

  it('of another kind is told what it should be', () => {
    expect(() => messageClassValue.encode(new ByteWriter(), true as never)).toThrow(
      'a message class such as',
    );
  });
});
