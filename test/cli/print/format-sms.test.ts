import { describe, expect, it } from 'vitest';
import { formatDecodedSms, formatMeasure, formatSegments } from '../../../src/cli/print/format-sms.ts';
import { decodeSms, encodeSms, measureSms } from '../../../src/sms/index.ts';

const measured = (message: Parameters<typeof measureSms>[0]): string => formatMeasure(measureSms(message));

describe('the measure of an SMS', () => {
  it('names the tables of a language', () => {
    expect(measured({ text: 'ş', nationalLanguage: { singleShift: 1 } })).toContain(', single shift table 1');
    expect(measured({ text: 'ş', nationalLanguage: { lockingShift: 1 } })).toContain(
      ', locking shift table 1',
    );
    expect(measured({ text: 'a' })).toMatch(/^encoding +GSM 7-bit \(data coding scheme 00\)$/m);
  });

  it('names the first characters that forced UCS-2, and counts the rest', () => {
    expect(measured({ text: 'Ж' })).toMatch(/^UCS-2 forced by +Ж \(U\+0416\) at character 1$/m);
    expect(measured({ text: 'ЖЗИЙКЛМ' })).toMatch(/Ж .* and 2 more$/m);
    expect(measured({ text: 'Ж' })).toContain('(characters above U+FFFF take two)');
  });

  it('counts octets', () => {
    expect(measured({ data: new Uint8Array(3) })).toMatch(/^octets left +137$/m);
  });

  it('tells by what a character was replaced', () => {
    expect(measured({ text: '“Hi”', transliterate: true })).toMatch(/^replaced +“ by "\\"", ” by "\\""$/m);
  });
});

describe('an SMS that was read', () => {
  it('shows its octets where it is no text, and its ports', () => {
    const [segment] = encodeSms({
      to: '12345',
      data: Uint8Array.of(1, 0xff),
      ports: { destination: 5505, source: 0 },
    });
    const told = formatDecodedSms(decodeSms([segment?.tpdu ?? new Uint8Array()]));
    expect(told).toMatch(/^data +01ff$/m);
    expect(told).toMatch(/^port +5505, source 0$/m);
    expect(told).toMatch(/^to +12345$/m);
    expect(told).not.toMatch(/^text/m);
  });

  it('shows its text, and which parts are missing', () => {
    const segments = encodeSms({ to: '12345', text: 'a'.repeat(400) });
    const told = formatDecodedSms(decodeSms(segments.slice(0, 2).map(({ tpdu }) => tpdu)));
    expect(told).toMatch(/^parts +2, missing 3$/m);
    expect(told).toMatch(/^text +a+/m);
    expect(told).not.toMatch(/^(?:data|port)/m);
    expect(formatSegments(segments)).toContain('part 3 of 3, AT+CMGS=');
  });
});
