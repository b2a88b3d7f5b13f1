import type { Build } from '../build.ts';
import type { Work } from '../work.ts';

const SHORT =
  'Uncle:d=8,o=5,b=140:a,a,a,g,f,f,d,f,4g,4g,c,d,4f,a,a,4g,f,f,d,f,4g,4g,g,4f,4a,4a,g,4f,4g,4f,2f';
const LONG = `Scale:d=8,o=5,b=125,s=N:${'c,d,e.,f#,g,4a,b,c6,'.repeat(25).slice(0, -1)}`;

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
export async function ringtoneWorks(build: Build): Promise<readonly Work[]> {
  const { decodeRingingTone, encodeRingingTone, formatRtx, parseRtx } = await build.room('ringtone');
  return [SHORT, LONG].flatMap(text => {
    const tune = parseRtx(text);
    const encoded = encodeRingingTone(tune);
    const bits = bitsOf(encoded);
    const peer = { name: 'plain loop', run: () => plainLoop(bits) };
    const of = `${tune.events.length} notes`;
    return [
      { name: `encodeRingingTone, ${of}`, run: () => encodeRingingTone(tune), peer },
      { name: `decodeRingingTone, ${of}`, run: () => decodeRingingTone(encoded), peer },
      { name: `parseRtx, ${of}`, run: () => parseRtx(text), peer },
      { name: `formatRtx, ${of}`, run: () => formatRtx(tune), peer },
    ];
  });
}
