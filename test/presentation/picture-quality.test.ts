import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { presentation } from '../../src/presentation/index.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { random } from '../support/property.ts';

/** Photos with much grain, which are the hardest; `QUALITY_MESSAGES=50` takes all of the first 50. */
const HARDEST = [44, 21];
const MOST = Number(process.env['QUALITY_MESSAGES'] ?? 0);
const MESSAGES = MOST === 0 ? HARDEST : Array.from({ length: MOST }, (_, message) => message);
const BUDGETS = [30, 60, 100, 300, 600].map(kib => kib * 1024);
/** What AOSP bounds pictures by. */
const BOX = { width: 640, height: 480 };
const PHONE = { id: 'phone', accept: ['image/jpeg', 'image/gif', 'image/png', 'text/plain'], maxImage: BOX };

type Picture = Uint8Array;

/** A scene of a seed: clouds of several sizes, hard edges, and grain, more or less of each. */
async function scene(seed: number): Promise<Picture> {
  const next = random(seed);
  const [long, short] = [900 + Math.floor(next() * 900), 700 + Math.floor(next() * 500)];
  const [width, height] = next() < 0.3 ? [short, long] : [long, short];
  const [roughness, grain, shapes] = [0.35 + next() * 0.35, next() ** 2 * 40, Math.floor(next() * 12)];
  const clouds = await Promise.all(
    Array.from({ length: 6 }, async (_, octave) => {
      const [columns, rows] = [4 << octave, 3 << octave];
      const data = Uint8Array.from({ length: columns * rows * 3 }, () => next() * 255);
      const raw = sharp(data, { raw: { width: columns, height: rows, channels: 3 } });
      return {
        data: await raw.resize(width, height, { fit: 'fill' }).raw().toBuffer(),
        part: roughness ** octave,
      };
    }),
  );
  const spots = Array.from({ length: shapes }, () => [
    next() * width,
    next() * height,
    20 + next() * 120,
    (next() - 0.5) * 160,
  ]);
  const data = new Uint8Array(width * height * 3);
  const whole = clouds.reduce((sum, { part }) => sum + part, 0);
  for (let at = 0; at < data.length; at++) {
    const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)];
    let value = (next() - 0.5) * grain;
    for (const cloud of clouds) value += ((cloud.data[at] ?? 0) * cloud.part) / whole;
    for (const [cx = 0, cy = 0, radius = 0, light = 0] of spots) {
      if ((x - cx) ** 2 + (y - cy) ** 2 < radius ** 2) value += light;
    }
    data[at] = Math.max(0, Math.min(255, (value - 128) * 1.6 + 128));
  }
  const quality = 85 + Math.floor(next() * 11);
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality })
    .toBuffer();
}

async function sizeOf(picture: Picture): Promise<{ width: number; height: number }> {
  const { width, height } = await sharp(picture).metadata();
  return { width, height };
}

/** AOSP Messaging: equal shares; by three quarters until inside the box, from the nearest pixels; quality 95, then by the octets, 50 at least. */
async function aosp(picture: Picture, most: number): Promise<Picture | undefined> {
  const { width, height } = await sizeOf(picture);
  let scale = 1;
  while (width * scale > BOX.width || height * scale > BOX.height) scale *= 0.75;
  if (scale === 1 && picture.length <= most) return picture;
  let quality = 95;
  for (let attempt = 0; attempt < 4; attempt++) {
    const size = { width: Math.floor(width * scale), height: Math.floor(height * scale) };
    const scaled = sharp(picture).resize({ ...size, kernel: 'nearest', fit: 'fill' });
    let made = await scaled.clone().jpeg({ quality }).toBuffer();
    if (made.length > most) {
      quality = Math.max(Math.floor((quality * most) / made.length), 50);
      made = await scaled.jpeg({ quality }).toBuffer();
    }
    if (made.length <= most) return made;
    scale *= 0.75;
  }
  return undefined;
}

