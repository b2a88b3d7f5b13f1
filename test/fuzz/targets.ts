import { readZip } from '../../src/archive/index.ts';
import { decodeWbmp, encodeWbmp } from '../../src/bitmap/index.ts';
import { ByteReader, fromHex } from '../../src/bytes/index.ts';
import { formatVCalendar, formatVCard, parseVCalendar, parseVCard } from '../../src/cards/index.ts';
import { decodeEms } from '../../src/ems/index.ts';
import { inspect } from '../../src/inspect/index.ts';
import { lint } from '../../src/lint/index.ts';
import { checkManifest } from '../../src/manifest/index.ts';
import { decodeImage, detectCharset, detectMedia, probeImage, readProfile } from '../../src/media/index.ts';
import { type DecodedPdu, encodePdu } from '../../src/mms/index.ts';
import { Presentation } from '../../src/presentation/index.ts';
import {
  decodeOtaSettings,
  decodeProvisioning,
  parseOtaSettings,
  parseProvisioning,
} from '../../src/provisioning/index.ts';
import {
  decodeServiceIndication,
  decodeServiceLoading,
  decodeWbxml,
  encodeWbxml,
  parseServiceIndication,
  parseServiceLoading,
} from '../../src/push/index.ts';
import {
  decodeRingingTone,
  encodeRingingTone,
  formatIMelody,
  formatRtttl,
  formatRtx,
  fromMidi,
  parseIMelody,
  parseRtttl,
  parseRtx,
  parseTune,
} from '../../src/ringtone/index.ts';
import {
  decodeDownloadableProfile,
  decodeGroupGraphic,
  decodeOperatorLogo,
  decodeOtaBitmap,
  decodePictureMessage,
  decodeSmartMessage,
  parseSckl,
} from '../../src/smart/index.ts';
import { formatSmil, parseSmil, parseSmilTime, parseSrc } from '../../src/smil/index.ts';
import {
  decodeDataCodingScheme,
  decodeDeliver,
  decodeGsm7,
  decodeSms,
  decodeSubmit,
  decodeUdh,
  encodeDeliver,
  encodeSubmit,
} from '../../src/sms/index.ts';
import {
  decodeForm,
  messageFromJson,
  parseMm7Request,
  parseResponse,
  percentDecode,
} from '../../src/submit/index.ts';
import {
  type DecodedPart,
  decodeMultipart,
  decodeParameters,
  decodePartHeaders,
  decodePush,
  encodeMultipart,
  encodePush,
  readMultipart,
  readUnknownValue,
  readValueLength,
} from '../../src/wsp/index.ts';
import { parseXml } from '../../src/xml/index.ts';
import { readBothWays } from '../mms/both-ways.ts';
import { CORPUS } from './corpus.ts';
import type { FuzzTarget } from './fuzz.ts';

/** A multipart within a part counts as the octets of that part. */
const sizeOfParts = (parts: readonly DecodedPart[] = []): number =>
  parts.reduce((sum, { data }) => sum + data.length, 0);

type Row = Omit<FuzzTarget, 'name' | 'kind'>;

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
/** Damage makes large pictures of small ones; what matters here are their headers. */
const FEW_PIXELS = { maxImagePixels: 250_000 };

/** Ringing tone, operator logo, group graphic, picture message, vCard, vCalendar. */
const PORTS = [0x1581, 0x1582, 0x1583, 0x158a, 0x23f4, 0x23f5];
const withPort = (index: number, payload: Uint8Array): Uint8Array => Uint8Array.of(index, ...payload);

/** A value as JSON gives it; a text that is not JSON never gets as far as our readers. */
function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(text(bytes));
  } catch {
    return undefined;
  }
}

