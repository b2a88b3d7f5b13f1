import type { Raise } from './raise.ts';

const SERVER = '--server http://127.0.0.1:1';
const send = (options: string, files?: Raise['files']): Raise => ({
  run: `mms send ${options} --dry-run`,
  ...(files === undefined ? {} : { files }),
});
const text = (options: string): Raise => send(`text --text Hi ${options} ${SERVER}`);
const input = (kind: string, value: unknown): Raise =>
  send(`${kind} --input message.json ${SERVER}`, { 'message.json': `${JSON.stringify(value)}\n` });

/** A message that is refused as a whole, with what is wrong with it. */
const refused = (raise: Raise): Raise => ({
  ...raise,
  run: `${raise.run} --json`,
  besides: ['submit/invalid-message'],
});

/** Submissions, each with one fault; nothing is sent. */
export const SUBMISSION_RAISES = {
  'submit/invalid-message': text('--to 07700900123'),
  'submit/missing': refused(send(`group-graphic --to 447700900123 ${SERVER}`)),
  'submit/value': refused(text('--to 447700900123 --delay 20000')),
  'submit/type': refused(input('text', { to: ['447700900123'], text: 5 })),
  'submit/too-long': refused(
    send(`mms a.txt --to 447700900123 --subject ${'x'.repeat(51)} ${SERVER}`, { 'a.txt': 'Hello' }),
  ),
  'submit/character': refused(input('text', { to: ['447700900123'], text: 'Hi', replyTo: '1\n2' })),
  'submit/conflict': refused(text('--to 447700900123 --delay 5 --at 2026-01-01T00:00:00Z')),
  'submit/unknown-key': refused(input('text', { to: ['447700900123'], text: 'Hi', colour: 'red' })),
  'submit/recipient': refused(text('--to 07700900123')),
  'submit/no-recipient': refused(text('')),
  'submit/duplicate-recipient': text('--to 447700900123,447700900123'),
  'submit/many-recipients': text(`--to ${Array.from({ length: 351 }, (_, n) => 447700900000 + n).join()}`),
  'submit/library-range': send(`mms --library 123 --to 447700900123 ${SERVER}`),
  'submit/long-unicode-text': send(
    `mms a.txt --to 447700900123 --subject 'Привет, это длинная тема письма' ${SERVER}`,
    { 'a.txt': 'Hello' },
  ),
  'submit/si-id-missing': send(
    `service-indication --href http://example.com/ --text Hi --to 447700900123 ${SERVER}`,
  ),
  'submit/card-slips': send(`vcard a.vcf --to 447700900123 ${SERVER}`, {
    'a.vcf': 'BEGIN:VCARD\nVERSION:2.1\nN:Smith,John\nEND:VCARD\n',
  }),
} satisfies Readonly<Record<string, Raise>>;
