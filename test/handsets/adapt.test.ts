import { resolve } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { draw } from '../../samples/draw.ts';
import { allHandsets, type Handset } from '../../src/handsets/index.ts';
import type { Issue } from '../../src/issues/index.ts';
import { lint } from '../../src/lint/index.ts';
import { Presentation, presentation } from '../../src/presentation/index.ts';

const MANIFEST = resolve(import.meta.dirname, '../../samples/harbour/message.yaml');

/** All 200 with PHONES=200; the first of the same draw else. */
const COUNT = Number(process.env['PHONES'] ?? 5);

/** What a message that fills its limit always says, and one with Greek texts to the few phones without any Unicode. */
function isExpected({ code }: Issue, { charsets = ['utf-8'] }: Handset): boolean {
  const isLatin = charsets.every(charset => /^(?:us-ascii|iso-8859-[12])$/.test(charset));
  return code === 'size/near-limit' || (code === 'text/charset-not-accepted' && isLatin);
}

/** A picture of the sample as a camera takes it: large, with grain, so that its size grows with its quality. */
async function asPhoto(data: Uint8Array): Promise<Uint8Array> {
  const [width, height] = [2400, 1800];
  const noise = sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 12 },
    },
  });
  const grain = await noise.png({ compressionLevel: 0 }).toBuffer();
  const photo = sharp(data).flatten().resize(width, height, { fit: 'fill' });
  return new Uint8Array(
    await photo
      .composite([{ input: grain, blend: 'soft-light' }])
      .jpeg({ quality: 95 })
      .toBuffer(),
  );
}

/** The sample message with photos in place of its small pictures. */
async function sample(): Promise<Presentation> {
  const harbour = await Presentation.fromManifest(MANIFEST);
  let builder = presentation({ subject: 'A day at the harbour', to: ['+447700900123'] });
  for (const { image, text, audio } of harbour.slides) {
    builder = builder.slide({
      ...(image && {
        image: { data: await asPhoto(image.part.data), name: image.part.name.replace(/png$/, 'jpg') },
      }),
      ...(text && { text: new TextDecoder().decode(text.part.data) }),
      ...(audio && { audio: { data: audio.part.data, name: audio.part.name } }),
    });
  }
  return builder.build();
}

describe(`the sample message for ${COUNT} phones`, () => {
  const phones = draw(allHandsets(), 200).slice(0, COUNT);
  let message: Presentation;
  beforeAll(async () => {
    message = await sample();
  }, 60_000);

  it('are different phones', () => {
    expect(new Set(phones.map(({ id }) => id)).size).toBe(COUNT);
  });

  it.each(phones.map(phone => [phone.id, phone] as const))('%s', { timeout: 120_000 }, async (_, phone) => {
    const { maxBytes, ...unbounded } = phone;
    const adapted = await message.adapt(phone, { unsupported: 'drop' });
    const octets = adapted.presentation.toMms();
    const findings = lint(octets, { profile: phone }).filter(found => !isExpected(found, phone));
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    if (maxBytes === undefined) return;
    expect(octets.length).toBeLessThanOrEqual(maxBytes);
    if (octets.length >= 0.9 * maxBytes) return;
    const most = await message.adapt(unbounded, { unsupported: 'drop' });
    expect(octets.length).toBe(most.presentation.toMms().length);
  });
});
