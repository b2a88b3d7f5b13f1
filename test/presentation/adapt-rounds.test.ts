import sharp, { type Sharp } from 'sharp';
import { expect, it } from 'vitest';
import { presentation } from '../../src/presentation/index.ts';

/** Noise, of which an encoder can only drop parts in coarse steps. */
function noise(width: number, height: number, pageHeight: number): Sharp {
  const data = Buffer.alloc(width * height * 3);
  let state = 7;
  for (let i = 0; i < data.length; i++) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    data[i] = (i % 251) * 0.4 + ((state >> 16) % 150);
  }
  return sharp(data, { raw: { width, height, channels: 3, pageHeight } });
}

it('pictures that do not use their share leave it to the others in a second round', async () => {
  const photo = await noise(500, 400, 400).jpeg({ quality: 95 }).toBuffer();
  const animation = await noise(300, 200, 50).gif().toBuffer();
  const message = await presentation({ to: ['+447700900123'] })
    .slide({ image: { data: new Uint8Array(photo), name: 'a.jpg' } })
    .slide({ image: { data: new Uint8Array(animation), name: 'b.gif' } })
    .build();
  const maxBytes = 6000;
  const accept = ['image/gif', 'image/jpeg'];
  const { presentation: adapted } = await message.adapt({ id: 'phone', accept, animation: true, maxBytes });
  const size = adapted.toMms().length;
  expect(size).toBeLessThanOrEqual(maxBytes);
  // One round leaves a quarter of the octets.
  expect(size).toBeGreaterThan(0.8 * maxBytes);
});
