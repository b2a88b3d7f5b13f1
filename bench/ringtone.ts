import { decodeRingingTone, encodeRingingTone, formatRtx, parseRtx } from '../dist/ringtone/index.js';
import { measure, printMeasured } from './measure.ts';

const SHORT =
  'Uncle:d=8,o=5,b=140:a,a,a,g,f,f,d,f,4g,4g,c,d,4f,a,a,4g,f,f,d,f,4g,4g,g,4f,4a,4a,g,4f,4g,4f,2f';
const SCALE = 'c,d,e.,f#,g,4a,b,c6,';

/** The same bits by the loop that one writes first: one bit after the other, all numbers known. */
function plainLoop(bits: string): Uint8Array {
  const octets = new Uint8Array(bits.length >> 3);
  for (let i = 0; i < bits.length; i++) {
    if (bits[i] === '1') octets[i >> 3] = (octets[i >> 3] ?? 0) | (0x80 >> (i & 7));
  }
  return octets;
}

const bitsOf = (octets: Uint8Array): string =>
  [...octets].map(octet => octet.toString(2).padStart(8, '0')).join('');

/** Ringing tones against a plain loop over the same bits. */
export function benchRingtone(): void {
  for (const [text, rounds] of [
    [SHORT, 10_000],
    [`Scale:d=8,o=5,b=125,s=N:${SCALE.repeat(25).slice(0, -1)}`, 1000],
  ] as const) {
    const tune = parseRtx(text);
    const encoded = encodeRingingTone(tune);
    const bits = bitsOf(encoded);
    const measured = measure(
      {
        'plain loop': () => plainLoop(bits),
        encodeRingingTone: () => encodeRingingTone(tune),
        decodeRingingTone: () => decodeRingingTone(encoded),
        parseRtx: () => parseRtx(text),
        formatRtx: () => formatRtx(tune),
      },
      rounds,
    );
    const { medianUs = Number.NaN } = measured.find(({ name }) => name === 'encodeRingingTone') ?? {};
    const perSecond = Math.round(1e6 / medianUs).toLocaleString('en');
    const title = `ringing tone of ${tune.events.length} events, ${encoded.length} octets: ${perSecond} encodes a second`;
    printMeasured(title, measured, 'plain loop');
  }
}
