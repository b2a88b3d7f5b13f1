import { encodePushSms, encodeServiceIndication } from '../../push/index.ts';
import { parseRtx, type Tune } from '../../ringtone/index.ts';
import {
  cardMessage,
  decodeGroupGraphic,
  decodeOperatorLogo,
  decodePictureMessage,
  encodeSmartSms,
  groupGraphic,
  operatorLogo,
  pictureMessage,
  ringingToneMessage,
} from '../../smart/index.ts';
import { decodeDataCodingScheme, decodeUdh, encodeSms, encodeSubmit } from '../../sms/index.ts';
import type { GatewayMessage, PduSubmission, ServiceIndicationSubmission } from '../../submit/index.ts';
import { encodePush } from '../../wsp/index.ts';

/** Whom a message to an address book goes to; none of its members is known here. */
const SOMEBODY = '+10000000000';

/**
 * The SMS-SUBMIT TPDUs that a gateway would make of a message; `undefined` for one whose content is fetched, or stands
 * in the gateway's own library.
 * @throws MmsError as the encoder of the kind
 */
export function shortMessagesOf(message: GatewayMessage): readonly Uint8Array[] | undefined {
  if (message.kind === 'pdu') return submitsOf(message);
  return segmentsOf(message, addressOf(message))?.map(({ tpdu }) => tpdu);
}

function addressOf({ to: [number] = [] }: GatewayMessage): string {
  return number === undefined ? SOMEBODY : `+${number}`;
}

function segmentsOf(
  message: GatewayMessage,
  to: string,
): readonly { readonly tpdu: Uint8Array }[] | undefined {
  switch (message.kind) {
    case 'text':
      return encodeSms({ to, text: message.text });
    case 'picture-message':
      return smart(message.bitmap, octets => {
        const { bitmap } = decodePictureMessage(octets);
        return encodeSmartSms(pictureMessage({ bitmap, text: message.text }), { to });
      });
    case 'group-graphic':
      return smart(message.bitmap, octets =>
        encodeSmartSms(groupGraphic(decodeGroupGraphic(octets)), { to }),
      );
    case 'operator-logo':
      return smart(message.bitmap, octets =>
        encodeSmartSms(operatorLogo(decodeOperatorLogo(octets)), { to }),
      );
    case 'ringtone':
      return message.tune === undefined
        ? undefined
        : encodeSmartSms(ringingToneMessage(tuneOf(message.tune)), { to });
    case 'vcard':
      return encodeSmartSms(cardMessage('vcard', String(message.card)), { to });
    case 'vcalendar':
      return encodeSmartSms(cardMessage('vcalendar', String(message.calendar)), { to });
    case 'service-indication':
      return indicationOf(message, to);
    default:
      return undefined;
  }
}

/** A form holds the octets of a picture. */
function smart<Made>(bitmap: unknown, make: (octets: Uint8Array) => Made): Made | undefined {
  return bitmap instanceof Uint8Array ? make(bitmap) : undefined;
}

/**
 * The tune of a submission: a form holds its text.
 * @throws MmsError as `parseRtx`
 */
export function tuneOf(tune: string | Tune): Tune {
  return typeof tune === 'string' ? parseRtx(tune) : tune;
}

function indicationOf(message: ServiceIndicationSubmission, to: string) {
  const { href, id, action, created, expires, text, info } = message;
  const body = encodeServiceIndication({
    href,
    siId: id,
    action,
    created,
    siExpires: expires,
    content: text,
    ...(info === undefined ? {} : { info: [{ class: info.class, pcdata: info.text }] }),
  });
  return encodePushSms(encodePush({ contentType: 'application/vnd.wap.sic', body }), { to });
}

const NO_OCTETS = new Uint8Array(0);

/**
 * The SMS-SUBMIT TPDU of the fields of one; several where the text is too long for one.
 * @throws MmsError as `encodeSms` and `encodeSubmit`
 */
export function submitsOf(message: PduSubmission): readonly Uint8Array[] {
  const to = addressOf(message);
  const { dataCodingScheme = 0, protocolIdentifier, userDataHeader = NO_OCTETS, text } = message;
  const { alphabet } = decodeDataCodingScheme(dataCodingScheme);
  if (text !== undefined) {
    const informationElements = userDataHeader.length === 0 ? [] : decodeUdh(userDataHeader).elements;
    const options = { to, protocolIdentifier, dataCodingScheme, informationElements };
    return encodeSms({ ...options, text, encoding: alphabet }).map(({ tpdu }) => tpdu);
  }
  const userData = new Uint8Array([...userDataHeader, ...(message.userData ?? NO_OCTETS)]);
  const tpdu = encodeSubmit({
    to,
    protocolIdentifier,
    dataCodingScheme,
    userDataHeaderIndicator: userDataHeader.length > 0,
    userData,
    userDataLength: alphabet === 'gsm7' ? Math.floor((userData.length * 8) / 7) : userData.length,
  });
  return [tpdu];
}
