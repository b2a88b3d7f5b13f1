import type { Raise } from './raise.ts';

const sms = (options: string): Raise => ({ run: `mms sms ${options}` });
const json = (command: string, value: unknown): Raise => ({
  run: `mms ${command} --input message.json --json`,
  files: { 'message.json': `${JSON.stringify(value)}\n` },
});
const ems = (items: readonly unknown[], more: object = {}): Raise => json('ems', { items, ...more });
const tune = (text: string, options = '--to ringing-tone'): Raise => ({
  run: `mms ringtone '${text}' ${options}`,
});
const tone = (hex: string): Raise => ({ run: `mms ringtone ${hex} --to rtttl` });
const event = (value: object) => ({
  note: 'a',
  octave: 5,
  duration: 4,
  modifier: 'none',
  bpm: 100,
  ...value,
});
const wbxml = (hex: string): Raise => ({ run: `mms inspect --as wbxml --hex ${hex}` });

/** SMS, pushes, tunes and pictures, each with one fault. */
export const SHORT_MESSAGE_RAISES = {
  'hex/bad-digit': { run: 'mms decode --hex 8g' },
  'hex/odd-length': { run: 'mms decode --hex 8c8' },
  'sms/address': sms('--text Hi --to 07700x'),
  'sms/field-value': sms('--text Hi --to +447700900123 --protocol-identifier 300'),
  'sms/validity-period': sms('--text Hi --to +447700900123 --validity-period 99999999'),
  'sms/unencodable': sms('--text Привет --encoding gsm7'),
  'sms/lone-surrogate': json('sms', { text: 'a\ud800' }),
  'sms/language': sms('--text Hi --national-language 99'),
  'sms/many-parts': ems([{ type: 'text', text: 'x'.repeat(1000) }]),
  'sms/too-many-parts': json('sms', { text: 'x'.repeat(40_000) }),
  'sms/udh-too-long': sms(`--text Hi --udh 8d708b${'00'.repeat(139)}`),
  'sms/element-length': json('sms', { text: 'Hi', informationElements: [{ id: 0, data: '00' }] }),
  'sms/element-conflict': sms('--text Hi --port 5505 --udh 06050415810000'),
  'sms/port-range': sms('--text Hi --port 70000'),
  'sms/message-type': sms('--decode 02'),
  'sms/user-data-length': sms('--decode 01000b91447700092143000005e8329b'),
  'sms/mixed-parts': sms(
    '--decode 41000c9144770009103200000b0500030102010c32 --decode 41000c9144770009103200000b0500030202020c32',
  ),
  'sms/missing-parts': sms('--decode 41000c914477000910320000080500030102019e'),
  'sms/trailing-octets': sms('--decode 01000b91447700092143000005e8329bfd0600'),
  'sms/alphabet-mismatch': sms('--text Hi --encoding gsm7 --data-coding-scheme 8'),
  'sms/reserved-coding': sms('--decode 01000b91447700092143008005e8329bfd06'),
  'push/missing': {
    run: 'mms push --xml a.xml',
    files: { 'a.xml': '<si/>\n' },
    besides: ['push/not-in-dtd'],
  },
  'push/value-dropped': {
    run: 'mms push --xml a.xml',
    files: { 'a.xml': '<si><indication href="http://example.com/" action="loud">Hi</indication></si>\n' },
  },
  'push/document-type': { run: 'mms push --xml a.xml', files: { 'a.xml': '<html/>\n' } },
  'push/pdu-type': { run: 'mms decode --as wsp-push --hex 01400100' },
  'push/not-in-dtd': {
    run: 'mms push --xml a.xml',
    files: { 'a.xml': '<si><indication href="http://example.com/" colour="red">Hi</indication></si>\n' },
  },
  'wbxml/version': wbxml('04056a00'),
  'wbxml/number': wbxml('02ffffffffffff7f'),
  'wbxml/syntax': wbxml('02056a0001'),
  'wbxml/string-index': wbxml('02056a0045c60d83050101'),
  'wbxml/unknown-token': wbxml('02056a00457f0101'),
  'wbxml/trailing-octets': wbxml('02056a0045c60c036100010103480001010000'),
  'ems/value': ems([{ type: 'sound', number: 99 }]),
  'ems/picture-size': ems([{ type: 'picture', rows: ['#'] }]),
  'ems/melody-too-long': ems([
    {
      type: 'melody',
      imelody: `BEGIN:IMELODY\r\nVERSION:1.2\r\nFORMAT:CLASS1.0\r\nMELODY:${'c2'.repeat(100)}\r\nEND:IMELODY\r\n`,
    },
  ]),
  'ems/user-prompt': ems([{ type: 'userPrompt', objects: 3 }]),
  'ems/not-taken': ems([{ type: 'picture', rows: Array(24).fill('#'.repeat(24)) }], { make: 'Ericsson' }),
  'ems/left-out': ems(
    [
      { type: 'picture', rows: ['#'] },
      { type: 'text', text: 'Hi' },
    ],
    { unfit: 'leave-out' },
  ),
  'ringtone/syntax': {
    run: 'mms ringtone a.rtttl --to midi -o a.mid',
    files: { 'a.rtttl': 'a:d=4,o=5,b=100:?\n' },
  },
  'ringtone/unknown-format': { run: 'mms ringtone tune.bin --to rtttl', files: { 'tune.bin': '00112233' } },
  'ringtone/empty': tune('empty:d=4,o=5,b=100:'),
  'ringtone/tune-value': json('ringtone', { title: 'a', loop: 0, events: [event({ octave: 12 })] }),
  'ringtone/title': json('ringtone --to rtttl', { title: 'a:b', loop: 0, events: [event({})] }),
  'ringtone/option': tune('a:d=4,o=5,b=100:c', '--to wav --sample-rate 1 -o a.wav'),
  'ringtone/title-too-long': tune('much too long a title:d=4,o=5,b=100:c', '--to json'),
  'ringtone/title-cut': {
    ...tune('a title much longer than it may be:d=4,o=5,b=100:c'),
    besides: ['ringtone/title-too-long'],
  },
  'ringtone/tempo-rounded': tune('a:d=4,o=5,b=101:c'),
  'ringtone/dialect': tune('a:d=4,o=5,b=100bpm:c'),
  'ringtone/unknown-control': tune('a:d=4,o=5,b=100,x=1:c'),
  'ringtone/cut-short': tune('a:d=4,o=5,b=100:c,8'),
  'ringtone/out-of-range': tune('a:d=4,o=5,b=100:c9'),
  'ringtone/not-a-ringing-tone': {
    run: 'mms inspect --as ringing-tone --hex 00',
    besides: ['ringtone/command-length'],
  },
  'ringtone/missing-end': tone('024a3a5519a599d1a004000f10418930c30c30c284'),
  'ringtone/trailing-octets': tone('024a3a5519a599d1a004000f10418930c30c30c2840000'),
  'imelody/syntax': {
    run: 'mms ringtone a.imy --to rtttl',
    files: { 'a.imy': 'BEGIN:IMELODY\r\nVERSION:1.2\r\nMELODY:?\r\nEND:IMELODY\r\n' },
  },
  'imelody/cut-short': {
    run: 'mms ringtone a.imy --to rtttl',
    files: { 'a.imy': 'BEGIN:IMELODY\r\nVERSION:1.2\r\nFORMAT:CLASS1.0\r\nBEAT:100\r\nMELODY:c2d2e2\r\n' },
  },
  'midi/not-a-midi-file': { run: 'mms ringtone a.mid --to rtttl', files: { 'a.mid': '4d546800' } },
  'midi/no-notes': {
    run: 'mms ringtone a.mid --to rtttl',
    files: { 'a.mid': '4d546864000000060000000100604d54726b0000000400ff2f00' },
  },
  'bitmap/rows': json('bitmap', { width: 2, height: 1, rows: ['#'] }),
  'bitmap/threshold': {
    run: 'mms bitmap a.gif --dither none --threshold 300',
    files: {
      'a.gif': '47494638396101000100800000ffffff00000021f90400000000002c00000000010001000002024401003b',
    },
  },
  'smart/network-code': json('bitmap --kind operator-logo --mcc 1 --mnc 2', {
    width: 72,
    height: 14,
    rows: Array(14).fill('#'.repeat(72)),
  }),
  'smart/unusual-size': json('bitmap', {
    bitmap: { width: 2, height: 1, rows: ['##'] },
    kind: 'group-graphic',
  }),
  'smart/text-too-long': json('bitmap', {
    bitmap: { width: 72, height: 28, rows: Array(28).fill('#'.repeat(72)) },
    kind: 'picture',
    text: 'x'.repeat(121),
  }),
  'provisioning/imsi': { run: 'mms settings --network 234-10 --sec netwpin --imsi 1' },
  'handsets/unknown-phone': { run: 'mms phones zzzz' },
  'networks/unknown-network': { run: 'mms networks 999-99' },
  'networks/ambiguous-network': { run: 'mms lint a.smil --network vodafone', files: { 'a.smil': '<smil/>' } },
  'networks/no-access-point': { run: 'mms settings --network 234-03' },
  'inspect/unknown-form': { run: 'mms inspect --hex ff' },
} satisfies Readonly<Record<string, Raise>>;
