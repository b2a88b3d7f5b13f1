import { describe } from 'vitest';
import { mmsVersionValue, timeValue } from '../../src/mms/values.ts';
import { itCodes, itRefuses, itRejects, itTolerates, z } from '../wsp/codec-rows.ts';

const NEW_YEAR = new Date('2010-01-01T00:00:00Z');

describe('a time', () => {
  itCodes(timeValue, [
    [{ absolute: NEW_YEAR }, '0680044b3d3b00'],
    [{ relative: 3600 }, '0481020e10'],
  ]);
  itRejects(timeValue, [['0282 00'.replace(' ', ''), 'mms/field-value', 1]]);
  itRefuses(timeValue, [
    ['soon' as never, 'bytes/value-type'],
    [{ relative: '1' as never }, 'bytes/value-type'],
  ]);
});

describe('a version', () => {
  itCodes(mmsVersionValue, [
    ['1.0', '90'],
    ['1.2', '92'],
  ]);
  itTolerates(mmsVersionValue, [
    ['1.2', z('1.2'), 'wsp/integer-form', 0],
    ['1', '9f', 'mms/field-value-read', 0],
  ]);
  itRefuses(mmsVersionValue, [
    ['1', 'mms/field-value'],
    ['8.0', 'mms/field-value'],
    [1.2 as never, 'bytes/value-type'],
  ]);
});
