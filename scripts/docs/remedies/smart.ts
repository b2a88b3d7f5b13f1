import type { Remedies } from './remedy.ts';

/** What to do about one-bit pictures and Smart Messaging. */
export const SMART_REMEDIES = {
  'bitmap/rows': 'Give `height` rows of `width` characters each, `#` for black and `.` for white.',
  'bitmap/size': 'Choose a size from 1 to 65535 pixels a side; phones show 72x14 or 72x28.',
  'bitmap/too-large': 'Make the picture smaller; phones show 72x14 or 72x28 pixels.',
  'bitmap/threshold': 'Choose a threshold from 1 to 255: a pixel darker than that becomes black.',
  'bitmap/unsupported':
    'Save the picture as a plain one-bit bitmap without compression, palette or animation.',
  'bitmap/trailing-octets': 'Cut the octets off, or correct width and height: the rows end before them.',
  'bitmap/fill-bits': 'Nothing: the bits are not shown. Whoever writes the picture should set them to 0.',
  'bitmap/depth': 'Write a depth of 1, as the specification has it.',
  'smart/version': 'Begin the message with the octet 30; what follows it are items.',
  'smart/item-length': 'Correct the two octets of length behind the type of the item.',
  'smart/too-many-items': 'Look at the octets with `mms inspect`: a real message has two or three items.',
  'smart/missing-item': 'Add the item that the message is made for, such as the bitmap of a picture message.',
  'smart/other-item':
    'Leave the item out: phones take one of each, and pass over those that they do not know.',
  'smart/text': 'Write the text in UTF-16 with the high octet first and without a byte order mark.',
  'smart/text-too-long': 'Shorten the text to what the message allows; phones cut the rest.',
  'smart/tone-too-long': 'Shorten the tune: phones may drop a profile with a longer tone.',
  'smart/network-code':
    'Give three digits of country (MCC) and two or three of network (MNC), or `--network`.',
  'smart/line-feed': 'Write 0A behind the network code, as the specification has it.',
  'smart/bare-bitmap': 'Send it as a picture message: the octet 30, then the bitmap as an item.',
  'smart/operator-logo': 'Send it to port 5506 as an operator logo, or make a picture message of it.',
  'smart/unusual-size': 'Scale the picture to the size that is named; phones cut others or show nothing.',
  'smart/too-many-parts': 'Shorten the content: old phones put at most three SMS together.',
  'smart/unknown-port':
    'Pass the port of the SMS; pushes (2948) are read by `decodePush`, vCards (9204) by `parseVCard`.',
  'sckl/header': 'Begin each part with `//SCKL`, four digits of the port in hexadecimal, and a blank.',
  'sckl/field': 'Choose ports up to 65535 and a reference up to 255, and either `payload` or `text`.',
  'sckl/parts': 'Pass all parts of one message, each once.',
  'sckl/too-many-parts': 'Shorten the content: the script form numbers 255 parts.',
  'sckl/lower-case': 'Write the header in capitals; some phones read no others.',
  'sckl/binary-header': 'Leave the user data header out: the script header takes its place.',
} satisfies Remedies;
