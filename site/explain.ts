import { parseHex } from '../src/bytes/index.ts';
import { isMmsError } from '../src/errors.ts';
import type { Issue } from '../src/issues/index.ts';
import { parseVCalendar, parseVCard } from '../src/public/cards.ts';
import { type InspectAs, type InspectionNode, inspect, renderInspection } from '../src/public/inspect.ts';
import { lint } from '../src/public/lint.ts';
import { decodeWbmp, detectMedia } from '../src/public/media.ts';
import { decodePdu } from '../src/public/mms.ts';
import { renderPreview } from '../src/public/preview.ts';
import { decodeProvisioning } from '../src/public/provisioning.ts';
import { decodeServiceIndication, decodeServiceLoading } from '../src/public/push.ts';
import { decodeRingingTone, encodeRingingTone, parseTune, sniffTune, toWav } from '../src/public/ringtone.ts';
import {
  decodeGroupGraphic,
  decodeOperatorLogo,
  decodeOtaBitmap,
  decodePictureMessage,
  decodeSmartMessage,
  parseSckl,
} from '../src/public/smart.ts';
import { type Arrival, arrivalOfPush, arrivalOfSmart, arrivalOfTpdus } from '../src/sandbox/look/arrival.ts';
import { arrivalPage } from '../src/sandbox/look/phone-page.ts';
import type { Input } from './input.ts';

/** What some octets or a text are, in the pieces that the page shows. */
export interface Explanation {
  /** One line: `m-send-req`, `RTTTL tune`. */
  readonly title: string;
  readonly octets: number;
  /** A page of its own: the message as a phone shows it. */
  readonly phone?: string | undefined;
  /** A page of its own: every octet with its field. */
  readonly inspection?: string | undefined;
  readonly findings: readonly Issue[];
  /** Said where nothing else can be. */
  readonly note?: string | undefined;
}

/** Explains an input; what cannot be read is said in `note` or stands among the findings. */
export async function explain(input: Input): Promise<Explanation> {
  const { text, pieces } = input;
  if (text !== undefined) return explainText(text) ?? explainUnknownText(text);
  const [first = new Uint8Array(0)] = pieces;
  if (pieces.length === 1 && input.as === undefined) {
    const head = new TextDecoder('latin1').decode(first.subarray(0, HEAD_OCTETS));
    const written = attempt(() => explainText(head, first));
    if (written !== undefined) return written;
  }
  return (await explainFile(first, input.as)) ?? explainOctets(pieces, input.as);
}

const PART_NOTE = 'One part of several: paste all of them, one below the other.';

/** Enough to know a text by. */
const HEAD_OCTETS = 1000;

/** Text forms, told by how they begin; `octets` where the text is that of a file. */
function explainText(text: string, octets?: Uint8Array): Explanation | undefined {
  const source = octets ?? text;
  const length = octets?.length ?? new TextEncoder().encode(text).length;
  if (/^\s*BEGIN:\s*VCARD/i.test(text)) {
    const { warnings, ...card } = parseVCard(source);
    return { title: 'vCard', octets: length, phone: phoneOf({ as: 'card', card }), findings: warnings };
  }
  if (/^\s*BEGIN:\s*VCALENDAR/i.test(text)) {
    const { warnings, ...entry } = parseVCalendar(source);
    return { title: 'vCalendar', octets: length, phone: phoneOf({ as: 'entry', entry }), findings: warnings };
  }
  if (/^\s*\/\/SCKL/i.test(text)) {
    const { destinationPort, payload } = parseSckl(text);
    if (payload === undefined)
      return { title: 'Smart Message as text', octets: length, findings: [], note: PART_NOTE };
    const message = decodeSmartMessage(destinationPort, payload);
    return {
      title: `Smart Message as text: ${message.kind}`,
      octets: length,
      phone: phoneOf(arrivalOfSmart(message)),
      inspection: renderInspection(inspect(payload, { as: message.kind })),
      findings: [],
    };
  }
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE smil[^>]*>\s*)?<smil\b/i.test(text)) {
    return { title: 'SMIL document', octets: length, findings: lint(source) };
  }
  return explainTune(text, source, length);
}

function explainTune(text: string, source: string | Uint8Array, length: number): Explanation | undefined {
  const format = sniffTune(source);
  const isWritten = format !== undefined && format.name !== 'json' && format.name !== 'ringing-tone';
  if (!isWritten || (format.name === 'rtx' && !/^[ -~]{0,40}:[^:]*:/.test(text))) return undefined;
  const { warnings, ...tune } = parseTune(source);
  return {
    title: format.name === 'rtx' ? 'RTTTL tune' : `${format.name} tune`,
    octets: length,
    phone: phoneOf({ as: 'tune', tune }),
    inspection: attempt(() =>
      renderInspection(inspect(encodeRingingTone(tune)), { title: 'The same as a ringing tone' }),
    ),
    findings: warnings,
  };
}

function explainUnknownText(text: string): Explanation {
  return {
    title: 'Text',
    octets: new TextEncoder().encode(text).length,
    phone: phoneOf({ as: 'text', text }),
    findings: [],
    note: 'Neither hexadecimal digits nor a tune, a card, a SMIL document or //SCKL text. As an SMS it would look so; the counter below says how it would be sent.',
  };
}

const ARCHIVE_NOTE =
  'A ZIP archive. If it is a bundle with a SMIL document, "npx mms-composer compose FILE -o message.mms" makes a message of it; drop that here.';

