import { describe, expect, it } from 'vitest';
import { MmsError } from '../../src/errors.ts';
import { issue } from '../../src/issues/index.ts';
import { type LintMessage, lint } from '../../src/lint/index.ts';
import { encodePdu } from '../../src/mms/index.ts';
import { GOOD, smil, text } from './samples.ts';

const LONG = 's'.repeat(41);
const codesOf = (message: Uint8Array): string[] => lint(message).map(({ code }) => code);

/** One slide of too short a time. */
const SHORT: LintMessage = {
  parts: [smil('<par dur="999ms"><text src="a.txt" region="Text"/></par>'), text('a.txt', 'hello')],
};
const shortIn = (message: LintMessage, file?: string) =>
  lint(message, { file }).filter(({ code }) => code === 'timing/too-short');

describe('the octets of an .mms', () => {
  it('are judged of a message that was fetched', () => {
    const fetched = encodePdu({
      messageType: 'm-retrieve-conf',
      date: new Date(0),
      subject: LONG,
      contentType: { type: 'application/vnd.wap.multipart.mixed' },
      parts: [text('a.txt', 'hello', null)],
    });
    expect(codesOf(fetched)).toEqual(['text/charset-missing', 'header/subject-too-long']);
  });

  it('are judged of a message that is one part and no more', () => {
    const single = encodePdu({
      messageType: 'm-send-req',
      transactionId: 'T1',
      to: ['+447700900123'],
      contentType: { type: 'text/plain' },
      body: new TextEncoder().encode('hello'),
    });
    expect(lint(single)).toMatchObject([{ code: 'text/charset-missing', path: 'parts[0]' }]);
  });

  it('are not judged where they carry no content', () => {
    const told = encodePdu({
      messageType: 'm-notification-ind',
      transactionId: 'T1',
      messageClass: 'personal',
      messageSize: 1,
      expiry: { relative: 60 },
      contentLocation: 'http://mmsc.example.com/1',
      subject: LONG,
    });
    expect(codesOf(told)).toEqual([]);
  });
});

describe('what cannot be read', () => {
  const unencodable = (error: Error, ...parts: LintMessage['parts']): LintMessage => ({
    parts,
    sizeReport: () => {
      throw error;
    },
  });

  it('is a finding with all that the error says', () => {
    const place = { path: 'parts[0]', offset: 3, hint: 'h' };
    expect(lint(unencodable(new MmsError('mms/field-value', 'x', place)))).toStrictEqual([
      issue('mms/field-value', 'x', place),
    ]);
    expect(lint(unencodable(new MmsError('mms/field-value', 'x')))).toStrictEqual([
      issue('mms/field-value', 'x'),
    ]);
  });

  it('as a whole is judged in its parts', () => {
    const message = unencodable(new MmsError('mms/field-value', 'x'), text('a.txt', 'hello', null));
    expect(lint(message).map(({ code }) => code)).toEqual(['mms/field-value', 'text/charset-missing']);
  });

  it('is thrown on where the fault is not in the message', () => {
    const fault = new RangeError('a fault of the caller');
    expect(() => lint(unencodable(fault))).toThrow(fault);
  });
});

describe('the file of a finding', () => {
  it('is the part where the message has no name', () => {
    expect(shortIn(SHORT)).toMatchObject([{ file: 'smil.smil' }]);
    expect(shortIn(SHORT, 'x.mms')).toMatchObject([{ file: 'x.mms#smil.smil' }]);
  });

  it('is inside the message for what a reader found in its document', () => {
    const known = issue('timing/too-short', 'x', { file: 'smil.smil', path: 'slides[0]' });
    expect(shortIn({ ...SHORT, issues: [known] }, 'x.mms')).toEqual([{ ...known, file: 'x.mms#smil.smil' }]);
  });

  it('is kept where a reader named one', () => {
    const issues = [issue('zip/empty', 'x', { file: 'b.txt' }), issue('zip/empty', 'y')];
    expect(lint({ parts: [], issues }, { file: 'x.mms' })).toEqual([
      { ...issues[0], file: 'b.txt' },
      { ...issues[1], file: 'x.mms' },
    ]);
    expect(lint({ parts: [], issues: issues.slice(1) })).toStrictEqual(issues.slice(1));
  });
});

describe('a finding in the document', () => {
  it('is told once where a reader found it too', () => {
    const known = issue('timing/too-short', 'found by the reader', { path: 'slides[0]' });
    expect(shortIn({ ...SHORT, issues: [known] })).toEqual([known]);
  });

  it('is none in a good one', () => {
    expect(shortIn(GOOD)).toEqual([]);
  });
});
