import { describe } from 'vitest';
import { itDecodes, NO_TEXT, RETRIEVE, type ToleranceRow, z } from './tolerance.ts';

const subject = (name: string, hex: string, text: string) => ({
  name,
  hex: `${RETRIEVE} 96 ${hex} ${NO_TEXT}`,
  value: { subject: text },
});

const to = (name: string, hex: string, address: string) => ({
  name,
  hex: `${RETRIEVE} 97 ${hex} ${NO_TEXT}`,
  value: { to: [address] },
});

describe('texts in a stated charset are read', () => {
  itDecodes([
    subject('ISO-8859-1', '07 84 4772fcdf6500', 'Grüße'),
    subject('ISO-8859-1 after a Quote', '04 84 7f e900', 'é'),
    subject('ISO-8859-1 keeps octets 80 to 9F', '04 84 4180 00', 'A\u0080'),
    subject('UTF-8', '09 ea 4772c3bcc39f6500', 'Grüße'),
    subject('UTF-8 after a Quote', '05 ea 7f c3a900', 'é'),
    subject('UTF-8 with a byte order mark, which is kept', '08 ea 7f efbbbf486900', '\ufeffHi'),
    subject('Shift_JIS', '05 91 7f 82a000', 'あ'),
    subject('windows-1252', '06 0208cc 418000', 'A€'),
    subject('any charset, but US-ASCII octets', '04 80 486900', 'Hi'),
    subject('UTF-16 is big-endian and ends with a pair of zeros', '07 0203f7 263a0000', '☺'),
    subject('UTF-16 ends with a single zero', '06 0203f7 263a00', '☺'),
    subject('UTF-16 with a mark is little-endian', '09 0203f7 fffe41000000', 'A'),
    subject('UTF-16LE of which the last unit holds a zero', '06 0203f6 410000', 'A'),
    subject('UCS-2', '07 0203e8 263a0000', '☺'),
  ]);
});

describe('texts that look odd are legal', () => {
  itDecodes([
    subject('quotation marks are text in a Subject', z('"Hi"'), '"Hi"'),
    subject('an opening quotation mark is text in a Subject', z('"Hi'), '"Hi'),
    subject('an encoded-word stays as it stands', z('=?utf-8?B?w6k=?='), '=?utf-8?B?w6k=?='),
    to('quotation marks are text in an address', z('"a"@b'), '"a"@b'),
    to('an address states US-ASCII', `0e 83 ${z('+1/TYPE=PLMN')}`, '+1/TYPE=PLMN'),
    to('an address states UTF-8', `0e ea ${z('+1/TYPE=PLMN')}`, '+1/TYPE=PLMN'),
    to('an address lacks its type', z('+447700900123'), '+447700900123'),
    to('an address spells its type in capitals', z('192.0.2.7/TYPE=IPV4'), '192.0.2.7/TYPE=IPV4'),
    to('an address has a type that nobody knows', z('x/TYPE=foo'), 'x/TYPE=foo'),
    {
      name: 'a From has a display name',
      hex: `${RETRIEVE} 890b80 ${z('Bob <a@b>')} ${NO_TEXT}`,
      value: { from: 'Bob <a@b>' },
    },
    {
      name: 'quotation marks are text in a Message-ID',
      hex: `${RETRIEVE} 8b${z('"a"')} 98${z('"b"')} ${NO_TEXT}`,
      value: { messageId: '"a"', transactionId: '"b"' },
    },
  ]);
});

describe('an empty free text says nothing and is absent', () => {
  const empty = (name: string, hex: string): ToleranceRow => ({
    name,
    hex: `${RETRIEVE} 96 ${hex} ${NO_TEXT}`,
    value: { subject: undefined },
    warnings: [['mms/empty-text', 11, 'subject']],
  });
  itDecodes([
    empty('as a single octet', '00'),
    empty('with its charset', '02ea00'),
    {
      name: 'in the grouped form',
      hex: `8c95 983100 8d93 92028180 93028100 8304812f6100`,
      value: { responseText: undefined },
      warnings: [['mms/empty-text', 12, 'responseText']],
    },
  ]);
});

describe('texts against their charset are guessed', () => {
  itDecodes([
    {
      ...subject('any charset is tried as UTF-8', '05 80 7f c3a900', 'é'),
      warnings: [['wsp/charset-guessed', 14, 'subject']],
    },
    {
      ...subject('any charset, not UTF-8, is ISO-8859-1', '04 80 7f e900', 'é'),
      warnings: [['wsp/charset-guessed', 14, 'subject']],
    },
    {
      ...subject('US-ASCII with high octets is tried as UTF-8', '05 83 7f c3a900', 'é'),
      warnings: [['wsp/charset-guessed', 14, 'subject']],
    },
    {
      ...subject('US-ASCII with high octets, not UTF-8, is ISO-8859-1', '04 83 41e900', 'Aé'),
      warnings: [['wsp/charset-guessed', 13, 'subject']],
    },
    {
      ...subject('a charset that nobody knows is tried as UTF-8', '07 0203e7 7f c3a900', 'é'),
      warnings: [['wsp/charset-guessed', 16, 'subject']],
    },
    {
      ...subject('a text cut inside a character ends with U+FFFD', '05 ea 4869c300', 'Hi\ufffd'),
      warnings: [['wsp/charset-guessed', 13, 'subject']],
    },
    {
      ...subject('UTF-8 without charset', '7fc3a900', 'é'),
      warnings: [['wsp/non-ascii-text', 12, 'subject']],
    },
    {
      ...subject('UTF-8 without charset after a letter', '41c3a900', 'Aé'),
      warnings: [['wsp/non-ascii-text', 11, 'subject']],
    },
    {
      ...subject('ISO-8859-1 without charset', '41e900', 'Aé'),
      warnings: [['wsp/non-ascii-text', 11, 'subject']],
    },
  ]);
});

describe('texts of a wrong form are read', () => {
  itDecodes([
    {
      ...subject('a Quote before US-ASCII is dropped', `7f${z('Hi')}`, 'Hi'),
      warnings: [['wsp/stray-quote', 11, 'subject']],
    },
    {
      ...subject('octets after the final 00 of a counted text are skipped', '06 ea 486900 4a00', 'Hi'),
      warnings: [['wsp/section-rest', 16, 'subject']],
    },
    {
      ...subject('a control character is kept', '41014200', 'A\u0001B'),
      warnings: [['wsp/text-control', 11, 'subject']],
    },
  ]);
});