/** Decoders of octets by the name of the function, or of what the entry calls it. */
const OCTETS = {
  decodePdu: {
    corpus: CORPUS.pdus,
    form: 'mms',
    read: bytes => readBothWays(bytes),
    write: encodePdu,
    sizeOf: (pdu: DecodedPdu) => ('parts' in pdu ? sizeOfParts(pdu.parts) : 0),
  },
  decodeMultipart: {
    corpus: CORPUS.multiparts,
    read: bytes => decodeMultipart(bytes),
    write: ({ parts, warnings }: ReturnType<typeof decodeMultipart>) => encodeMultipart(parts, { warnings }),
    sizeOf: ({ parts }: ReturnType<typeof decodeMultipart>) => sizeOfParts(parts),
  },
  readMultipart: { corpus: CORPUS.multiparts, read: bytes => readMultipart(new ByteReader(bytes), 0) },
  decodePartHeaders: {
    corpus: CORPUS.multiparts,
    read: bytes => decodePartHeaders(new ByteReader(bytes.subarray(3))),
  },
  decodeParameters: {
    corpus: CORPUS.multiparts,
    read: bytes => decodeParameters(new ByteReader(bytes.subarray(4))),
  },
  readUnknownValue: {
    corpus: CORPUS.pdus,
    read: bytes => readUnknownValue(new ByteReader(bytes.subarray(1))),
  },
  readValueLength: { corpus: CORPUS.pdus, read: bytes => readValueLength(new ByteReader(bytes.subarray(1))) },
  decodePush: {
    corpus: CORPUS.pushes,
    form: 'wsp-push',
    read: bytes => decodePush(bytes),
    write: encodePush,
  },
  decodeWbxml: {
    corpus: CORPUS.documents,
    form: 'wbxml',
    read: bytes => decodeWbxml(bytes),
    write: encodeWbxml,
    // a charset that is not written becomes UTF-8
    said: ({ charset: _, warnings: __, ...document }: ReturnType<typeof decodeWbxml>) => document,
  },
  decodeServiceIndication: {
    corpus: CORPUS.documents,
    form: 'wbxml',
    read: bytes => decodeServiceIndication(bytes),
  },
  decodeServiceLoading: {
    corpus: CORPUS.documents,
    form: 'wbxml',
    read: bytes => decodeServiceLoading(bytes),
  },
  decodeProvisioning: { corpus: CORPUS.documents, form: 'wbxml', read: bytes => decodeProvisioning(bytes) },
  decodeOtaSettings: { corpus: CORPUS.documents, form: 'wbxml', read: bytes => decodeOtaSettings(bytes) },
  decodeSms: { corpus: CORPUS.submits, form: 'sms-submit', read: bytes => decodeSms([bytes]) },
  decodeSubmit: {
    corpus: CORPUS.submits,
    form: 'sms-submit',
    read: bytes => decodeSubmit(bytes),
    write: encodeSubmit,
  },
  decodeDeliver: {
    corpus: CORPUS.submits,
    form: 'sms-deliver',
    read: bytes => decodeDeliver(bytes),
    write: encodeDeliver,
  },
  decodeEms: { corpus: CORPUS.ems, form: 'sms-submit', read: bytes => decodeEms([bytes]) },
  decodeUdh: {
    corpus: CORPUS.headers,
    form: 'udh',
    read: bytes => decodeUdh(bytes),
  },
  decodeGsm7: { corpus: CORPUS.septets, read: bytes => decodeGsm7(bytes) },
  decodeDataCodingScheme: { corpus: CORPUS.septets, read: bytes => decodeDataCodingScheme(bytes[0] ?? 0) },
  decodeRingingTone: {
    corpus: CORPUS.ringingTones,
    form: 'ringing-tone',
    read: bytes => decodeRingingTone(bytes),
    write: encodeRingingTone,
    normalizes: true,
  },
  fromMidi: { corpus: CORPUS.midi, read: bytes => fromMidi(bytes) },
  decodeOtaBitmap: { corpus: CORPUS.otaBitmaps, form: 'ota-bitmap', read: bytes => decodeOtaBitmap(bytes) },
  decodeGroupGraphic: {
    corpus: CORPUS.groupGraphics,
    form: 'group-graphic',
    read: bytes => decodeGroupGraphic(bytes),
  },
  decodeOperatorLogo: {
    corpus: CORPUS.operatorLogos,
    form: 'operator-logo',
    read: bytes => decodeOperatorLogo(bytes),
  },
  decodePictureMessage: {
    corpus: CORPUS.pictureMessages,
    form: 'picture-message',
    read: bytes => decodePictureMessage(bytes),
  },
  decodeDownloadableProfile: {
    corpus: CORPUS.profiles,
    form: 'downloadable-profile',
    read: bytes => decodeDownloadableProfile(bytes),
  },
  decodeSmartMessage: {
    corpus: () => [
      ...CORPUS.pictureMessages().map(payload => withPort(3, payload)),
      ...CORPUS.groupGraphics().map(payload => withPort(2, payload)),
      ...CORPUS.operatorLogos().map(payload => withPort(1, payload)),
      ...CORPUS.ringingTones().map(payload => withPort(0, payload)),
    ],
    read: bytes => decodeSmartMessage(PORTS[(bytes[0] ?? 0) % PORTS.length] ?? 0, bytes.subarray(1)),
  },
  decodeWbmp: { corpus: CORPUS.wbmps, form: 'wbmp', read: bytes => decodeWbmp(bytes), write: encodeWbmp },
  inspect: {
    corpus: () => [...CORPUS.pdus(), ...CORPUS.pushes(), ...CORPUS.documents(), ...CORPUS.submits()],
    read: bytes => inspect(bytes),
    cost: 10,
  },
  lint: { corpus: CORPUS.pdus, form: 'mms', read: bytes => lint(bytes), cost: 20 },
  'Presentation.fromMms': {
    corpus: CORPUS.pdus,
    form: 'mms',
    read: bytes => Presentation.fromMms(bytes),
    cost: 5,
  },
  'Presentation.fromZip': { corpus: CORPUS.zips, read: bytes => Presentation.fromZip(bytes), cost: 20 },
  readZip: { corpus: CORPUS.zips, read: bytes => readZip(bytes), cost: 5 },
  probeImage: { corpus: CORPUS.pictures, read: bytes => probeImage(bytes) },
  decodeImage: {
    corpus: CORPUS.pictures,
    read: bytes => decodeImage(bytes, { limits: FEW_PIXELS }),
    cost: 20,
  },
  detectMedia: {
    corpus: CORPUS.media,
    read: bytes => detectMedia({ name: 'a.bin', data: bytes }),
    cost: 10,
  },
  detectCharset: { corpus: CORPUS.cards, read: bytes => detectCharset(bytes) },
} satisfies Readonly<Record<string, Row>>;

