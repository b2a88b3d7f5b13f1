import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatResponse,
  type GatewayReport,
  isAccepted,
  parseResponse,
  REPORT_CODES,
} from '../../../src/submit/index.ts';
import { type Audience, judgeAnswer } from '../../../src/submit/verdict/outcome.ts';
import { expectLinear } from '../../support/growth.ts';
import { runs } from '../../support/property.ts';

const unreadable = expect.objectContaining({ code: 'submit/unreadable-response' });

describe('parseResponse', () => {
  it.each([
    ['format 0, manual', '171 - Invalid login', [{ report: 171, accepted: false, text: 'Invalid login' }]],
    [
      'format 0, success',
      '01 - Message Sent OK\r\n',
      [{ report: 1, accepted: true, text: 'Message Sent OK' }],
    ],
    ['format 0, last line', 'Checking\n3 - Bad number', [{ report: 3, accepted: false, text: 'Bad number' }]],
    [
      'format 1, manual',
      'MessageIdentifier=30106CCE&Report=2&Text=Invalid%20Login',
      [{ messageIdentifier: '30106CCE', report: 2, accepted: false, text: 'Invalid Login' }],
    ],
    [
      'format 3, manual',
      'MessageIdentifier=30106CCE,30106CCF&Report=%2D2,15&Text=Accepted%20by%20csoft%3A%20queued,Out%20of%20credit',
      [
        { messageIdentifier: '30106CCE', report: -2, accepted: true, text: 'Accepted by csoft: queued' },
        { messageIdentifier: '30106CCF', report: 15, accepted: false, text: 'Out of credit' },
      ],
    ],
    [
      'an encoded comma belongs to its value',
      'MessageIdentifier=A,B&Report=0,0&Text=a%2Cb,c',
      [
        { messageIdentifier: 'A', report: 0, accepted: true, text: 'a,b' },
        { messageIdentifier: 'B', report: 0, accepted: true, text: 'c' },
      ],
    ],
    [
      'one library number for all',
      'MessageIdentifier=A,B&Report=%2D2,%2D2&LibraryNumber=80001',
      [
        { messageIdentifier: 'A', report: -2, accepted: true, libraryNumber: 80001 },
        { messageIdentifier: 'B', report: -2, accepted: true, libraryNumber: 80001 },
      ],
    ],
    [
      'a library number each, names in any case, plus and raw minus',
      'messageidentifier=A,B&REPORT=-2,-2&text=a+b,&librarynumber=80001,',
      [
        { messageIdentifier: 'A', report: -2, accepted: true, text: 'a b', libraryNumber: 80001 },
        { messageIdentifier: 'B', report: -2, accepted: true },
      ],
    ],
    [
      'no identifier but a place for it',
      'MessageIdentifier=-1&Report=2',
      [{ messageIdentifier: '-1', report: 2, accepted: false }],
    ],
    [
      'a malformed escape',
      'MessageIdentifier=A&Report=0&Text=100%',
      [{ messageIdentifier: 'A', report: 0, accepted: true, text: '100%' }],
    ],
  ] satisfies [string, string, GatewayReport[]][])('%s', (_, body, reports) => {
    expect(parseResponse(body).reports).toEqual(reports);
    expect(parseResponse(new TextEncoder().encode(body)).reports).toEqual(reports);
  });

  it.each([
    '',
    ' \r\n',
    '<html><body>OK</body></html>',
    'Report=0',
    'MessageIdentifier=A',
    'MessageIdentifier=A,B&Report=0',
    'MessageIdentifier=A&Report=0,0',
    'MessageIdentifier=A&Report=',
    'MessageIdentifier=A&Report=1234',
    'MessageIdentifier=A&Report=0x2',
    'MessageIdentifier=A&Report=--2',
    'MessageIdentifier=A,B,C&Report=0,0,0&Text=a,b',
    'MessageIdentifier=A&Report=0&LibraryNumber=123456',
    'MessageIdentifier=A&Report=0&Text=a,b',
    '1234 - x',
  ])('refuses %j', body => {
    expect(() => parseResponse(body)).toThrow(unreadable);
  });

  it('keeps what it does not know, and repeated names append', () => {
    const { unknown, reports } = parseResponse(
      'MessageIdentifier=A&Report=0&MessageIdentifier=B&Report=2&Foo=1,2&__proto__=x',
    );
    expect(reports.map(({ report }) => report)).toEqual([0, 2]);
    expect(unknown['foo']).toEqual(['1', '2']);
    expect(Object.getPrototypeOf(unknown)).toBe(null);
    expect('x' in {}).toBe(false);
  });

  it('reads what formatResponse writes', () => {
    const report = fc.record(
      {
        messageIdentifier: fc.stringMatching(/^[0-9A-F]{8}$/),
        report: fc.integer({ min: -999, max: 999 }),
        text: fc
          .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
          .filter(text => text.trim() === text),
        libraryNumber: fc.integer({ min: 1, max: 99999 }),
      },
      { requiredKeys: ['messageIdentifier', 'report'] },
    );
    fc.assert(
      fc.property(fc.array(report, { minLength: 1, maxLength: 6 }), drawn => {
        const reports = drawn.map(entry => ({ ...entry, accepted: isAccepted(entry.report) }));
        // One value for several reports stands for all of them.
        const alone =
          reports.length === 1 ? reports : reports.map(entry => ({ text: 't', libraryNumber: 1, ...entry }));
        expect(parseResponse(formatResponse(alone, 3)).reports).toEqual(alone);
        const last = alone.findLast(({ accepted }) => !accepted) ?? alone.at(-1);
        expect(parseResponse(formatResponse(alone, 1)).reports).toEqual([last]);
        expect(parseResponse(formatResponse(alone, 0)).reports[0]?.accepted).toBe(
          alone.every(({ accepted }) => accepted),
        );
      }),
      { numRuns: runs(1000) },
    );
  });

  it('gives a value or a typed error for any text', () => {
    const unit = fc.constantFrom(
      '&',
      '=',
      ',',
      '%',
      '2D',
      'Report',
      'MessageIdentifier',
      'Text',
      'LibraryNumber',
      '0',
      ' - ',
      '\n',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), body => {
        try {
          expect(parseResponse(body).reports.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toEqual(unreadable);
        }
      }),
      { numRuns: runs(3000) },
    );
  });

  it.each(['a', ',', '=', ' ', '&', '%', '\n', 'Report=0,', '- '])(
    'takes linear time for 1 MB of %j',
    unit => {
      for (const head of ['', 'MessageIdentifier=1&Report=0', '1 - ']) {
        expectLinear(length => {
          expect(() => {
            parseResponse(head + unit.repeat(length / unit.length));
            throw unreadable;
          }).toThrow();
        }, 1_000_000);
      }
    },
  );
});

