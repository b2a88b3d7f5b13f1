import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Example } from '../../site/examples.ts';
import { toHex } from '../../src/bytes/index.ts';
import { formatVCard } from '../../src/public/cards.ts';
import { composeTargets } from '../../src/public/index.ts';
import { decodeImage, toBitmap } from '../../src/public/media.ts';
import {
  encodeMmsNotification,
  encodePush,
  encodePushSms,
  encodeServiceIndication,
} from '../../src/public/push.ts';
import { encodeRingingTone, parseTune } from '../../src/public/ringtone.ts';
import { encodeSmartSms, pictureMessage } from '../../src/public/smart.ts';
import { encodeSms } from '../../src/public/sms.ts';
import { ROOT } from '../browser/bundle.ts';

const HARBOUR = join(ROOT, 'samples/harbour');
const TO = '+447700900123';
const TUNE = 'Fifth:d=4,o=5,b=63:8p,8g,8g,8g,2d#,8p,8f,8f,8f,2d';

/** What the page offers to who has nothing to paste: made of the samples, by the encoders. */
export async function siteExamples(): Promise<readonly Example[]> {
  return [
    { name: 'MMS', input: toHex(await harbour()) },
    {
      name: 'Long SMS',
      input: lines(
        encodeSms({
          to: TO,
          text: 'An SMS of more than 160 characters goes out in parts, each with a user data header in front that says which part of how many it is, and a reference that they have in common.',
        }),
      ),
    },
    {
      name: 'Picture message',
      input: lines(encodeSmartSms(pictureMessage({ bitmap: await night(), text: 'Good night' }), { to: TO })),
    },
    { name: 'Ringing tone', input: toHex(encodeRingingTone(parseTune(TUNE))) },
    { name: 'RTTTL', input: TUNE },
    { name: 'WAP push', input: lines(encodePushSms(indication(), { to: TO })) },
    { name: 'MMS notification', input: toHex(notification()) },
    {
      name: 'Contact',
      input: formatVCard({
        family: 'Lovelace',
        given: 'Ada',
        tel: [{ number: TO, types: ['CELL'] }],
        email: ['ada@example.com'],
        note: 'Met at the harbour',
      }),
    },
  ];
}

async function harbour(): Promise<Uint8Array> {
  const targets = await composeTargets(join(HARBOUR, 'message.yaml'));
  const small = targets.find(({ target }) => target === 'small');
  if (small === undefined) throw new Error('the sample has no target "small"');
  return small.presentation.toMms();
}

async function night() {
  const pixels = await decodeImage(readFileSync(join(HARBOUR, 'night.png')));
  return toBitmap(pixels, { width: 72, height: 28, dither: 'floyd-steinberg', fit: 'cover' });
}

function indication(): Uint8Array {
  const body = encodeServiceIndication({
    href: 'http://example.com/tickets',
    action: 'signal-medium',
    content: 'Your boat leaves at noon',
  });
  return encodePush({ contentType: 'application/vnd.wap.sic', body });
}

function notification(): Uint8Array {
  return encodeMmsNotification({
    transactionId: 'N1',
    contentLocation: 'http://mmsc.example/0a1b2c',
    messageSize: 23_069,
    from: TO,
    subject: 'A day at the harbour',
    expiry: { relative: 259_200 },
  });
}

function lines(parts: readonly { readonly tpdu: Uint8Array }[]): string {
  return parts.map(({ tpdu }) => toHex(tpdu)).join('\n');
}
