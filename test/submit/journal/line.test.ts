import { describe, expect, it } from 'vitest';
import {
  formatLine,
  headLine,
  isJournalStart,
  type JournalLine,
  parseLine,
  stamped,
} from '../../../src/submit/journal/line.ts';

const HEAD = '{"line":"head","format":"mms-composer journal 1","campaign":"c"}';
const AT = '2004-05-23T14:14:58.000Z';

/** A line of each kind with all that it may hold. */
const LINES: readonly JournalLine[] = [
  { line: 'head', format: 'mms-composer journal 1', campaign: 'c', at: AT },
  { line: 'plan', recipients: ['44'], at: AT },
  { line: 'claim', request: 'r1', recipients: ['44'], at: AT },
  {
    line: 'answer',
    request: 'r1',
    state: 'rejected',
    problem: 'submit/rejected',
    recipients: [{ recipient: '44', state: 'rejected', messageIdentifier: 'm1' }],
    at: AT,
  },
  { line: 'unknown', requests: ['r1'], at: AT },
  { line: 'resolve', recipients: ['44'], state: 'accepted', at: AT },
];

describe('a line of a journal', () => {
  it.each(LINES)('of the kind $line is read as it was written', line => {
    const text = formatLine(line);
    expect(text.endsWith('}\n')).toBe(true);
    expect(parseLine(text.slice(0, -1))).toEqual(line);
  });

  it.each(LINES.flatMap(line => Object.keys(line).map(key => [line.line, key] as const)))(
    'of the kind %s has its %s, unless it is one that may be missing',
    (kind, missing) => {
      const line = LINES.find(one => one.line === kind);
      const rest = Object.entries(line ?? {}).filter(([key]) => key !== missing);
      const isOptional = ['at', 'problem'].includes(missing);
      expect(parseLine(JSON.stringify(Object.fromEntries(rest))) !== undefined).toBe(isOptional);
    },
  );

  it.each(LINES.flatMap(line => Object.keys(line).map(key => [line.line, key] as const)))(
    'of the kind %s has no number for its %s, and no other key',
    (kind, key) => {
      const line = { ...LINES.find(one => one.line === kind) };
      expect(parseLine(JSON.stringify({ ...line, [key]: 7 }))).toBeUndefined();
      expect(parseLine(JSON.stringify({ ...line, [`${key}s`]: '7' }))).toBeUndefined();
    },
  );

  it.each([
    ['another format', { line: 'head', format: 'mms-composer journal 2', campaign: 'c' }],
    ['a state that there is none', { line: 'resolve', recipients: ['44'], state: 'lost' }],
    [
      'a recipient without a state',
      { line: 'answer', request: 'r1', state: 'unknown', recipients: [{ recipient: '44' }] },
    ],
    [
      'a recipient without a number',
      { line: 'answer', request: 'r1', state: 'unknown', recipients: [{ state: 'unknown' }] },
    ],
    ['a kind that there is none', { line: 'end' }],
    ['a list', []],
  ])('has not %s', (_, value) => {
    expect(parseLine(JSON.stringify(value))).toBeUndefined();
  });

  it('is JSON', () => {
    expect(parseLine('{"line":"plan"')).toBeUndefined();
  });
});

describe('the first line', () => {
  it('says the format and the campaign', () => {
    expect(formatLine(headLine('c'))).toBe(`${HEAD}\n`);
  });

  it('may break off anywhere, and may not be any other', () => {
    const start = HEAD.slice(0, HEAD.indexOf(',"campaign"'));
    for (let end = 0; end <= HEAD.length; end++) expect(isJournalStart(HEAD.slice(0, end))).toBe(true);
    expect(isJournalStart(`${start.slice(0, -1)}X`)).toBe(false);
    expect(isJournalStart(`${start.slice(0, -1)}X,`)).toBe(false);
    expect(isJournalStart(`x${HEAD}`)).toBe(false);
    expect(isJournalStart('"')).toBe(false);
  });
});

it('the time stands at the end of a line, where there is one', () => {
  const line = headLine('c');
  expect(stamped(line, undefined)).toEqual(line);
  expect(formatLine(stamped(line, new Date(AT)))).toBe(`${HEAD.slice(0, -1)},"at":"${AT}"}\n`);
});
