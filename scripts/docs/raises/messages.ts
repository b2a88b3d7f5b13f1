import type { Raise } from './raise.ts';

const GIF = '47494638396101000100800000ffffff00000021f90400000000002c00000000010001000002024401003b';
const TO = '--to +447700900123';

/** `+447700900123/TYPE=PLMN` with its NUL. */
const NUMBER = '2b3434373730303930303132332f545950453d504c4d4e00';
/** An m-send-req up to its Content-Type. */
const HEAD = `8c80985431008d92890181 97${NUMBER}`.replaceAll(' ', '');
/** Content-Type and body of a text. */
const HELLO = '84 0383 81ea 48656c6c6f'.replaceAll(' ', '');

const decode = (hex: string): Raise => ({ run: `mms decode --hex ${hex}` });
const pdu = (more: string, content = HELLO): Raise => decode(HEAD + more + content);
const typed = (contentType: string): Raise => pdu('', `84${contentType}48656c6c6f`);
const parts = (hex: string): Raise => pdu('', `84a3${hex}`);
const notification = (more: string): Raise => decode(`8c82985431008d92${more}`);

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
  'bytes/truncated': { run: 'mms inspect --as wbxml --hex 0205' },
  'mms/not-a-pdu': decode('00'),
  'mms/unknown-message-type': decode('8cff'),
  'mms/no-recipient-composed': compose(''),
  'mms/default-date': {
    run: 'mms compose a.mms --pdu retrieve-conf -o out.mms --json',
    files: { 'a.mms': HEAD + HELLO },
  },
  'mms/field-dropped': compose(`${TO} --pdu retrieve-conf --date 2026-01-01 --bcc +447700900124`),
  'mms/version-too-low': {
    run: 'mms compose message.yaml -o out.mms',
    files: {
      'message.yaml':
        'to: ["+447700900123"]\nslides: [{ text: Hello }]\nheaders: { mmsVersion: "1.0", contentClass: text }\n',
    },
  },
  'mms/missing-field-read': decode(`8c808d9289018197${NUMBER}${HELLO}`),
  'mms/foreign-field-read': pdu('9581'),
  'mms/repeated-field': pdu('8f808f81'),
  'mms/unknown-value': pdu('8fff'),
  'mms/address-form': decode(`8c80985431008d92890181973f3f00${HELLO}`),
  'mms/value-kept-raw': pdu('8802ffff'),
  'mms/trailing-octets': notification('8a808e0163880381015883687474703a2f2f612f6200010203'),

  'wsp/non-minimal': typed('03 83 81 ea'.replaceAll(' ', '').replace('03', '1f03')),
  'wsp/unknown-media-code': typed('f0'),
  'wsp/part-truncated': { ...parts('01037f838e4869'), besides: ['wsp/missing-terminator'] },
  'wsp/parts-missing': parts('02 04 02 0383 81ea 4869'.replaceAll(' ', '')),
  'wsp/trailing-octets': parts('01 04 02 0383 81ea 4869 ffff'.replaceAll(' ', '')),
  'wsp/empty-multipart': parts(''),
  'wsp/transfer-encoding': {
    ...parts(
      '0120020383 81ea436f6e74656e742d5472616e736665722d456e636f64696e6700376269740 04869'.replaceAll(
        ' ',
        '',
      ),
    ),
    besides: ['wsp/missing-terminator', 'wsp/trailing-octets'],
  },
  'wsp/section-rest': {
    run: 'mms decode --as wsp-push --hex 010602ff00',
    besides: ['wsp/unknown-media-code'],
  },
  'wsp/length-overrun': { ...typed('1e83'), besides: ['wsp/missing-terminator'] },
  'text/charset-mismatch': {
    run: 'mms compose show -o out.mms',
    files: {
      'show/message.json':
        '{ "to": ["+447700900123"], "parts": [{ "src": "a.txt", "type": "text/plain", "charset": "us-ascii" }] }\n',
      'show/a.txt': 'Привет\n',
    },
  },

  'text/charset-not-accepted': lintMessage('slides: [{ text: Привет }]', '--profile samsung-gt-i9000'),
  'name/too-long': compose(TO, { [`${'n'.repeat(45)}.txt`]: 'Hello' }),
  'name/changed': { ...compose(`${TO} --json`, { 'a:b.txt': 'Hello' }), besides: ['zip/no-smil'] },
  'media/type-mismatch': compose(TO, { 'a.jpg': GIF }),
  'media/unknown-type': compose(TO, { 'a.bin': '00010203' }),
  'media/not-a-picture': { run: 'mms bitmap a.gif', files: { 'a.gif': GIF.slice(0, 20) } },
  'media/unknown-profile': { run: 'mms lint a.smil --profile nothing', files: { 'a.smil': '<smil/>' } },
  'media/invalid-profile': {
    run: 'mms lint a.smil --profile phone.json',
    files: { 'a.smil': '<smil/>', 'phone.json': '{ "maxBytes": "many" }' },
  },
  'media/not-in-class': lintMessage('slides: [{ image: a.gif }]', '--content-class text', { 'a.gif': GIF }),
  'media/element-mismatch': lintFolder('', {
    'show.smil':
      '<smil><head><layout><root-layout width="160" height="140"/><region id="Image" width="160" height="140"/></layout></head><body><par dur="5000ms"><img src="a.txt" region="Image"/></par></body></smil>\n',
    'a.txt': 'Hello',
  }),
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
  'size/over-profile': compose(`${TO} --max-size 10`),
  'network/mms-off': lintMessage('slides: [{ text: Hello }]', '--network 440-10'),
  'network/too-many-recipients': lintMessage(
    `to: [${Array.from({ length: 21 }, (_, n) => `"+4477009001${n + 10}"`).join(', ')}]\nslides: [{ text: Hello }]`,
    '--network 204-04',
  ),
  'network/subject-too-long': lintMessage(
    `subject: ${'x'.repeat(81)}\nslides: [{ text: Hello }]`,
    '--network 204-04 --rule header/subject-too-long=off',
  ),
  'lint/unknown-rule': { run: 'mms lint a.smil --rule nothing/at-all=off', files: { 'a.smil': '<smil/>' } },
  'lint/unknown-class': { run: 'mms lint a.smil --content-class huge', files: { 'a.smil': '<smil/>' } },
} satisfies Readonly<Record<string, Raise>>;
