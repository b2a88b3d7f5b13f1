import { describe, expect, it } from 'vitest';
import { decodePdu } from '../../../src/mms/index.ts';
import { type MmsOptions, presentation } from '../../../src/presentation/index.ts';

it('a subject is one line: its line breaks become blanks, which is said', async () => {
  const message = await presentation({ subject: 'Spring\r\nsale\tnow' }).slide({ text: 'Hello' }).build();
  const { issues, bytes } = message.encode();
  expect(new TextDecoder().decode(bytes)).toContain('Spring sale now');
  expect(issues).toContainEqual(
    expect.objectContaining({ code: 'header/subject-line-break', path: 'subject', fixed: true }),
  );
  expect(() => message.toMms({ subject: Object(5) })).toThrow(
    expect.objectContaining({ code: 'bytes/value-type', path: 'subject' }),
  );
});

const TO = { to: ['+447700900123'] };
const message = await presentation({ subject: 'Hi' }).slide({ text: 'Hello' }).build();
const told = (options: MmsOptions) => message.encode(options).issues;

describe('what is said of a message that is written', () => {
  it.each<[string, MmsOptions, object[]]>([
    ['nothing where all is usual', TO, []],
    ['a subject of 40 characters', { ...TO, subject: '\u{1f600}'.repeat(40) }, []],
    [
      'a longer one',
      { ...TO, subject: 'x'.repeat(41) },
      [{ code: 'header/subject-too-long', path: 'subject' }],
    ],
    ['a short code', { to: ['ACME1'] }, [{ code: 'header/recipient-form', path: 'to[0]' }]],
    [
      'a mail address with a slash',
      { to: ['a/b@example.com'] },
      [{ code: 'header/mail-slash', path: 'to[0]' }],
    ],
    [
      'no recipient',
      {},
      [{ code: 'mms/no-recipient-composed', path: 'to', hint: expect.stringContaining('give to') }],
    ],
    ['empty lists of them', { to: [], cc: [], bcc: [] }, [{ code: 'mms/no-recipient-composed' }]],
    ['one in copy', { cc: TO.to }, []],
    ['one in blind copy', { to: [], bcc: TO.to }, []],
    ['what its encoder finds', { ...TO, transactionId: '\u00e9' }, [{ code: 'wsp/non-ascii-text' }]],
    ['no date', { messageType: 'm-retrieve-conf' }, [{ code: 'mms/default-date', path: 'date' }]],
    ['a date', { messageType: 'm-retrieve-conf', defaultDate: new Date(1000) }, []],
  ])('%s', (_, options, issues) => {
    expect(told(options)).toHaveLength(issues.length);
    expect(told(options)).toMatchObject(issues);
  });
});

it('nothing is said of a subject that there is not', async () => {
  const plain = await presentation().slide({ text: 'Hello' }).build();
  expect(plain.encode(TO).issues).toEqual([]);
});

it('a header field that is undefined is none', () => {
  expect(decodePdu(message.toMms({ ...TO, subject: Object(undefined).subject }))).toMatchObject({
    subject: 'Hi',
  });
});
