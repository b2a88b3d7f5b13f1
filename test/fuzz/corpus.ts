import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readZip, writeZip } from '../../src/archive/index.ts';
import { encodeWbmp } from '../../src/bitmap/index.ts';
import { formatVCalendar, formatVCard } from '../../src/cards/index.ts';
import { encodeEms } from '../../src/ems/index.ts';
import { decodePdu, encodePdu } from '../../src/mms/index.ts';
import { encodeRingingTone, formatRtttl, formatRtx, toMidi } from '../../src/ringtone/index.ts';
import { downloadableProfile, groupGraphic, operatorLogo, pictureMessage } from '../../src/smart/index.ts';
import { formatSmil } from '../../src/smil/index.ts';
import { encodeForm, messageToJson } from '../../src/submit/index.ts';
import { decodeMultipart, encodeMultipart } from '../../src/wsp/index.ts';
import { anyBitmap } from '../bitmap/any-bitmap.ts';
import { cardOf, entryOf, hostileText } from '../cards/vcard-cases.ts';
import { messages as emsMessages } from '../ems/messages.ts';
import { rebuiltProfiles } from '../handsets/uaprof-documents.ts';
import { vectorOctets } from '../inspect/vector-octets.ts';
import { EXAMPLE } from '../manifest/example.ts';
import { SMALL } from '../media/hostile-pictures.ts';
import { anyPdu } from '../mms/arbitraries.ts';
import { BINARY_SHAPE, RTTTL_SHAPE, RTX_SHAPE, tuneOf } from '../ringtone/tunes.ts';
import { strictSmil } from '../smil/arbitrary.ts';
import { anyMessage } from '../submit/messages.ts';

const VECTORS = join(import.meta.dirname, '../vectors');
const MADE = 40;
/** The corpus is the same whatever the seed of the run. */
const sample = <T>(arbitrary: fc.Arbitrary<T>, numRuns = MADE): T[] =>
  fc.sample(arbitrary, { numRuns, seed: 1 });

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The octets of the vectors of a room under some keys. */
function hexOf(room: string, ...keys: readonly string[]): Uint8Array[] {
  return vectorOctets([room]).flatMap(({ key, bytes }) => (keys.includes(key) ? [bytes] : []));
}

function textsIn(value: unknown, key: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === key && typeof inner === 'string' ? [inner] : textsIn(inner, key),
  );
}

/** The texts of the vectors of a room under a key. */
function textsOf(room: string, key: string): Uint8Array[] {
  return readdirSync(join(VECTORS, room))
    .filter(file => file.endsWith('.json'))
    .flatMap(file => textsIn(JSON.parse(readFileSync(join(VECTORS, room, file), 'utf8')), key))
    .map(utf8);
}

const filesOf = (folder: string): Uint8Array[] =>
  readdirSync(join(VECTORS, folder), { withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ name }) => new Uint8Array(readFileSync(join(VECTORS, folder, name))));

const bitmaps = () => sample(anyBitmap(40), 12);

/** Messages whose parts have parts. */
const nested = (): Uint8Array[] =>
  CORPUS.multiparts()
    .slice(0, 6)
    .map(body => {
      const { parts } = decodeMultipart(body);
      const inner = { contentType: 'application/vnd.wap.multipart.mixed', parts };
      return encodePdu({
        messageType: 'm-retrieve-conf',
        date: new Date(0),
        contentType: { type: 'application/vnd.wap.multipart.mixed' },
        parts: [inner, ...parts.slice(0, 1)],
      });
    });

const pdus = (): Uint8Array[] => [
  ...hexOf('mms', 'hex').filter(bytes => bytes[0] === 0x8c),
  ...sample(anyPdu)
    .map(pdu => encodePdu(pdu))
    .filter(({ length }) => length < 2048),
];

const midi = () => sample(tuneOf(RTX_SHAPE)).map(tune => toMidi(tune));
const rtttl = () => [
  ...textsOf('ringtone', 'input'),
  ...sample(tuneOf(RTTTL_SHAPE)).map(tune => utf8(formatRtttl(tune))),
];
const imelodies = () => textsOf('ringtone', 'imelody');
const rtx = () => sample(tuneOf(RTX_SHAPE)).map(tune => utf8(formatRtx(tune)));
const pictures = () => Promise.all(Object.values(SMALL).map(make => make()));
const tunes = () => [...rtttl(), ...imelodies(), ...rtx()];

