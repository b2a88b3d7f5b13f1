import { inspected, json } from './inputs.ts';
import { program, type Raise, type Raises } from './raise.ts';

/** Rows of black pixels. */
const black = (width: number, height: number) => ({
  width,
  height,
  rows: Array(height).fill('#'.repeat(width)),
});

/** An OTA bitmap of 8x1 pixels. */
const DOTS = '00080101ff';
/** As an item of a picture message. */
const ITEM = `020005${DOTS}`;

const picture = (hex: string): Raise => inspected('picture-message', hex);

/** A script message, written. */
const written = (message: string): Raise =>
  program(`
import { formatSckl } from 'mms-composer/smart';

formatSckl({ ${message} });`);

/** A script message, read. */
const read = (text: string): Raise =>
  program(`
import { parseSckl } from 'mms-composer/smart';

const { warnings } = parseSckl(${text});
console.log(warnings);`);

/** Smart Messaging, each with one fault. */
export const SMART_RAISES = {
  'smart/network-code': json('bitmap --kind operator-logo --mcc 1 --mnc 2', black(72, 14)),
  'smart/version': picture(`0000024869${ITEM}`),
  'smart/item-length': picture(`300000024869020009${DOTS}`),
  'smart/too-many-items': {
    ...picture(`30${'000000'.repeat(65)}`),
    besides: ['smart/other-item'],
  },
  'smart/missing-item': picture('300000024869'),
  'smart/other-item': picture(`30${ITEM}07000101`),
  'smart/text': picture(`30010004feff0041${ITEM}`),
  'smart/tone-too-long': program(`
import { parseRtttl } from 'mms-composer/ringtone';
import { downloadableProfile } from 'mms-composer/smart';

const tune = parseRtttl(\`Scale:d=4,o=5,b=100:\${'c,d,e,'.repeat(40)}f\`);
console.log(downloadableProfile({ tune }).warnings);`),
  'smart/line-feed': inspected('operator-logo', `3042f450${DOTS}`),
  'smart/bare-bitmap': picture(DOTS),
  'smart/operator-logo': picture(`42f450${DOTS}`),
  'smart/unusual-size': json('bitmap', { bitmap: black(2, 1), kind: 'group-graphic' }),
  'smart/text-too-long': json('bitmap', { bitmap: black(72, 28), kind: 'picture', text: 'x'.repeat(121) }),
  'smart/too-many-parts': program(`
import { parseRtttl } from 'mms-composer/ringtone';
import { ringingToneMessage } from 'mms-composer/smart';

const tune = parseRtttl(\`Scale:d=4,o=5,b=100:\${'c,d,e,'.repeat(84)}f\`);
console.log(ringingToneMessage(tune).warnings);`),
  'smart/unknown-port': program(`
import { decodeSmartMessage } from 'mms-composer/smart';

decodeSmartMessage(2948, new Uint8Array(4));`),
  'sckl/header': read(`'SCKL1581 024A3A'`),
  'sckl/field': written('destinationPort: 70_000, payload: new Uint8Array(4)'),
  'sckl/parts': read(`'//SCKL15810000010201 024A3A'`),
  'sckl/too-many-parts': written('destinationPort: 5505, payload: new Uint8Array(20_000)'),
  'sckl/lower-case': read(`'//SCKL158a 30'`),
  'sckl/binary-header': read(`'//SCKL158A 060504158A0000 30'`),
} satisfies Raises;
