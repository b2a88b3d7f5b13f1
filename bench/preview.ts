import sharp from 'sharp';
import { Presentation, presentation } from '../dist/public/index.js';
import { renderPreview } from '../dist/public/preview.js';
import { measure, printMeasured } from './measure.ts';

/** A photo that hardly packs, of some 150 kB. */
async function photo(): Promise<Uint8Array> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const create = { width: 430, height: 430, channels: 3, background: '#888', noise } as const;
  return new Uint8Array(await sharp({ create }).jpeg({ quality: 90 }).toBuffer());
}

/** The page of a message of 300 kB against decoding it and base64 of its media; at most 1.5 times that is asked. */
export async function benchPreview(): Promise<void> {
  let builder = presentation({ subject: 'Spring sale' });
  for (const name of ['a.jpg', 'b.jpg'])
    builder = builder.slide({ image: { data: await photo(), name }, text: 'Everything must go' });
  const bytes = (await builder.build()).toMms();
  const { parts } = Presentation.fromMms(bytes);
  const latin1 = parts.map(({ data }) => Array.from(data, octet => String.fromCharCode(octet)).join(''));
  const phones = [{ id: 'one' }];
  const measured = measure(
    {
      'decode and base64': () => [Presentation.fromMms(bytes), latin1.map(btoa)],
      // a length makes a page of its pieces, as writing it does
      renderPreview: () => Buffer.byteLength(renderPreview(bytes, { phones })),
    },
    4,
  );
  printMeasured(`preview of ${bytes.length} octets`, measured, 'decode and base64');
}
