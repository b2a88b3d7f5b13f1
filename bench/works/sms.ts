import { createRequire } from 'node:module';
import { parse, Submit } from 'node-pdu';
import type { Build } from '../build.ts';
import { growing, type Work } from '../work.ts';

const require = createRequire(import.meta.url);
/** The packages have no types. */
const gsm7: { encode(text: string): Uint8Array; decode(octets: Uint8Array): string } = require('gsm7');
const splitSms: { split(text: string): unknown } = require('split-sms');

const TO = '+447700900123';

/** Text of a TPDU by node-pdu, which wants an SMSC address in front. */
function nodePduText(hex: string): string {
  const pdu = parse(`00${hex}`);
  if (!(pdu instanceof Submit)) throw new Error('node-pdu did not see an SMS-SUBMIT');
  return pdu.data.getText();
}

/** A text in one piece of memory, as one that was read: a slice of a repetition is slower for everybody. */
function repeated(pattern: string, length: number): string {
  const text = pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length);
  return new TextDecoder().decode(new TextEncoder().encode(text));
}

const PLAIN = 'The quick brown fox jumps over 13 lazy dogs. ';
const EXTENDED = 'price {12} [ok] 5€ ';
const CYRILLIC = 'Съешь же ещё этих мягких французских булок ';
const LENGTHS = [160, 1600, 16_000, 39_000];
const UNICODE_LENGTHS = [70, 700, 7000, 17_000];

/** Coding SMS against node-pdu and gsm7, counting its parts against split-sms. */
export async function smsWorks(build: Build): Promise<readonly Work[]> {
  const { decodeGsm7, decodeSubmit, encodeGsm7, encodeSms, measureSms } = await build.room('sms');
  const { fromHex, toHex } = await build.room('bytes');
  const coding = (name: string, text: string): Work[] => {
    const hex = toHex(encodeSms({ to: TO, text })[0]?.tpdu ?? new Uint8Array(0));
    return [
      {
        name: `encodeSms, ${name}`,
        run: () => encodeSms({ to: TO, text }),
        peer: { name: 'node-pdu', run: () => new Submit(TO, text).getPartStrings() },
      },
      {
        name: `decodeSubmit, ${name}`,
        run: () => decodeSubmit(fromHex(hex)).text,
        peer: { name: 'node-pdu', run: () => nodePduText(hex) },
      },
    ];
  };
  const packing = (name: string, text: string): Work[] => {
    const octets = Buffer.from(encodeGsm7(text));
    return [
      {
        name: `encodeGsm7, ${name}`,
        run: () => encodeGsm7(text),
        peer: { name: 'gsm7', run: () => gsm7.encode(text) },
      },
      {
        name: `decodeGsm7, ${name}`,
        run: () => decodeGsm7(octets),
        peer: { name: 'gsm7', run: () => gsm7.decode(octets) },
      },
    ];
  };
  const gsm7Texts: [string, string][] = [
    ['160 of GSM 7-bit', repeated(PLAIN, 160)],
    ['600 of GSM 7-bit', repeated(PLAIN, 600)],
    ['600 with extensions', repeated(EXTENDED, 600)],
  ];
  const measuring = (pattern: string) => (size: number) => {
    const text = repeated(pattern, size);
    return {
      run: () => measureSms({ text }),
      peer: { name: 'split-sms', run: () => splitSms.split(text) },
    };
  };
  return [
    ...gsm7Texts.flatMap(([name, text]) => [...coding(name, text), ...packing(name, text)]),
    ...coding('600 of UCS-2', repeated(CYRILLIC, 600)),
    ...growing('encodeSms by characters', LENGTHS, size => {
      const text = repeated(PLAIN, size);
      return { run: () => encodeSms({ to: TO, text }) };
    }),
    ...growing('measureSms by GSM characters', LENGTHS, measuring(PLAIN)),
    ...growing('measureSms by UCS-2 characters', UNICODE_LENGTHS, measuring(CYRILLIC)),
  ];
}
