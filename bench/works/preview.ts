import sharp from 'sharp';
import type { Build } from '../build.ts';
import type { Work } from '../work.ts';

/** A photo that hardly packs, of some 150 kB. */
async function photo(): Promise<Uint8Array> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const create = { width: 430, height: 430, channels: 3, background: '#888', noise } as const;
  return new Uint8Array(await sharp({ create }).jpeg({ quality: 90 }).toBuffer());
}

/** The page of a message of 300 kB against decoding it and Node's base64 of its media; at most 1.5 times that is asked. */
export async function previewWorks(build: Build): Promise<readonly Work[]> {
  const { Presentation, presentation } = await build.room('presentation');
  const { renderPreview } = await build.room('preview');
  let builder = presentation({ subject: 'Spring sale' });
  for (const name of ['a.jpg', 'b.jpg'])
    builder = builder.slide({ image: { data: await photo(), name }, text: 'Everything must go' });
  const bytes = (await builder.build()).toMms();
  const { parts } = Presentation.fromMms(bytes);
  const media = parts.map(({ data }) => Buffer.from(data.buffer, data.byteOffset, data.length));
  const phones = [{ id: 'one' }];
  const peer = {
    name: 'decode and base64',
    run: () => [Presentation.fromMms(bytes), media.map(octets => octets.toString('base64'))],
  };
  return [
    { name: 'renderPreview of 300 kB', run: () => renderPreview(bytes, { phones }).length, peer },
    // Writing a page first makes one string of its pieces: that alone costs what the peer does.
    { name: 'the same, as octets', run: () => Buffer.byteLength(renderPreview(bytes, { phones })), peer },
  ];
}
