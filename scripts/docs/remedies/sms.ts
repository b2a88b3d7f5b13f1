import type { Remedies } from './remedy.ts';

/** What to do about SMS. */
export const SMS_REMEDIES = {
  'sms/address': 'Write `+447700900123`, a short code such as `12345`, or a name as `alpha:MyShop`.',
  'sms/field-value': 'Choose a value within the range that the message names.',
  'sms/validity-period': 'Ask for at most 63 weeks (635040 minutes), or give a time.',
  'sms/alphabet-mismatch': 'Leave the data coding scheme out, or ask for the encoding that it names.',
  'sms/unencodable': 'Leave the encoding out, so that UCS-2 is chosen, or use `--transliterate`.',
  'sms/lone-surrogate': 'Do not cut inside an emoji; `--lone-surrogates replace` puts U+FFFD in its place.',
  'sms/language': 'Choose a table of 23.038, such as 1 for Turkish, or `auto`.',
  'sms/many-parts': 'Shorten the message, or raise `--max-parts` if the cost is meant.',
  'sms/too-many-parts': 'Shorten the text, or send it as an MMS: 255 parts are the most that SMS can number.',
  'sms/no-room': 'Shorten the header by leaving information elements out.',
  'sms/udh-too-long': 'Shorten the header: with its length octet it has to fit into 140 octets.',
  'sms/element-length': 'Give the element as many octets as 23.040 says for its number.',
  'sms/element-conflict': 'Give the element once: either as an option, such as `--port`, or inside `--udh`.',
  'sms/port-range': 'Choose a port from 0 to 65535, or to 255 with `--port-bits 8`.',
  'sms/message-type':
    'Pass an SMS-SUBMIT or SMS-DELIVER without the address of the service centre before it.',
  'sms/user-data-length':
    'Get the whole TPDU: it is shorter than it says, or has more than 140 octets of user data.',
  'sms/mixed-parts': 'Sort the parts by number and reference first, and decode each message by itself.',
  'sms/parts-differ': 'Check whether a part of another message with the same reference slipped in.',
  'sms/missing-parts': 'Wait for the missing parts; the text has a gap where they belong.',
  'sms/element-overrun': 'Correct the length of the header or of its last element.',
  'sms/element-repeated': 'Write the element once; of those that were read, the last one counts.',
  'sms/element-ignored': 'Correct the content of the element; the text was read without it.',
  'sms/address-form': 'Compare the address with what was sent: its type or length is wrong.',
  'sms/timestamp': 'Take the time at which the SMS came in: the service centre wrote none.',
  'sms/reserved-coding': 'Compare the text with what was sent: the scheme does not say how it is coded.',
  'sms/unassigned-septet':
    'Compare the text with what was sent: the octets may be in another alphabet, or cut.',
  'sms/trailing-octets': 'Cut the octets off, or correct the length of the user data.',
} satisfies Remedies;
