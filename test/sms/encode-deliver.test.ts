import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { isMmsError } from '../../src/errors.ts';
import { type DecodedDeliver, decodeDeliver, encodeDeliver, segmentSms } from '../../src/sms/index.ts';
import { mutate } from '../support/mutate.ts';
import { random, runs } from '../support/property.ts';
import { DELIVERS, SUBMITS } from './vectors.ts';

const named = DELIVERS.map(vector => [vector.name, vector] as const);
const [segment] = segmentSms({ text: 'hellohello' });
if (segment === undefined) throw new Error('a text has a segment');
const { userData, userDataLength } = segment;
const message = { dataCodingScheme: 0, userData, userDataLength };
const when = { serviceCentreTimestamp: '2026-12-31T23:59:58+01:00' };

describe('encodeDeliver', () => {
  it.each(named)('writes %s from its fields', (_, { input, parts: [part] }) => {
    const from = /[a-z]/i.test(input.from ?? '') ? `alpha:${input.from}` : (input.from ?? '');
    const octets = encodeDeliver({
      from,
      dataCodingScheme: 0,
      userData: fromHex(part?.ud ?? ''),
      userDataLength: part?.udl ?? 0,
      serviceCentreTimestamp: input.timestamp,
    });
    expect(toHex(octets).toUpperCase()).toBe(part?.tpdu);
  });

  it.each(named)('writes %s back', (_, { parts: [part] }) => {
    const read = decodeDeliver(fromHex(part?.tpdu ?? ''));
    expect(toHex(encodeDeliver(read)).toUpperCase()).toBe(part?.tpdu);
  });

  // 3GPP TS 23.040 9.2.2.1: the first octet by hand
  it.each([
    ['04', {}],
    ['00', { moreMessagesToSend: true }],
    ['0c', { loopPrevention: true }],
    ['24', { statusReportIndication: true }],
    ['44', { userDataHeaderIndicator: true }],
    ['84', { replyPath: true }],
  ])('begins with %s for %j', (first, flags) => {
    const octets = encodeDeliver({ from: '12345', ...message, ...when, ...flags });
    expect(toHex(octets.subarray(0, 6))).toBe(`${first}05812143f5`);
  });

  it('takes a Date, in UTC, and a national number', () => {
    const time = { serviceCentreTimestamp: new Date('2026-07-08T09:10:11Z') };
    const octets = encodeDeliver({ from: '0770', typeOfAddress: 0xa1, ...message, ...time });
    expect(toHex(octets)).toBe('0404a17007 0000 62708090011100 0ae8329bfd4697d9ec37'.replaceAll(' ', ''));
  });

  it.each([
    [{ from: '12345', ...message }, 'sms/field-value', 'serviceCentreTimestamp'],
    [
      { from: '12345', ...message, serviceCentreTimestamp: 'today' },
      'sms/field-value',
      'serviceCentreTimestamp',
    ],
    [{ from: 'Ann', ...message, ...when }, 'sms/address', 'from'],
    [{ from: 'alpha:Much too long', ...message, ...when }, 'sms/address', 'from'],
    [{ from: '+44 (0)7700', ...message, ...when }, 'sms/address', 'from'],
    [{ from: '12345', ...message, ...when, userDataLength: 20 }, 'sms/user-data-length', 'userData'],
    [
      { from: '12345', ...message, ...when, protocolIdentifier: 256 },
      'sms/field-value',
      'protocolIdentifier',
    ],
  ])('refuses %j', (deliver, code, path) => {
    expect(() => encodeDeliver(deliver)).toThrow(expect.objectContaining({ code, path }));
  });

  it('keeps a time that is none, and an address without digits, where they were read', () => {
    const tpdu = fromHex('04 0081 0000 99999999999999 02e834'.replaceAll(' ', ''));
    const read = decodeDeliver(tpdu);
    expect(read.warnings.map(({ code }) => code)).toEqual(['sms/address-form', 'sms/timestamp']);
    expect(read.serviceCentreTimestamp).toBeUndefined();
    expect(encodeDeliver(read)).toEqual(tpdu);
    expect(() => encodeDeliver(read, { strict: true })).toThrow(
      expect.objectContaining({ code: 'sms/address', path: 'from' }),
    );
  });

  it('writes back what it reads of changed octets', () => {
    const tpdus = [...DELIVERS, ...SUBMITS].flatMap(({ parts }) => parts.map(({ tpdu }) => fromHex(tpdu)));
    const next = random();
    const pick = (): Uint8Array => tpdus[Math.floor(next() * tpdus.length)] ?? new Uint8Array(0);
    let written = 0;
    for (let i = 0; i < runs(10_000); i++) {
      const octets = mutate(pick(), pick(), next);
      octets[0] = (octets[0] ?? 0) & 0xfc;
      const read = readOf(octets);
      if (read === undefined) continue;
      const { warnings: _, typeOfAddress: __, ...said } = decodeDeliver(encodeDeliver(read));
      expect(said, toHex(octets)).toEqual(withoutReports(read));
      written++;
    }
    expect(written).toBeGreaterThan(runs(2500));
  });
});

function readOf(octets: Uint8Array): DecodedDeliver | undefined {
  try {
    return decodeDeliver(octets);
  } catch (error) {
    if (!isMmsError(error)) throw error;
    return undefined;
  }
}

function withoutReports({ warnings: _, typeOfAddress: __, ...said }: DecodedDeliver): object {
  return said;
}
