/** Draws the pictures and plays the tune of the sample message. Run it to make the media again: `npx tsx samples/make-media.ts`. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { parseRtttl, toMidi } from '../src/ringtone/index.ts';

const FOLDER = join(import.meta.dirname, 'harbour');
const SIZE = { width: 320, height: 240 };

interface Sky {
  readonly top: string;
  readonly bottom: string;
  readonly sea: string;
  readonly land: string;
  /** Drawn behind the sea. */
  readonly behind: string;
  /** Drawn on the sea. */
  readonly afloat?: string;
}

const LIGHTHOUSE = `
  <path d="M232 178 L238 92 H256 L262 178 Z" fill="#f6f1e7"/>
  <path d="M235.6 128 L237 108 H257 L258.4 128 Z M233 164 L234.4 146 H259.6 L261 164 Z" fill="#c8452f"/>
  <rect x="234" y="86" width="26" height="6" rx="2" fill="#3b3a44"/>
  <rect x="239" y="70" width="16" height="16" fill="#ffe9a8"/>
  <path d="M236 70 L247 56 L258 70 Z" fill="#c8452f"/>`;

/** One picture of the harbour. */
function scene({ top, bottom, sea, land, behind, afloat = '' }: Sky): string {
  const waves = [196, 208, 222]
    .map(
      (y, i) =>
        `<path d="M0 ${y} q20 -6 40 0 t40 0 t40 0 t40 0 t40 0 t40 0 t40 0 t40 0" stroke="#ffffff" stroke-opacity="${0.35 - i * 0.08}" stroke-width="2" fill="none"/>`,
    )
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 240" width="320" height="240">
  <defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
    <stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient></defs>
  <rect width="320" height="240" fill="url(#sky)"/>${behind}
  <rect y="176" width="320" height="64" fill="${sea}"/>${waves}${afloat}
  <path d="M190 190 Q210 168 247 172 Q296 176 320 166 V240 H176 Z" fill="${land}"/>${LIGHTHOUSE}
</svg>`;
}

const SUN =
  '<circle cx="92" cy="150" r="30" fill="#fff2c4"/><circle cx="92" cy="150" r="44" fill="#fff2c4" fill-opacity="0.25"/>';
const BOAT = `<path d="M60 188 H128 L116 204 H72 Z" fill="#5b3a29"/><path d="M92 184 V112 L126 176 Z" fill="#fbfaf5"/>
  <path d="M88 184 V124 L64 176 Z" fill="#e9e2d0"/>`;
const CLOUDS = `<path d="M20 60 q14 -12 28 0 q22 -6 22 10 H6 q0 -12 14 -10 Z M190 40 q12 -10 24 0 q18 -5 18 9 H178 q0 -10 12 -9 Z" fill="#ffffff" fill-opacity="0.9"/>`;
const STARS = Array.from({ length: 46 }, (_, i) => {
  const [x, y] = [(i * 73) % 320, (i * 37) % 150];
  return `<circle cx="${x}" cy="${y}" r="${i % 5 === 0 ? 1.6 : 0.9}" fill="#fdf6dc"/>`;
}).join('');
const BEAM =
  '<path d="M247 78 L0 22 V92 Z" fill="#ffe9a8" fill-opacity="0.45"/><path d="M247 78 L320 60 V96 Z" fill="#ffe9a8" fill-opacity="0.45"/>';

const PICTURES: Readonly<Record<string, Sky>> = {
  'morning.jpg': { top: '#f6b48f', bottom: '#fde7c8', sea: '#5d8aa8', land: '#6f7d4f', behind: SUN },
  'noon.jpg': {
    top: '#5fb3e6',
    bottom: '#d6effc',
    sea: '#2f7fb0',
    land: '#7c9a4e',
    behind: CLOUDS,
    afloat: BOAT,
  },
  'night.png': {
    top: '#10142f',
    bottom: '#3a3f6e',
    sea: '#1b2350',
    land: '#23301f',
    behind: `${STARS}${BEAM}`,
  },
};

for (const [name, sky] of Object.entries(PICTURES)) {
  const image = sharp(Buffer.from(scene(sky)))
    .resize(SIZE)
    .flatten();
  const data = await (name.endsWith('.png')
    ? image.png({ palette: true, colours: 32, effort: 10 })
    : image.jpeg({ quality: 80 })
  ).toBuffer();
  await writeFile(join(FOLDER, name), data);
}

const TUNE = 'Harbour:d=8,o=5,b=120:4g,a,b,4c6,b,a,4g,e,d,4e,4g,a,g,e,d,2c';
await writeFile(join(FOLDER, 'harbour.mid'), toMidi(parseRtttl(TUNE)));
