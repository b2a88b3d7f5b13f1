/** A ringtone and a logo for ten phones: over SMS where the phone is old enough, else as files. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findHandset, type Handset } from 'mms-composer/handsets';
import { acceptsType, decodeImage, toBitmap } from 'mms-composer/media';
import { formatIMelody, parseTune, toMidi } from 'mms-composer/ringtone';
import { encodeSmartSms, operatorLogo, ringingToneMessage } from 'mms-composer/smart';

const PHONES = [
  'nokia-3510i',
  'nokia-6230',
  'nokia-7650',
  'nokia-n95-1',
  'siemens-c65',
  'sony-ericsson-t610',
  'sony-ericsson-k750i',
  'motorola-v300',
  'samsung-b2100',
  'nokia-301',
];
const TUNE = parseTune('Fifth:d=4,o=5,b=63:8p,8g,8g,8g,2d#,8p,8f,8f,8f,2d');
const TO = '+447700900123';

const hexLines = (parts: readonly { readonly tpdu: Uint8Array }[]): string =>
  parts.map(({ tpdu }) => `${Buffer.from(tpdu).toString('hex')}\n`).join('');

/** The tune in the best form that a phone takes, by its name. */
function toneFor(phone: Handset | undefined): { name: string; data: Uint8Array | string } {
  if (phone === undefined || acceptsType(phone, 'audio/midi'))
    return { name: 'tone.mid', data: toMidi(TUNE) };
  if (acceptsType(phone, 'audio/imelody')) return { name: 'tone.imy', data: formatIMelody(TUNE) };
  return { name: 'tone.hex', data: hexLines(encodeSmartSms(ringingToneMessage(TUNE), { to: TO })) };
}

const [picture, folder] = process.argv.slice(2);
if (picture === undefined || folder === undefined) {
  console.error('usage: tsx samples/phone-pack.ts PICTURE OUT');
  process.exitCode = 2;
} else {
  const bitmap = toBitmap(await decodeImage(await readFile(picture)), {
    width: 72,
    height: 14,
    fit: 'cover',
  });
  const logo = hexLines(encodeSmartSms(operatorLogo({ bitmap, mcc: '234', mnc: '10' }), { to: TO }));
  for (const id of PHONES) {
    const phone = findHandset(id);
    const { name, data } = toneFor(phone);
    await mkdir(join(folder, id), { recursive: true });
    await writeFile(join(folder, id, name), data);
    await writeFile(join(folder, id, 'logo.hex'), logo);
    console.log(`${id.padEnd(20)} ${name}`);
  }
}
