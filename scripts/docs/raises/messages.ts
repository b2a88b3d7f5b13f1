import { GIF } from './pdus.ts';
import { program, type Raise } from './raise.ts';

const TO = '--to +447700900123';

const compose = (options: string, files: Raise['files'] = { 'a.txt': 'Hello' }): Raise => ({
  run: `mms compose ${Object.keys(files).join(' ')} ${options} -o out.mms`,
  files,
});
const lintFolder = (options: string, files: Readonly<Record<string, string>>): Raise => ({
  run: `mms lint show${options === '' ? '' : ' '}${options}`,
  files: Object.fromEntries(Object.entries(files).map(([name, text]) => [`show/${name}`, text])),
});
const lintMessage = (yaml: string, options = '', files: Raise['files'] = {}): Raise => ({
  run: `mms lint message.yaml${options === '' ? '' : ' '}${options}`,
  files: { 'message.yaml': `${yaml}\n`, ...files },
});

/** Messages and their parts, each with one fault. */
export const MESSAGE_RAISES = {
  'name/too-long': compose(TO, { [`${'n'.repeat(45)}.txt`]: 'Hello' }),
  'name/changed': { ...compose(`${TO} --json`, { 'a:b.txt': 'Hello' }), besides: ['zip/no-smil'] },
  'name/collision': {
    ...lintFolder('', { 'a/b.txt': 'one', 'c/b.txt': 'two' }),
    besides: ['name/flattened', 'zip/no-smil'],
  },
  'header/subject-too-long': lintMessage(`subject: ${'x'.repeat(41)}\nslides: [{ text: Hello }]`),
  'header/subject-line-break': {
    run: 'mms compose message.yaml -o out.mms --json',
    files: { 'message.yaml': 'to: ["+447700900123"]\nsubject: "one\\ntwo"\nslides: [{ text: Hello }]\n' },
  },
  'header/recipient-form': lintMessage('to: ["12ab"]\nslides: [{ text: Hello }]'),
  'header/mail-slash': lintMessage('to: ["a/b@example.com"]\nslides: [{ text: Hello }]'),
  'header/long-sender': lintMessage(
    'headers: { from: "A name that is far too long for a phone <a@example.com>" }\nslides: [{ text: Hello }]',
  ),
  'header/late-field': lintMessage(
    'headers: { mmsVersion: "1.3", drmContent: true }\nslides: [{ text: Hello }]',
  ),
  'header/content-class-mismatch': {
    ...lintMessage('headers: { mmsVersion: "1.3", contentClass: text }\nslides: [{ image: a.gif }]', '', {
      'a.gif': GIF,
    }),
    besides: ['header/late-field'],
  },
  'network/mms-off': lintMessage('slides: [{ text: Hello }]', '--network 440-10'),
  'network/image-too-large': lintMessage('slides: [{ image: a.gif }]', '--network 204-04', {
    'a.gif': GIF.replace('01000100', '8813b80b'),
  }),
  'network/no-group': lintMessage(
    'to: ["+34600000001", "+34600000002"]\nslides: [{ text: Hello }]',
    '--network 214-01',
  ),
  'network/too-many-recipients': lintMessage(
    `to: [${Array.from({ length: 21 }, (_, n) => `"+4477009001${n + 10}"`).join(', ')}]\nslides: [{ text: Hello }]`,
    '--network 204-04',
  ),
  'network/subject-too-long': lintMessage(
    `subject: ${'x'.repeat(81)}\nslides: [{ text: Hello }]`,
    '--network 204-04 --rule header/subject-too-long=off',
  ),
  'lint/unknown-rule': { run: 'mms lint a.smil --rule nothing/at-all=off', files: { 'a.smil': '<smil/>' } },
  'lint/unknown-level': program(`
import { lint } from 'mms-composer/lint';

lint({ parts: [] }, { rules: { 'smil/root': 'loud' } });`),
  'lint/unknown-class': { run: 'mms lint a.smil --content-class huge', files: { 'a.smil': '<smil/>' } },
} satisfies Readonly<Record<string, Raise>>;
