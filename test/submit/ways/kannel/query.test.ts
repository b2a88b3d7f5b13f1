import { describe, expect, it } from 'vitest';
import { decodeSubmit, encodeSms, encodeSubmit, type SmsSegment } from '../../../../src/sms/index.ts';
import { formatQuery, segmentQuery } from '../../../../src/submit/ways/kannel/query.ts';
import { SEGMENT_VECTORS, segmentOf } from '../vectors.ts';

const NUMBER = '447700900123';

function segmentsOf(options: Partial<Parameters<typeof encodeSms>[0]>): [SmsSegment, ...SmsSegment[]] {
  const [first, ...others] = encodeSms({ to: `+${NUMBER}`, ...options });
  if (first === undefined) throw new Error('no segment');
  return [first, ...others];
}

const queryOf = (segment: SmsSegment): string => formatQuery(segmentQuery(segment, NUMBER));

describe('the query of a segment', () => {
  it.each(SEGMENT_VECTORS)('$name is what a real Kannel took', vector => {
    const classOf = vector.dcs === 'f5' ? '&alt-dcs=1' : '';
    expect(queryOf(segmentOf(vector))).toBe(vector.kannelQuery + classOf);
  });

  it('names a protocol and the reply path where they are not the usual ones', () => {
    const usual = `to=%2B${NUMBER}&coding=0&charset=UTF-8&text=Hi`;
    expect(queryOf(segmentsOf({ text: 'Hi' })[0])).toBe(usual);
    const [unusual] = segmentsOf({ text: 'Hi', protocolIdentifier: 0x41, replyPath: true });
    expect(queryOf(unusual)).toBe(`${usual}&pid=65&rpi=1`);
  });

  it('has the text of the TPDU, also where the segment does not tell it', () => {
    for (const segment of segmentsOf({ text: 'Hello {ways} 10€ '.repeat(20) }))
      expect(queryOf({ ...segment, text: undefined })).toBe(queryOf(segment));
    expect(queryOf({ ...segmentsOf({ text: 'Hi' })[0], text: undefined })).toContain('&text=Hi');
  });

  it.each([
    ['short', 'ş'],
    ['long, with parts and table in one header', 'ş'.repeat(100)],
  ])('is none of a %s text with the table of a nation, which Kannel would lose', (_, text) => {
    const [segment] = segmentsOf({ text, nationalLanguage: { singleShift: 1 } });
    expect(() => queryOf(segment)).toThrow(
      expect.objectContaining({ code: 'submit/not-carried', hint: 'send the text in UCS-2' }),
    );
  });

  it('is none of compressed text', () => {
    const [segment] = segmentsOf({ data: Uint8Array.of(1, 2) });
    const { to, userData } = decodeSubmit(segment.tpdu);
    const tpdu = encodeSubmit({ to, userData, userDataLength: 2, dataCodingScheme: 0x24 });
    expect(() => queryOf({ ...segment, tpdu })).toThrow(
      expect.objectContaining({ code: 'submit/not-carried', message: 'sendsms has no compressed text' }),
    );
  });
});
