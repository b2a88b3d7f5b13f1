import { describe, expect, it } from 'vitest';
import { ByteReader, fromHex, type ReadTrace } from '../../src/bytes/index.ts';
import { fromValue } from '../../src/mms/addresses.ts';
import {
  elementDescriptorValue,
  mboxTotalValue,
  mmFlagsValue,
  mmsVersionValue,
  previouslySentByValue,
  previouslySentDateValue,
  statusCounted,
  timeValue,
} from '../../src/mms/values.ts';
import { textString } from '../../src/wsp/index.ts';
import { unwatched } from '../support/trace.ts';
import { itCodes, itRefuses, itRejects, itTolerates, z } from '../wsp/codec-rows.ts';

const NEW_YEAR = new Date('2010-01-01T00:00:00Z');

describe('a time', () => {
  itCodes(timeValue, [
    [{ absolute: NEW_YEAR }, '0680044b3d3b00'],
    [{ relative: 3600 }, '0481020e10'],
  ]);
  itRejects(timeValue, [
    ['028200', 'mms/field-value', 1],
    ['03010101', 'wsp/value-form', 1],
    ['03820101', 'mms/field-value', 1],
  ]);
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
    ['0.0', '80', 'mms/field-value-read', 0],
  ]);
  itRefuses(mmsVersionValue, [
    ['1', 'mms/field-value'],
    ['8.0', 'mms/field-value'],
    [1.2 as never, 'bytes/value-type'],
  ]);
});

describe('a description of a part', () => {
  itCodes(elementDescriptorValue, [[{ contentReference: 'a', type: 'image/jpeg' }, '0461 00 82 9e']]);
  itRejects(elementDescriptorValue, [['0461008385', 'mms/field-value', 3]]);
});

describe('the inspector is told the pieces of', () => {
  const piecesOf = (codec: { decode(reader: ByteReader): unknown }, hex: string): string[] => {
    const names: string[] = [];
    const trace: ReadTrace = { ...unwatched, piece: ({ name }) => names.push(name) };
    codec.decode(new ByteReader(fromHex(hex), { trace }));
    return names;
  };

  it.each([
    [timeValue, '0680044b3d3b00', ['Token', 'Date-value']],
    [timeValue, '0481020e10', ['Token', 'Delta-seconds-value']],
    [previouslySentByValue, `0381${z('1')}`, ['Forwarded-count-value', 'Encoded-string-value']],
    [previouslySentDateValue, '0681044b3d3b00', ['Forwarded-count-value', 'Date-value']],
    [mmFlagsValue, '03807800', ['Token', 'Encoded-string-value']],
    [mboxTotalValue, '028085', ['Token', 'Integer-value']],
    [mboxTotalValue, '028185', ['Token', 'Integer-value']],
    [elementDescriptorValue, '026100', ['Content-Reference-value']],
    [
      elementDescriptorValue,
      '046100829e',
      ['Content-Reference-value', 'Parameter-token', 'Constrained-encoding'],
    ],
    [fromValue, `0380${z('1')}`, ['Token', 'Encoded-string-value']],
    [
      statusCounted({ ...textString, shape: timeValue.shape }),
      `0381${z('a')}`,
      ['Status-count-value', 'Text-string'],
    ],
  ])('%o of %s', (codec, hex, names) => {
    expect(piecesOf(codec, hex)).toEqual(['Value-length', ...names]);
  });
});