/** Decoders of text. */
const TEXTS = {
  parseVCard: {
    corpus: CORPUS.cards,
    read: bytes => parseVCard(bytes),
    write: formatVCard,
    normalizes: true,
    unwritable: ['card/missing'],
  },
  parseVCalendar: {
    corpus: CORPUS.entries,
    read: bytes => parseVCalendar(bytes),
    write: formatVCalendar,
    normalizes: true,
  },
  parseRtttl: {
    corpus: CORPUS.rtttl,
    read: bytes => parseRtttl(bytes),
    write: formatRtttl,
    normalizes: true,
    // RTX and the like change the tempo within a tune
    unwritable: ['ringtone/not-expressible'],
  },
  parseRtx: { corpus: CORPUS.rtx, read: bytes => parseRtx(bytes), write: formatRtx, normalizes: true },
  parseIMelody: {
    corpus: CORPUS.imelodies,
    read: bytes => parseIMelody(bytes),
    write: formatIMelody,
    normalizes: true,
  },
  parseTune: { corpus: CORPUS.tunes, read: bytes => parseTune(bytes) },
  parseSckl: { corpus: CORPUS.sckl, read: bytes => parseSckl(text(bytes)) },
  parseSmil: {
    corpus: CORPUS.smil,
    read: bytes => parseSmil(bytes),
    write: ({ smil }: ReturnType<typeof parseSmil>) => formatSmil(smil),
    // more is read than the subset that is written has
    unwritable: 'any',
    normalizes: true,
    cost: 5,
  },
  parseSmilTime: { corpus: CORPUS.times, read: bytes => parseSmilTime(text(bytes)) },
  parseSrc: { corpus: CORPUS.sources, read: bytes => parseSrc(text(bytes)) },
  parseXml: { corpus: CORPUS.smil, read: bytes => parseXml(bytes), cost: 5 },
  parseServiceIndication: { corpus: CORPUS.pushXml, read: bytes => parseServiceIndication(bytes), cost: 3 },
  parseServiceLoading: { corpus: CORPUS.pushXml, read: bytes => parseServiceLoading(bytes), cost: 3 },
  parseProvisioning: { corpus: CORPUS.provisioningXml, read: bytes => parseProvisioning(bytes), cost: 3 },
  parseOtaSettings: { corpus: CORPUS.provisioningXml, read: bytes => parseOtaSettings(bytes), cost: 3 },
  'lint of SMIL': { corpus: CORPUS.smil, read: bytes => lint(text(bytes)), cost: 20 },
  decodeForm: { corpus: CORPUS.forms, read: bytes => decodeForm(bytes) },
  percentDecode: { corpus: CORPUS.forms, read: bytes => percentDecode(text(bytes)) },
  parseResponse: { corpus: CORPUS.answers, read: bytes => parseResponse(bytes) },
  parseMm7Request: { corpus: CORPUS.pushXml, read: bytes => parseMm7Request(bytes) },
  messageFromJson: { corpus: CORPUS.messages, read: bytes => messageFromJson(json(bytes)) },
  checkManifest: { corpus: CORPUS.manifests, read: bytes => checkManifest(json(bytes)), cost: 3 },
  fromHex: { corpus: CORPUS.hex, read: bytes => fromHex(text(bytes)) },
  readProfile: { corpus: CORPUS.profileFiles, read: bytes => readProfile(bytes, 'own'), cost: 3 },
} satisfies Readonly<Record<string, Row>>;

const rowsOf = (rows: Readonly<Record<string, Row>>, kind: FuzzTarget['kind']): FuzzTarget[] =>
  Object.entries(rows).map(([name, row]) => ({ ...row, name, kind }));

/** Every decoder, parser and reader that takes what others wrote. */
export const TARGETS: readonly FuzzTarget[] = [...rowsOf(OCTETS, 'octets'), ...rowsOf(TEXTS, 'text')];
