import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatResponse, type GatewayReport, isAccepted, parseResponse } from '../../../src/submit/index.ts';
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

describe('an answer', () => {
  const lists = (count: number, others = '') =>
    `MessageIdentifier=${'A,'.repeat(count - 1)}A&Report=${'0,'.repeat(count - 1)}0${others}`;

  it('is a sentence or fields', () => {
    expect(parseResponse('5 -')).toStrictEqual({
      form: 'sentence',
      reports: [{ report: 5, accepted: false }],
      unknown: {},
    });
    expect(parseResponse('a\n-5 - Message Sent OK, thanks')).toStrictEqual({
      form: 'sentence',
      reports: [{ report: -5, accepted: true, text: 'Message Sent OK, thanks' }],
      unknown: {},
    });
    expect(parseResponse('=1&Foo&MessageIdentifier=A&Report=0&Text=&LibraryNumber=')).toEqual({
      form: 'fields',
      reports: [{ messageIdentifier: 'A', report: 0, accepted: true }],
      unknown: { '': ['1'] },
    });
    expect(parseResponse('MessageIdentifier=A&Report=0&Text=')['reports'][0]).not.toHaveProperty('text');
  });

  it.each([
    ['MessageIdentifier=A', 'no Report in the answer'],
    ['MessageIdentifier=A,B,C&Report=0,0,0&Text=a,b', 'expected 1 or 3 values of Text, found 2'],
    [
      'MessageIdentifier=A,B,C&Report=0,0,0&LibraryNumber=1,2',
      'expected 1 or 3 values of LibraryNumber, found 2',
    ],
    ['MessageIdentifier=A,B&Report=0,x', 'report 2 is not a number'],
    ['MessageIdentifier=A&Report=0&LibraryNumber=1x', 'a library number'],
    ['MessageIdentifier=A&Report=0&LibraryNumber=x1', 'a library number'],
  ])('tells what is wrong with it: %s', (body, message) => {
    expect(() => parseResponse(body)).toThrow(message);
  });

  it('has at most 20000 reports', () => {
    expect(parseResponse(lists(20_000)).reports).toHaveLength(20_000);
    expect(() => parseResponse(lists(20_001))).toThrow('at most 20000 reports');
  });

  /** One report, and so many values of a field that nobody knows. */
  const withUnknown = (count: number): string =>
    `MessageIdentifier=A&Report=0${`&x=${','.repeat(19_999)}`.repeat(7)}&x=${','.repeat(count - 140_001)}`;

  it('may have 160000 values', () => {
    expect(parseResponse(withUnknown(159_998)).unknown['x']).toHaveLength(159_998);
  });

  it('has no more values than that', () => {
    expect(() => parseResponse(withUnknown(159_999))).toThrow('at most 160000 values');
  });

  it('is a text or octets', () => {
    expect(() => parseResponse(JSON.parse('5'))).toThrow(
      expect.objectContaining({ code: 'bytes/value-type', path: 'body' }),
    );
  });
});

describe('formatResponse', () => {
  const FINE = { messageIdentifier: 'A-1', report: -2, accepted: true, text: 'queued' };
  const FAILED = { messageIdentifier: 'B', report: 15, accepted: false, text: 'Out of\r\ncredit' };

  it.each([
    [[FINE], 0, '-2 - Message Sent OK'],
    [[FINE, FAILED, FINE], 0, '15 - Out of credit'],
    [[{ report: 15, accepted: false }], 0, '15 - '],
    [[FINE], 1, 'MessageIdentifier=A%2D1&Report=%2D2&Text=queued'],
    [[FAILED, FINE], 1, 'MessageIdentifier=B&Report=15&Text=Out%20of%0D%0Acredit'],
    [[FAILED, FINE, { ...FINE, report: 0 }], 1, 'MessageIdentifier=B&Report=15&Text=Out%20of%0D%0Acredit'],
    [[FINE, { ...FINE, report: 0 }], 1, 'MessageIdentifier=A%2D1&Report=0&Text=queued'],
    [
      [FINE, { report: 15, accepted: false, libraryNumber: 80_000 }],
      3,
      'MessageIdentifier=A%2D1,&Report=%2D2,15&Text=queued,&LibraryNumber=,80000',
    ],
  ] satisfies [GatewayReport[], 0 | 1 | 3, string][])(
    '%# is written as the gateway does',
    (reports, format, answer) => {
      expect(formatResponse(reports, format)).toBe(answer);
    },
  );

  it.each([
    [() => formatResponse([FINE], JSON.parse('2')), 'format'],
    [() => formatResponse([], 3), 'reports'],
    [() => formatResponse([], 0), 'reports'],
    [() => formatResponse(JSON.parse('5'), 3), 'reports'],
  ])('%#: reports and a format are asked for', (run, path) => {
    expect(run).toThrow(expect.objectContaining({ code: 'bytes/value-type', path }));
  });
});
