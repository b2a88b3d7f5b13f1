import { describe, it } from 'vitest';
import { parseHex } from '../../src/bytes/index.ts';
import { parseVCalendar, parseVCard } from '../../src/cards/index.ts';
import { isMmsError } from '../../src/errors.ts';
import { readProfileAddress } from '../../src/handsets/profile-address.ts';
import { parseDuration, parseSize, parseTime } from '../../src/manifest/index.ts';
import { readProfile, safePartName } from '../../src/media/index.ts';
import { nameKey, parseSmilPart, partFinder, rootPart } from '../../src/message/index.ts';
import { encodePdu } from '../../src/mms/index.ts';
import { parseIMelody, parseRtttl, parseRtx } from '../../src/ringtone/index.ts';
import { parseSckl } from '../../src/smart/index.ts';
import { parseSmil } from '../../src/smil/index.ts';
import { decodeForm, parseResponse } from '../../src/submit/index.ts';
import { serverUrl } from '../../src/submit/transport/server-url.ts';
import { decodeQuotedPrintable, printable } from '../../src/text/index.ts';
import { parseXml } from '../../src/xml/index.ts';
import { expectLinearWork } from '../support/growth.ts';

/** Far above what a quadratic reader does in a second. */
const LENGTH = 40_000;

/** What patterns and loops stumble over when it is repeated. */
const SHAPES = [
  '"',
  "'",
  '/',
  ' ',
  '\t ',
  '\\',
  ';',
  ',',
  ':',
  '=',
  '.',
  '-_',
  '<',
  '>',
  '<>"',
  '&',
  '&#',
  '%4',
  '\r\n',
  '\r\n ',
  '=\r\n',
  '\u2028',
  'a',
  '0',
  'a1',
  'a;b=',
  '{{ ',
  '- [',
  '\u0000',
  '\u0301',
] as const;

type Decoder = readonly [name: string, read: (text: string) => unknown, ...frames: string[]];

/** Readers of text, each with what leads a hostile text into its depth, and what follows it. */
const DECODERS: readonly Decoder[] = [
  ['SMIL', parseSmil, '<smil><body><par dur="|"/></body></smil>', '<smil>|'],
  [
    'a SMIL part',
    text => parseSmilPart({ parameters: {}, data: new TextEncoder().encode(text) }),
    '<smil><body><par><text src="|"/></par></body></smil>',
  ],
  ['XML', parseXml, '|', '<a b="|"/>', '<a>|</a>', '<!--|', '<?xml |?><a/>', '<!DOCTYPE a |><a/>'],
  ['a user agent profile', text => readProfile(text, 'x'), '<rdf:RDF>|</rdf:RDF>', '{"id":"|"}'],
  [
    'a vCard',
    parseVCard,
    'BEGIN:VCARD\r\nVERSION:2.1\r\nN:|\r\nEND:VCARD\r\n',
    'BEGIN:VCARD\r\nVERSION|',
    'BEGIN:VCARD\r\nTEL;|:1\r\nEND:VCARD\r\n',
    'BEGIN:VCARD\r\nNOTE;ENCODING=QUOTED-PRINTABLE:|\r\nEND:VCARD\r\n',
    'BEGIN:VCARD\r\nVERSION:3.0\r\nPHOTO:data:image/jpeg;base64,|\r\nGEO:|\r\nEND:VCARD\r\n',
  ],
  [
    'a vCalendar',
    parseVCalendar,
    'BEGIN:VCALENDAR\r\nVERSION:1.0\r\nBEGIN:VEVENT\r\nRRULE:|\r\nDTSTART:|\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nRRULE:FREQ=|\r\nATTENDEE:|\r\nATTACH:data:|\r\nTRIGGER:|\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  ],
  ['RTTTL', parseRtttl, '|', 'a:d=4,o=5:|', 'a:|:c'],
  ['RTX', parseRtx, '|', 'a:d=4:|'],
  [
    'iMelody',
    parseIMelody,
    'BEGIN:IMELODY\r\nVERSION:1.2\r\nMELODY:|\r\nEND:IMELODY\r\n',
    'BEGIN:IMELODY\r\nNAME:|',
  ],
  ['SCKL', parseSckl, '//SCKL|', '|'],
  [
    'a duration, a time and a size',
    text => [parseDuration, parseTime, parseSize].map(read => settle(() => read(text))),
  ],
  ['hexadecimal', parseHex, '|', '0000: |', '0000: 8c |', '\\x8c|'],
  [
    'the names of parts',
    text => {
      const part = {
        name: text,
        contentId: `<${text}>`,
        contentLocation: text,
        contentType: 'image/gif',
        parameters: {},
      };
      const find = partFinder([part]);
      return [
        find(text),
        find(`cid:${text}`),
        find(`<${text}`),
        nameKey(text),
        rootPart([part], { parameters: { start: text } }),
      ];
    },
  ],
  ['a safe part name', text => safePartName(text, [])],
  ['an answer of the gateway', parseResponse, '|', 'MessageIdentifier=1&Report=|', 'Report=1&|', '1 - |'],
  ['a form', decodeForm, '|', 'Username=a&PIN=1&SendTo=|&Message=|', 'vCard=|', 'MMSNotificationFileName1=|'],
  ['an address of a server', text => serverUrl(text), '|', 'https://|', 'https://a/|@', 'https://a/?|'],
  [
    'header fields to encode',
    text =>
      encodePdu({
        messageType: 'm-send-req',
        transactionId: 'T1',
        to: [text],
        subject: text,
        from: text,
        contentType: { type: text },
        parts: [],
      }),
    '|',
    '|/TYPE=PLMN',
    '+|',
  ],
  [
    'the address of a profile',
    readProfileAddress,
    'http://a/|',
    'http://|',
    'http://a/r123|.xml',
    'http://a/prof|',
  ],
  ['quoted-printable', decodeQuotedPrintable, '|', 'a=|'],
  ['text for a terminal', printable, '|'],
];

/** A value, or an MmsError; anything else fails. */
async function settle(work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isMmsError(error)) throw error;
  }
}

describe('R4: readers of text take time in proportion to its length', () => {
  it.each(DECODERS.map(decoder => ({ name: decoder[0], decoder })))('$name', async ({ decoder }) => {
    const [, read, ...frames] = decoder;
    for (const frame of frames.length === 0 ? ['|'] : frames) {
      for (const shape of SHAPES) {
        await expectLinearWork(
          async length => {
            const long = shape.repeat(length / shape.length);
            await settle(() => read(frame.replaceAll('|', () => long)));
            await settle(() => read(frame.replaceAll('|', () => `${long}x`)));
          },
          LENGTH,
          `${JSON.stringify(frame)} with ${JSON.stringify(shape)}`,
        );
      }
    }
  });
});