/** Media files that a phone shows by itself. */
async function explainFile(bytes: Uint8Array, as: InspectAs | undefined): Promise<Explanation | undefined> {
  if (as !== undefined) return undefined;
  const { sniffed: contentType } = await detectMedia({ data: bytes });
  if (contentType === undefined) return undefined;
  if (contentType === 'application/zip')
    return { title: 'ZIP archive', octets: bytes.length, findings: [], note: ARCHIVE_NOTE };
  if (!/^(?:image\/(?:jpeg|gif|png|webp)|audio\/(?:amr|mpeg|wav|mp4|x-m4a)|video\/)/.test(contentType))
    return undefined;
  return {
    title: contentType,
    octets: bytes.length,
    phone: phoneOf({ as: 'file', file: { name: 'The file', contentType, data: bytes } }),
    findings: [],
  };
}

function explainOctets(pieces: readonly Uint8Array[], as: InspectAs | undefined): Explanation {
  const node = inspect(pieces.length === 1 ? (pieces[0] ?? new Uint8Array(0)) : pieces, { as });
  const form = node.form ?? node.children?.find(({ form: of }) => of !== undefined)?.form;
  const bytes = joined(pieces);
  return {
    title: titleOf(node, bytes),
    octets: bytes.length,
    phone: attempt(() => phoneOfOctets(form, pieces, bytes)),
    inspection: renderInspection(node),
    findings: [...findingsIn(node), ...(form === 'mms' ? messageFindings(bytes) : [])],
  };
}

function titleOf({ name, form }: InspectionNode, bytes: Uint8Array): string {
  const type = form === 'mms' ? attempt(() => decodePdu(bytes).messageType) : undefined;
  return type === undefined ? name : `${name}: ${type}`;
}

function phoneOfOctets(
  form: InspectAs | undefined,
  pieces: readonly Uint8Array[],
  bytes: Uint8Array,
): string | undefined {
  switch (form) {
    case 'mms':
      return mmsOnPhones(bytes);
    case 'sms-submit':
    case 'sms-deliver':
      return phoneOf(arrivalOfTpdus(pieces));
    case 'wsp-push':
      return phoneOf(arrivalOfPush(bytes));
    case 'wbxml':
      return phoneOf(arrivalOfDocument(bytes));
    case 'ringing-tone':
      return phoneOf({ as: 'tune', tune: decodeRingingTone(bytes) });
    case 'ota-bitmap':
      return phoneOf({ as: 'picture', bitmap: decodeOtaBitmap(bytes) });
    case 'wbmp':
      return phoneOf({ as: 'picture', bitmap: decodeWbmp(bytes) });
    case 'picture-message':
      return phoneOf(arrivalOfSmart({ kind: form, ...decodePictureMessage(bytes) }));
    case 'operator-logo':
      return phoneOf(arrivalOfSmart({ kind: form, ...decodeOperatorLogo(bytes) }));
    case 'group-graphic':
      return phoneOf(arrivalOfSmart({ kind: form, ...decodeGroupGraphic(bytes) }));
    default:
      return undefined;
  }
}

/** A message in the preview; a notification as the phone announces it. */
function mmsOnPhones(bytes: Uint8Array): string | undefined {
  const pdu = decodePdu(bytes);
  if (pdu.messageType === 'm-notification-ind') return phoneOf({ as: 'notification', notification: pdu });
  return 'contentType' in pdu ? renderPreview(bytes) : undefined;
}

const DOCUMENTS: readonly ((bytes: Uint8Array) => Arrival)[] = [
  bytes => ({ as: 'indication', indication: decodeServiceIndication(bytes) }),
  bytes => ({ as: 'loading', loading: decodeServiceLoading(bytes) }),
  bytes => ({ as: 'settings', settings: decodeProvisioning(bytes) }),
];

function arrivalOfDocument(bytes: Uint8Array): Arrival {
  for (const read of DOCUMENTS) {
    const arrival = attempt(() => read(bytes));
    if (arrival !== undefined) return arrival;
  }
  return { as: 'octets', octets: bytes };
}

/** Lint's findings beyond what decoding found, which stands in the tree. */
function messageFindings(bytes: Uint8Array): readonly Issue[] {
  return lint(bytes).filter(({ code }) => !code.startsWith('wsp/') && !code.startsWith('bytes/'));
}

function findingsIn(node: InspectionNode): Issue[] {
  const own = [...(node.error === undefined ? [] : [node.error]), ...(node.warnings ?? [])];
  return [
    ...own,
    ...(node.children ?? []).flatMap(findingsIn),
    ...(node.joined === undefined ? [] : findingsIn(node.joined)),
  ];
}

function phoneOf(arrival: Arrival): string {
  return arrivalPage(arrival, {
    title: 'On the phone',
    caption: 'As a phone shows it',
    isServed: false,
    soundOf: tune => dataAddress('audio/wav', toWav(tune)),
    fileAddress: arrival.as === 'file' ? dataAddress(arrival.file.contentType ?? '', arrival.file.data) : '',
  });
}

function dataAddress(contentType: string, data: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < data.length; at += 0x6000)
    pieces.push(btoa(String.fromCharCode(...data.subarray(at, at + 0x6000))));
  return `data:${contentType};base64,${pieces.join('')}`;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** What a reader gives; nothing where it refuses: the findings say why. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (isMmsError(error)) return undefined;
    throw error;
  }
}

/** Octets of pasted text; `undefined` for a text that is no hexadecimal digits. */
export function octetsOfText(text: string): readonly Uint8Array[] | undefined {
  const pieces = attempt(() => parseHex(text));
  return pieces === undefined || pieces.length === 0 ? undefined : pieces;
}
