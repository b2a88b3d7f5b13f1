import { requireText, wrongType } from '../bytes/index.ts';
import { encodeUtf8 } from '../text/index.ts';
import { type SmartMessage, type SmartTransportOptions, smartMessage } from './message.ts';

/**
 * A vCard (port 9204) or vCalendar (port 9205) as 8-bit data, which alone carries all octets cheaply. The 7-bit form
 * is `encodeSms({ text, encoding: 'gsm7', ports: { destination: 9204 } })`.
 * @param text as `formatVCard` and `formatVCalendar` write it
 * @example encodeSmartSms(cardMessage('vcard', formatVCard(card)), { to: '+447700900123' })
 */
export function cardMessage(
  kind: 'vcard' | 'vcalendar',
  text: string,
  options: SmartTransportOptions = {},
): SmartMessage {
  if (kind !== 'vcard' && kind !== 'vcalendar') throw wrongType('vcard or vcalendar', kind, 'kind');
  return smartMessage(kind, encodeUtf8(requireText(text, 'the text of a card', 'text')), options, []);
}
