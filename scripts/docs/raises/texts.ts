import { program, type Raise, type Raises } from './raise.ts';

/** A message of one text. */
const file = (octets: string): Raise =>
  program(`
import { presentation } from 'mms-composer';

const data = ${octets};
const { issues } = await presentation().slide({ text: { name: 'hello.txt', data } }).build();
console.log(issues);`);

/** A message of a text part, judged. */
const part = (octets: string, charset: string): Raise =>
  program(`
import { lint } from 'mms-composer/lint';

const data = ${octets};
const parameters = { charset: '${charset}' };
console.log(lint({ parts: [{ name: 'hello.txt', contentType: 'text/plain', parameters, data }] }));`);

/** A contact, read. */
const card = (text: string): Raise =>
  program(`
import { parseVCard } from 'mms-composer/cards';

const card = parseVCard(${text});
console.log(card.warnings);`);

/** Texts and their charsets, each with one fault. */
export const TEXT_RAISES = {
  'text/unencodable': program(`
import { encodePdu } from 'mms-composer/mms';

encodePdu({
  messageType: 'm-send-req',
  transactionId: 'T1',
  to: ['+447700900123'],
  subject: 'Half a smile: \\ud83d',
  contentType: { type: 'text/plain' },
});`),
  'text/not-a-text': card('5'),
  'text/too-many-lines': card(
    `\`BEGIN:VCARD\\nVERSION:2.1\\nN:Smith;John\\n\${'NOTE:Hello\\n'.repeat(20_001)}END:VCARD\\n\``,
  ),
  'text/charset-missing': {
    run: 'mms lint message.mms',
    files: { 'message.mms': '8c848d9285010184a3010102834869' },
  },
  'text/charset-guessed': part(`Buffer.from('naïve', 'latin1')`, 'utf-8'),
  'text/charset-mismatch': {
    run: 'mms compose show -o out.mms',
    files: {
      'show/message.json':
        '{ "to": ["+447700900123"], "parts": [{ "src": "a.txt", "type": "text/plain", "charset": "us-ascii" }] }\n',
      'show/a.txt': 'Привет\n',
    },
  },
  'text/charset-not-accepted': {
    run: 'mms lint message.yaml --profile samsung-gt-i9000',
    files: { 'message.yaml': 'slides: [{ text: Привет }]\n' },
  },
  'text/converted': file(`Buffer.from('\\ufeffHello', 'utf16le')`),
  'text/rare-charset': part(`Buffer.from('\\ufeffHello', 'utf16le')`, 'utf-16'),
  'text/utf16-without-bom': {
    ...part(`Buffer.from('Hello', 'utf16le')`, 'utf-16'),
    besides: ['text/rare-charset'],
  },
  'text/too-long': {
    run: 'mms lint message.yaml --profile phone.json',
    files: {
      'message.yaml': 'slides: [{ text: "Hello, hello, hello" }]\n',
      'phone.json': '{ "id": "old-phone", "maxTextLength": 10, "accept": ["text/plain"] }\n',
    },
  },
  'text/wide': card(
    `Buffer.from('BEGIN:VCARD\\r\\nVERSION:2.1\\r\\nN:Smith;John\\r\\nEND:VCARD\\r\\n', 'utf16le')`,
  ),
  'text/padding': card(`'BEGIN:VCARD\\r\\nVERSION:2.1\\r\\nN:Smith;John\\r\\nEND:VCARD\\r\\n\\0\\0'`),
  'text/half-character': card(
    `'BEGIN:VCARD\\r\\nVERSION:2.1\\r\\nN:Smith;John\\r\\nNOTE:\\ud83d\\r\\nEND:VCARD\\r\\n'`,
  ),
  'text/indented': {
    run: 'mms vcard card.vcf',
    files: { 'card.vcf': '  BEGIN:VCARD\n  VERSION:2.1\n  N:Smith;John\n  END:VCARD\n' },
  },
} satisfies Raises;