describe('the report codes', () => {
  it('are unique, and follow the sign but for the two that processed the rest', () => {
    const codes = REPORT_CODES.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const odd = REPORT_CODES.filter(({ code, accepted }) => accepted !== code <= 0).map(({ code }) => code);
    expect(odd).toEqual([11, 19]);
    expect([isAccepted(-99), isAccepted(1), isAccepted(500)]).toEqual([true, false, false]);
  });
});

describe('the verdict on an answer', () => {
  const judge = (body: string, recipients: readonly string[], recipientsAreAll = true) => {
    const audience: Audience = { recipients, recipientsAreAll };
    const answer = { kind: 'answer', status: 200, body: new TextEncoder().encode(body) } as const;
    return judgeAnswer(answer, audience);
  };
  const two = ['447700900123', '447700900124'];

  it.each([
    ['all accepted', 'MessageIdentifier=A,B&Report=0,0', two, true, 'accepted', []],
    ['some accepted', 'MessageIdentifier=A,B&Report=0,15', two, true, 'partial', []],
    ['none accepted', 'MessageIdentifier=A,B&Report=8,15', two, true, 'rejected', []],
    ['characters removed', 'MessageIdentifier=A,B&Report=11,19', two, true, 'accepted', []],
    [
      'one success stands for all',
      'MessageIdentifier=B&Report=%2D2',
      two,
      true,
      'accepted',
      ['submit/response-count'],
    ],
    ['one failure may be the last of several', 'MessageIdentifier=B&Report=15', two, true, 'unknown', []],
    [
      'an invalid login is about the request',
      'MessageIdentifier=B&Report=2',
      two,
      true,
      'rejected',
      ['submit/response-count'],
    ],
    ['the same in format 0', '171 - Invalid login', two, true, 'rejected', ['submit/response-count']],
    ['another failure in format 0', '15 - Out of credit', two, true, 'unknown', []],
    [
      'a failure in format 0 for the only number',
      '15 - Out of credit',
      two.slice(0, 1),
      true,
      'rejected',
      [],
    ],
    ['more reports than numbers', 'MessageIdentifier=A,B,C&Report=0,0,0', two, true, 'unknown', []],
    ['copies make the count unknown', 'MessageIdentifier=A,B,C&Report=0,0,15', two, false, 'partial', []],
    ['an address book with one failure', 'MessageIdentifier=A&Report=15', [], false, 'unknown', []],
  ] satisfies [string, string, readonly string[], boolean, string, string[]][])(
    '%s',
    (_, body, recipients, areAll, outcome, warnings) => {
      const verdict = judge(body, recipients, areAll);
      expect(verdict.outcome).toBe(outcome);
      expect((verdict.warnings ?? []).map(({ code }) => code)).toEqual(warnings);
      expect(verdict.problem === undefined).toBe(outcome === 'accepted' || outcome === 'partial');
    },
  );

  it('names the numbers only when the counts match and nobody else got it', () => {
    const body = 'MessageIdentifier=A,B&Report=0,15';
    expect(judge(body, two).results.map(({ recipient }) => recipient)).toEqual(two);
    expect(judge(body, two, false).results.map(({ recipient }) => recipient)).toEqual([undefined, undefined]);
  });

  it('gives one library number, not several', () => {
    expect(judge('MessageIdentifier=A,B&Report=0,0&LibraryNumber=80001', two).libraryNumber).toBe(80001);
    expect(judge('MessageIdentifier=A,B&Report=0,0&LibraryNumber=1,2', two).libraryNumber).toBe(undefined);
  });
});
