import sharp, { type Sharp } from 'sharp';
import { random } from '../support/property.ts';

/** Three channels of a synthetic photo: shading, some edges, some grain. */
export function photoPixels(width: number, height: number, seed = 1): Uint8Array {
  const next = random(seed);
  const data = new Uint8Array(width * height * 3);
  const phase = seed * 1.7;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const u = x / width;
      const v = y / height;
      const wave =
        40 * Math.sin(9 * u + phase) + 30 * Math.cos(13 * v * (1 + u)) + 8 * Math.sin(60 * (u + v));
      const edge = (u - 0.6) ** 2 + (v - 0.4) ** 2 < 0.05 ? 60 : 0;
      const grain = (next() - 0.5) * 16;
      const at = (y * width + x) * 3;
      data[at] = clamp(120 + wave + edge + grain + 50 * u);
      data[at + 1] = clamp(110 + 0.7 * wave + grain);
      data[at + 2] = clamp(140 - 0.5 * wave - edge + grain + 40 * v);
    }
  }
  return data;
}

const clamp = (value: number): number => Math.max(0, Math.min(255, value));

/** A photo as sharp's input. */
export function photo(width: number, height: number, seed = 1): Sharp {
  return sharp(photoPixels(width, height, seed), { raw: { width, height, channels: 3 } });
}

/** A drawing: three colours, sharp edges. */
export function drawing(width: number, height: number): Sharp {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#fff"/><circle cx="40%" cy="50%" r="30%" fill="#c00"/>
    <path d="M0 0 L${width} ${height} M${width} 0 L0 ${height}" stroke="#006" stroke-width="${width / 20}"/></svg>`;
  return sharp(Buffer.from(svg)).removeAlpha();
}

/** Frames of a moving square as an animated GIF. */
export async function animation(width: number, height: number, frames: number): Promise<Uint8Array> {
  const pages = Array.from({ length: frames }, (_, i) =>
    sharp({ create: { width, height, channels: 3, background: '#eef' } })
      .composite([
        {
          input: { create: { width: width / 4, height: height / 4, channels: 3, background: '#036' } },
          left: Math.floor((i * width * 0.7) / frames),
          top: Math.floor(height / 3),
        },
      ])
      .png()
      .toBuffer(),
  );
  return sharp(await Promise.all(pages), { join: { animated: true } })
    .gif({ delay: new Array(frames).fill(100), loop: 0 })
    .toBuffer();
}

const EXIF_WITH_GPS = {
  IFD0: { Make: 'Test', Copyright: 'nobody' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '51/1 30/1 3230/100',
    GPSLongitudeRef: 'W',
    GPSLongitude: '0/1 7/1 32/1',
  },
};

/** The kinds of picture that people have, each made here and small. */
export const PICTURES: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  photo: () => photo(800, 600).jpeg({ quality: 90 }).withExif(EXIF_WITH_GPS).toBuffer(),
  'line art': () => drawing(400, 300).png().toBuffer(),
  '1-bit': () => drawing(202, 160).greyscale().threshold(128).png({ palette: true, colours: 2 }).toBuffer(),
  alpha: () =>
    sharp({ create: { width: 300, height: 200, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .composite([
        {
          input: Buffer.from(
            '<svg width="300" height="200"><circle cx="150" cy="100" r="80" fill="#0a0"/></svg>',
          ),
        },
      ])
      .png()
      .toBuffer(),
  CMYK: () => photo(640, 400, 2).toColourspace('cmyk').jpeg({ quality: 85 }).toBuffer(),
  '16-bit': () => photo(320, 240, 3).toColourspace('rgb16').png().toBuffer(),
  P3: () => photo(640, 480, 4).withIccProfile('p3').jpeg({ quality: 85 }).toBuffer(),
  'EXIF-rotated': () => photo(640, 480, 5).jpeg({ quality: 85 }).withMetadata({ orientation: 6 }).toBuffer(),
  'animated GIF': () => animation(200, 160, 8),
  'progressive JPEG': () => photo(500, 400, 6).jpeg({ quality: 80, progressive: true }).toBuffer(),
  'tall strip': () => photo(90, 2400, 7).jpeg({ quality: 85 }).toBuffer(),
  '1x1': () =>
    sharp({ create: { width: 1, height: 1, channels: 3, background: '#f00' } })
      .png()
      .toBuffer(),
};
