import type { Bitmap } from '../../bitmap/index.ts';
import { type CalendarEntry, type Card, parseVCalendar, parseVCard } from '../../cards/index.ts';
import { decodeEms, type EmsItem, hasEms } from '../../ems/index.ts';
import { isMmsError, unlessRefused } from '../../errors.ts';
import { decodePdu } from '../../mms/index.ts';
import type { Presentation } from '../../presentation/index.ts';
import {
  decodeOtaSettings,
  decodeProvisioning,
  type ProvisioningDocument,
  parseProvisioning,
} from '../../provisioning/index.ts';
import {
  decodeServiceIndication,
  decodeServiceLoading,
  parseServiceIndication,
  parseServiceLoading,
  type ServiceIndication,
  type ServiceLoading,
} from '../../push/index.ts';
import type { Tune } from '../../ringtone/index.ts';
import { type DecodedSmartMessage, decodeSmartMessage, smartKindOf } from '../../smart/index.ts';
import { decodeSms, WAP_PORTS } from '../../sms/index.ts';
import { decodePush } from '../../wsp/index.ts';
import type { LibraryFile } from '../deliver.ts';
import type { ReceivedMessage } from '../received-message.ts';
import { partsTogether } from './parts-together.ts';
import { tuneOf } from './short-messages.ts';

type MmsNotification = Extract<ReturnType<typeof decodePdu>, { messageType: 'm-notification-ind' }>;

/** What a telephone has when a message is there, whatever way it came. */
export type Arrival =
  | { readonly as: 'text'; readonly text: string }
  | { readonly as: 'ems'; readonly items: readonly EmsItem[] }
  | { readonly as: 'picture'; readonly bitmap: Bitmap; readonly text?: string | undefined }
  | { readonly as: 'operator-logo'; readonly bitmap: Bitmap; readonly network: string }
  | { readonly as: 'group-graphic'; readonly bitmap: Bitmap }
  | { readonly as: 'tune'; readonly tune: Tune }
  | {
      readonly as: 'profile';
      readonly name?: string | undefined;
      readonly tune?: Tune | undefined;
      readonly screenSaver?: Bitmap | undefined;
    }
  | { readonly as: 'card'; readonly card: Card }
  | { readonly as: 'entry'; readonly entry: CalendarEntry }
  | { readonly as: 'indication'; readonly indication: ServiceIndication }
  | { readonly as: 'loading'; readonly loading: ServiceLoading }
  | { readonly as: 'notification'; readonly notification: MmsNotification }
  | { readonly as: 'settings'; readonly settings: ProvisioningDocument }
  | { readonly as: 'message'; readonly presentation: Presentation }
  | { readonly as: 'file'; readonly file: LibraryFile; readonly text?: string | undefined }
  | { readonly as: 'library'; readonly library: number }
  | { readonly as: 'waiting'; readonly missing: readonly number[]; readonly text?: string | undefined }
  | { readonly as: 'octets'; readonly octets: Uint8Array; readonly port?: number | undefined }
  | { readonly as: 'unreadable'; readonly reason: string; readonly text?: string | undefined };

/** What a telephone has of a message; the other messages may hold further parts of it. */
export function arrivalOf(received: ReceivedMessage, messages: readonly ReceivedMessage[]): Arrival {
  try {
    return fetched(received) ?? fromParts(received, messages) ?? { as: 'unreadable', reason: 'no content' };
  } catch (error) {
    if (!isMmsError(error)) throw error;
    return tooLongForSms(received) ?? { as: 'unreadable', reason: error.message, text: sourceOf(received) };
  }
}

/** What is fetched, or stands in the library of the gateway. */
function fetched({ message, delivery }: ReceivedMessage): Arrival | undefined {
  if (delivery?.presentation !== undefined) return { as: 'message', presentation: delivery.presentation };
  if (delivery?.file !== undefined) {
    const text = message.kind === 'wap-push' ? message.text : undefined;
    return { as: 'file', file: delivery.file, text };
  }
  const library = 'library' in message ? message.library : undefined;
  return library === undefined ? undefined : { as: 'library', library };
}

/** A tune that takes more SMS than there may be can be heard all the same. */
function tooLongForSms({ message }: ReceivedMessage): Arrival | undefined {
  if (message.kind !== 'ringtone' || message.tune === undefined) return undefined;
  const { tune: source } = message;
  const tune = unlessRefused(() => tuneOf(source));
  return tune && { as: 'tune', tune };
}