/** Inputs in good form to begin from: our vectors, and what our encoders write of generated values. */
export const CORPUS = {
  pdus: () => [...pdus(), ...nested()],
  multiparts: () =>
    pdus().flatMap(bytes => {
      const pdu = decodePdu(bytes);
      return 'parts' in pdu && pdu.parts !== undefined ? [encodeMultipart(pdu.parts)] : [];
    }),
  pushes: () => [...hexOf('push', 'wsp'), ...hexOf('provisioning', 'wspPush')],
  documents: () => [...hexOf('push', 'hex'), ...hexOf('provisioning', 'hex', 'bodyHex')],
  submits: () => [...hexOf('sms', 'tpdu'), ...hexOf('push', 'tpdu'), ...hexOf('ems', 'tpdu')],
  ems: () =>
    sample(emsMessages).flatMap(items => encodeEms(items, { to: '+447700900123' }).map(({ tpdu }) => tpdu)),
  headers: () => [...hexOf('sms', 'udh'), ...hexOf('ems', 'udh'), ...hexOf('push', 'udh')],
  septets: () => hexOf('sms', 'tpdu').map(tpdu => tpdu.subarray(13)),
  ringingTones: () => [
    ...hexOf('ringtone', 'hex'),
    ...sample(tuneOf(BINARY_SHAPE)).map(tune => encodeRingingTone(tune)),
  ],
  midi,
  otaBitmaps: () => hexOf('smart', 'hex'),
  groupGraphics: () => bitmaps().map(bitmap => groupGraphic({ bitmap }).payload),
  operatorLogos: () => bitmaps().map(bitmap => operatorLogo({ bitmap, mcc: '244', mnc: '05' }).payload),
  pictureMessages: () => bitmaps().map(bitmap => pictureMessage({ bitmap, text: 'Hi Ж' }).payload),
  profiles: () =>
    bitmaps().map(screenSaver => downloadableProfile({ profileName: 'Work', screenSaver }).payload),
  wbmps: () => [...hexOf('bitmap', 'hex'), ...bitmaps().map(bitmap => encodeWbmp(bitmap))],
  pictures,
  media: async () => [...(await pictures()), ...midi().slice(0, 5), ...tunes().slice(0, 9)],
  zips: async () => {
    const files = [...filesOf('zip/zip'), ...filesOf('zip').filter(file => file[0] === 0x50)];
    const small = files.filter(({ length }) => length < 4096);
    const entries = files.flatMap(file => entriesOf(file)).slice(0, 6);
    return [
      ...small,
      await writeZip(
        entries.map(({ data }, index) => ({ name: `${index}.bin`, data: data.subarray(0, 300) })),
      ),
    ];
  },
  cards: () => [
    ...textsOf('cards', 'text'),
    ...sample(cardOf(hostileText)).map(card => utf8(formatVCard(card))),
  ],
  entries: () => [
    ...textsOf('cards', 'text'),
    ...sample(entryOf(hostileText)).map(entry => utf8(formatVCalendar(entry))),
  ],
  rtttl,
  rtx,
  imelodies,
  tunes,
  sckl: () => textsOf('smart', 'text'),
  smil: () =>
    [
      ...filesOf('smil/valid'),
      ...filesOf('smil/invalid'),
      ...sample(strictSmil).map(document => utf8(formatSmil(document))),
    ].filter(({ length }) => length < 8192),
  times: () => ['5s', '5000ms', '1.5s', '00:01', '00:00:01.5', '3', '2min', '1h', 'indefinite'].map(utf8),
  sources: () =>
    ['cid:a', 'cid:%3Ca%40b%3E', 'a.jpg', 'img/a.jpg', '"a"', 'http://a.example/b', 'data:,x'].map(utf8),
  pushXml: () => textsOf('push', 'xml'),
  provisioningXml: () => textsOf('provisioning', 'xml'),
  forms: () => [
    ...textsOf('submit', 'corrected'),
    ...sample(anyMessage).map(message =>
      utf8(encodeForm(message, { credentials: { username: 'ANOther.12345', pin: '123456' } })),
    ),
  ],
  messages: () => sample(anyMessage).map(message => utf8(JSON.stringify(messageToJson(message)))),
  manifests: () => [utf8(JSON.stringify(EXAMPLE))],
  profileFiles: () => [
    utf8(
      '{ "accept": ["image/jpeg"], "maxImageWidth": 160, "maxImageHeight": 120, "maxMessageBytes": 100000 }',
    ),
    ...rebuiltProfiles()
      .slice(0, 6)
      .map(({ document }) => utf8(document)),
  ],
  answers: () =>
    [
      '171 - Invalid login',
      '01 - Message Sent OK\r\n',
      'MessageIdentifier=30106CCE&Report=2&Text=Invalid%20Login',
      'MessageIdentifier=30106CCE,30106CCF&Report=%2D2,15&Text=Accepted%20by%20csoft%3A%20queued,Out%20of%20credit',
      '<html><body>503</body></html>',
    ].map(utf8),
  hex: () => ['8c80', '8C 80 98', '0x8c80', 'de ad be ef\n00'].map(utf8),
} as const;

function entriesOf(archive: Uint8Array): readonly { name: string; data: Uint8Array }[] {
  try {
    return readZip(archive).entries;
  } catch {
    // Some vectors are archives that must be refused.
    return [];
  }
}
