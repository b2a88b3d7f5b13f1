import type { Bitmap } from '../../bitmap/index.ts';
import { octetAt, requireText } from '../../bytes/index.ts';
import { formatVCalendar, formatVCard } from '../../cards/index.ts';
import { encodeEms } from '../../ems/index.ts';
import { MmsError, refuseErrors } from '../../errors.ts';
import { encodePushSms, encodeServiceIndication } from '../../push/index.ts';
import { parseTune } from '../../ringtone/index.ts';
import {
  cardMessage,
  decodeOtaBitmap,
  encodeSmartSms,
  groupGraphic,
  operatorLogo,
  pictureMessage,
  ringingToneMessage,
  type SmartMessage,
} from '../../smart/index.ts';
import { decodeSubmit, encodeSms, encodeSubmit, type SmsSegment } from '../../sms/index.ts';
import { encodePush } from '../../wsp/index.ts';
import { typeIssues } from '../form/fields.ts';
import type { GatewayMessage, PduSubmission } from '../form/message.ts';
import { resolveNetwork } from '../form/resolve-network.ts';

type Kind<K extends GatewayMessage['kind']> = Extract<GatewayMessage, { kind: K }>;

function absent(key: string): MmsError {
  return new MmsError('submit/missing', `expected ${key}: only the gateway has a library`, { path: key });
}

/** A picture of any of the forms that a submission may carry it in. */
function bitmapOf(value: Bitmap | Uint8Array | SmartMessage | undefined): Bitmap | SmartMessage {
  if (value === undefined) throw absent('bitmap');
  return value instanceof Uint8Array ? decodeOtaBitmap(value) : value;
}

function smartBitmap(
  value: Bitmap | Uint8Array | SmartMessage | undefined,
  make: (bitmap: Bitmap) => SmartMessage,
): SmartMessage {
  const bitmap = bitmapOf(value);
  return 'parts' in bitmap ? bitmap : make(bitmap);
}

/** The octets of a logo begin with the network, which stands in the submission too. */
function logoBitmap(bitmap: Kind<'operator-logo'>['bitmap']): Kind<'operator-logo'>['bitmap'] {
  return bitmap instanceof Uint8Array ? bitmap.subarray(3) : bitmap;
}

function tuneMessage({ tune }: Kind<'ringtone'>): SmartMessage {
  if (tune === undefined) throw absent('tune');
  return ringingToneMessage(typeof tune === 'string' ? parseTune(tune) : tune);
}

function pushOf({ href, id, created, expires, action, text, info }: Kind<'service-indication'>): Uint8Array {
  const body = encodeServiceIndication({
    href,
    siId: id,
    created,
    siExpires: expires,
    action,
    content: text,
    info: info && [{ class: info.class, pcdata: info.text }],
  });
  return encodePush({ contentType: 'application/vnd.wap.sic', body });
}

/** The user data of an SMS with another number in front. */
function readdressed(segment: SmsSegment, to: string): SmsSegment {
  const { dataCodingScheme, protocolIdentifier, validityPeriod, statusReportRequest, replyPath } =
    decodeSubmit(segment.tpdu);
  const { userData, userDataLength, userDataHeader } = segment;
  const tpdu = encodeSubmit({
    to,
    dataCodingScheme,
    protocolIdentifier,
    validityPeriod,
    statusReportRequest,
    replyPath,
    userDataHeaderIndicator: userDataHeader.length > 0,
    userData,
    userDataLength,
  });
  return { ...segment, tpdu, length: tpdu.length };
}

function pduSegments(message: PduSubmission, to: string): readonly SmsSegment[] {
  const { segment, ems, text, userData, userDataHeader, dataCodingScheme, protocolIdentifier } = message;
  if (segment !== undefined) return [readdressed(segment, to)];
  if (ems !== undefined) return encodeEms(ems, { to });
  const informationElements = userDataHeader === undefined ? [] : elementsOf(userDataHeader);
  const content = text === undefined ? { data: userData ?? new Uint8Array() } : { text };
  return encodeSms({ to, ...content, informationElements, dataCodingScheme, protocolIdentifier });
}

/** The elements of a header with its length octet, as they stand. */
function elementsOf(header: Uint8Array): { id: number; data: Uint8Array }[] {
  const elements: { id: number; data: Uint8Array }[] = [];
  for (let at = 1; at + 1 < header.length; ) {
    const length = octetAt(header, at + 1);
    elements.push({ id: octetAt(header, at), data: header.subarray(at + 2, at + 2 + length) });
    at += 2 + length;
  }
  return elements;
}

/**
 * The SMS of a message to one number.
 * @throws MmsError `submit/kind` for an MMS and a file, and as the encoder of the kind
 */
export async function smsSegments(message: GatewayMessage, number: string): Promise<readonly SmsSegment[]> {
  refuseErrors(typeIssues(message), 'submit/invalid-message');
  requireText(number, 'the digits of a number', 'number');
  return segmentsTo(message, number);
}

/** As {@link smsSegments}, of a message that was checked. */
export async function segmentsTo(message: GatewayMessage, number: string): Promise<readonly SmsSegment[]> {
  return segmentsOf(await resolveNetwork(message), `+${number}`);
}

function segmentsOf(message: GatewayMessage, to: string): readonly SmsSegment[] {
  switch (message.kind) {
    case 'text':
      return encodeSms({ to, text: message.text });
    case 'pdu':
      return pduSegments(message, to);
    case 'service-indication':
      return encodePushSms(pushOf(message), { to });
    case 'mms':
    case 'wap-push':
      throw new MmsError('submit/kind', `a message of kind ${message.kind} is not an SMS: phones fetch it`, {
        path: 'kind',
        hint: 'send it by the gateway, mm1 or mm7',
      });
    default:
      return encodeSmartSms(smartMessageOf(message), { to });
  }
}

function smartMessageOf(
  message: Exclude<GatewayMessage, Kind<'text' | 'pdu' | 'service-indication' | 'mms' | 'wap-push'>>,
): SmartMessage {
  switch (message.kind) {
    case 'picture-message':
      return smartBitmap(message.bitmap, bitmap => pictureMessage({ bitmap, text: message.text }));
    case 'group-graphic':
      return smartBitmap(message.bitmap, bitmap => groupGraphic({ bitmap }));
    case 'operator-logo':
      return smartBitmap(logoBitmap(message.bitmap), bitmap => {
        const { mcc = '', mnc = '' } = message;
        return operatorLogo({ bitmap, mcc, mnc });
      });
    case 'ringtone':
      return tuneMessage(message);
    case 'vcard':
      return cardMessage(
        'vcard',
        typeof message.card === 'string' ? message.card : formatVCard(message.card),
      );
    case 'vcalendar': {
      const { calendar } = message;
      return cardMessage('vcalendar', typeof calendar === 'string' ? calendar : formatVCalendar(calendar));
    }
  }
}