/** What was to be sent, as it stands in the form. */
function sourceOf({ message }: ReceivedMessage): string | undefined {
  const content: unknown[] = [
    'text' in message && message.text,
    'tune' in message && message.tune,
    'card' in message && message.card,
    'calendar' in message && message.calendar,
  ];
  return content.find(value => typeof value === 'string');
}

function fromParts(received: ReceivedMessage, messages: readonly ReceivedMessage[]): Arrival | undefined {
  const tpdus = partsTogether(received, messages);
  return tpdus === undefined ? undefined : arrivalOfTpdus(tpdus);
}

/**
 * What a telephone has of the TPDUs of one message.
 * @throws MmsError as `decodeSms` and the decoder of what it carries
 */
export function arrivalOfTpdus(tpdus: readonly Uint8Array[]): Arrival {
  const { text, data, ports, parts, missing } = decodeSms(tpdus);
  if (missing.length > 0) return { as: 'waiting', missing, text };
  if (parts.some(hasEms)) return { as: 'ems', items: decodeEms(tpdus).items };
  if (ports === undefined || ports.destination === undefined)
    return text === undefined ? { as: 'octets', octets: data ?? new Uint8Array(0) } : { as: 'text', text };
  const octets = data ?? new TextEncoder().encode(text);
  return fromPort(ports.destination, octets) ?? { as: 'octets', octets, port: ports.destination };
}

function fromPort(port: number, data: Uint8Array): Arrival | undefined {
  if (port === WAP_PORTS.push.destination || port === WAP_PORTS.otaSettings.destination)
    return arrivalOfPush(data);
  const kind = smartKindOf(port, data);
  if (kind === undefined) return undefined;
  if (kind === 'vcard') return { as: 'card', card: parseVCard(data) };
  if (kind === 'vcalendar') return { as: 'entry', entry: parseVCalendar(data) };
  return arrivalOfSmart(decodeSmartMessage(port, data));
}

/** What a telephone has of a Smart Message. */
export function arrivalOfSmart(message: DecodedSmartMessage): Arrival {
  switch (message.kind) {
    case 'ringing-tone':
      return { as: 'tune', tune: message };
    case 'picture-message':
      return { as: 'picture', bitmap: message.bitmap, text: message.text };
    case 'operator-logo':
      return { as: 'operator-logo', bitmap: message.bitmap, network: `${message.mcc}-${message.mnc}` };
    case 'group-graphic':
      return { as: 'group-graphic', bitmap: message.bitmap };
    case 'downloadable-profile': {
      const { profileName: name, tune, screenSaver } = message;
      return { as: 'profile', name, tune, screenSaver };
    }
  }
}

/** What a push can carry, by its media type. */
const PUSHED: Readonly<Record<string, (body: Uint8Array) => Arrival>> = {
  'application/vnd.wap.sic': body => ({ as: 'indication', indication: decodeServiceIndication(body) }),
  'text/vnd.wap.si': body => ({ as: 'indication', indication: parseServiceIndication(body) }),
  'application/vnd.wap.slc': body => ({ as: 'loading', loading: decodeServiceLoading(body) }),
  'text/vnd.wap.sl': body => ({ as: 'loading', loading: parseServiceLoading(body) }),
  'application/vnd.wap.mms-message': notificationOf,
  'application/vnd.wap.connectivity-wbxml': body => ({ as: 'settings', settings: decodeProvisioning(body) }),
  'text/vnd.wap.connectivity-xml': body => ({ as: 'settings', settings: parseProvisioning(body) }),
  'application/x-wap-prov.browser-settings': body => ({ as: 'settings', settings: decodeOtaSettings(body) }),
  'application/x-wap-prov.browser-bookmarks': body => ({ as: 'settings', settings: decodeOtaSettings(body) }),
};

/**
 * What a telephone has of a Push PDU.
 * @throws MmsError as `decodePush` and the decoder of what it carries
 */
export function arrivalOfPush(data: Uint8Array): Arrival {
  const { contentType, body } = decodePush(data);
  const read = Object.hasOwn(PUSHED, contentType.type) ? PUSHED[contentType.type] : undefined;
  return read === undefined ? { as: 'octets', octets: body } : read(body);
}

function notificationOf(body: Uint8Array): Arrival {
  const pdu = decodePdu(body);
  return pdu.messageType === 'm-notification-ind'
    ? { as: 'notification', notification: pdu }
    : { as: 'octets', octets: body };
}