/** Mbuni: into the box by ImageMagick at the quality that it had; a message that is too large is dropped. */
function mbuni(pictures: readonly Picture[], free: number): (Picture | undefined)[] {
  const made = pictures.map(input =>
    execFileSync('convert-im6.q16', ['jpeg:-', '-resize', `${BOX.width}x${BOX.height}>`, 'jpeg:-'], {
      input,
    }),
  );
  return made.reduce((sum, { length }) => sum + length, 0) <= free ? made : made.map(() => undefined);
}

describeWithOracle(
  ['ffmpeg', 'convert-im6.q16'],
  `${MESSAGES.length} messages of photos in ${BUDGETS.length} budgets`,
  () => {
    let folder: string;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'mms-quality-'));
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    /** SSIM of the luma by ffmpeg, in the size of the original on the screen; nothing shown is nothing like it. */
    async function judge(original: Picture, shown: Picture | undefined): Promise<number> {
      if (shown === undefined) return 0;
      const { width, height } = await sizeOf(original);
      const scale = Math.min(BOX.width / width, BOX.height / height, 1);
      const size = `${Math.round(width * scale)}:${Math.round(height * scale)}`;
      const files = [join(folder, 'original.jpg'), join(folder, 'shown.jpg')] as const;
      writeFileSync(files[0], original);
      writeFileSync(files[1], shown);
      const filter = `[0]format=gray,scale=${size}:flags=area[a];[1]format=gray,scale=${size}:flags=bicubic[b];[a][b]ssim`;
      const args = ['-hide_banner', '-i', files[0], '-i', files[1], '-lavfi', filter, '-f', 'null', '-'];
      const told = execFileSync('sh', ['-c', 'exec ffmpeg "$@" 2>&1', 'sh', ...args], { encoding: 'utf8' });
      const found = /SSIM Y:([0-9.]+)/.exec(told)?.[1];
      if (found === undefined) throw new Error(told);
      return Number(found);
    }

    async function lowest(
      originals: readonly Picture[],
      shown: readonly (Picture | undefined)[],
    ): Promise<number> {
      const each: number[] = [];
      for (const [index, original] of originals.entries()) each.push(await judge(original, shown[index]));
      return Math.min(...each);
    }

    it.each(MESSAGES)('message %i', { timeout: 600_000 }, async message => {
      const count = 2 + (message % 4);
      const originals = await Promise.all(
        Array.from({ length: count }, (_, i) => scene(message * 10 + i + 1)),
      );
      let builder = presentation({ to: ['+447700900123'] });
      for (const [i, data] of originals.entries())
        builder = builder.slide({ image: { data, name: `${i}.jpg` } });
      const whole = await builder.build();
      for (const maxBytes of BUDGETS) {
        const { presentation: adapted, changes } = await whole.adapt(
          { ...PHONE, maxBytes },
          { reserveBytes: 0 },
        );
        const ours = adapted.slides.map(({ image }) => image?.part.data);
        const total = adapted.toMms().length;
        const free = maxBytes - (total - ours.reduce((sum, data) => sum + (data?.length ?? 0), 0));
        const others = {
          aosp: await Promise.all(originals.map(picture => aosp(picture, Math.floor(free / count)))),
          mbuni: mbuni(originals, free),
        };
        const low = await lowest(originals, ours);
        const figures = {
          aosp: await lowest(originals, others.aosp),
          mbuni: await lowest(originals, others.mbuni),
        };
        const used = (total / maxBytes) * 100;
        console.info(
          `message ${message}, ${count} photos, ${maxBytes} octets: ${low.toFixed(4)}, AOSP ${figures.aosp.toFixed(4)}, Mbuni ${figures.mbuni.toFixed(4)}, ${used.toFixed(1)} % used; ${changes.map(c => c.ssim?.toFixed(3) ?? '-').join(' ')}`,
        );
        expect(low).toBeGreaterThan(figures.aosp);
        expect(low).toBeGreaterThan(figures.mbuni);
      }
    });
  },
);
