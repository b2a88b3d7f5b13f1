import sharp from 'sharp';
import { Presentation } from '../../src/presentation/index.ts';
import type { SmilFit } from '../../src/smil/index.ts';

/** The screen on which every rule has a region of its own. */
export const SCREEN = { width: 200, height: 130 } as const;
const REGION = { width: 58, height: 44 } as const;

/** What a region must keep clear of its neighbours, which the comparison takes in. */
const MARGIN = 3;

interface Region {
  readonly fit: SmilFit;
  readonly left: number;
  readonly top: number;
}

/** A region for every rule. */
export const REGIONS: readonly Region[] = [
  { fit: 'fill', left: 6, top: 8 },
  { fit: 'meet', left: 71, top: 8 },
  { fit: 'slice', left: 136, top: 8 },
  { fit: 'hidden', left: 6, top: 70 },
  { fit: 'scroll', left: 71, top: 70 },
];

/** Pictures wider, higher, larger and smaller than their regions. */
export const SHAPES = [
  [120, 30],
  [40, 100],
  [116, 88],
  [30, 20],
  [70, 45],
] as const;

/** A picture each of whose places has its own colour: red grows to the right, green downwards, blue falls. */
async function gradient(width: number, height: number): Promise<Buffer> {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const red = Math.round((x / width) * 200);
      data.set([red, Math.round((y / height) * 200), 200 - red], (y * width + x) * 3);
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

/** A message of one slide a shape, its picture in all regions. */
export async function messageOfRegions(): Promise<Presentation> {
  const regions = REGIONS.map(
    ({ fit, left, top }) =>
      `<region id="${fit}" left="${left}" top="${top}" width="${REGION.width}" height="${REGION.height}" fit="${fit}"/>`,
  );
  const pars = SHAPES.map((_, index) => {
    const images = REGIONS.map(({ fit }) => `<img src="p${index}.png" region="${fit}"/>`);
    return `<par dur="1000ms">${images.join('')}</par>`;
  });
  const smil = `<smil><head><layout><root-layout width="${SCREEN.width}" height="${SCREEN.height}"/>${regions.join('')}</layout></head><body>${pars.join('')}</body></smil>`;
  const pictures = SHAPES.map(async ([width, height], index) => ({
    name: `p${index}.png`,
    data: await gradient(width, height),
  }));
  return Presentation.fromFiles(
    [{ name: 'show.smil', data: new TextEncoder().encode(smil) }, ...(await Promise.all(pictures))],
    { smil: 'verbatim' },
  );
}

const WHITE = { r: 255, g: 255, b: 255 };

/** What sharp makes of a picture in a region, by the words of SMIL 2.0, layout, `fit`. */
async function asSharpFits(picture: Buffer, fit: SmilFit): Promise<Buffer> {
  const { width, height } = REGION;
  const image = sharp(picture);
  switch (fit) {
    case 'fill':
      return image.resize(width, height, { fit: 'fill' }).png().toBuffer();
    case 'meet':
      return image.resize(width, height, { fit: 'contain', background: WHITE }).png().toBuffer();
    case 'slice':
      return image.resize(width, height, { fit: 'cover' }).png().toBuffer();
    default: {
      const whole = await image.metadata();
      const seen = { width: Math.min(width, whole.width), height: Math.min(height, whole.height) };
      return image
        .extract({ left: 0, top: 0, ...seen })
        .png()
        .toBuffer();
    }
  }
}

/** How far two drawings of a region are apart, in levels of 255. */
export interface Apart {
  readonly shape: string;
  readonly fit: SmilFit;
  /** Of the pixels that are near. */
  readonly mean: number;
  /** Share of the pixels that are more than {@link FAR} apart. */
  readonly far: number;
}

const FAR = 24;

/**
 * What resampling may differ by: some levels on the average, and a rim of the picture, which one draws between two
 * pixels and the other on one. Two rows of a region are 116 pixels of the 3,200 that are compared.
 */
const TOLERANCE = { mean: 1.5, far: 0.04 } as const;

/** Holds a screen against what sharp makes of every region, with a margin in which nothing may be. */
export async function apartFromSharp(screen: Uint8Array, shapeIndex: number): Promise<Apart[]> {
  const [width = 1, height = 1] = SHAPES[shapeIndex] ?? [];
  const picture = await gradient(width, height);
  const layers = REGIONS.map(async ({ fit, left, top }) => ({
    input: await asSharpFits(picture, fit),
    left,
    top,
  }));
  const create = { ...SCREEN, channels: 3 as const, background: WHITE };
  const expected = await sharp({ create })
    .composite(await Promise.all(layers))
    .removeAlpha()
    .raw()
    .toBuffer();
  const found = await sharp(screen).removeAlpha().raw().toBuffer();
  if (found.length !== expected.length)
    throw new Error(`${found.length} octets of pixels, not ${expected.length}`);
  return REGIONS.map(({ fit, left, top }) => {
    let sum = 0;
    let far = 0;
    let pixels = 0;
    for (let y = top - MARGIN; y < top + REGION.height + MARGIN; y++) {
      for (let x = left - MARGIN; x < left + REGION.width + MARGIN; x++) {
        const at = (y * SCREEN.width + x) * 3;
        const differences = [0, 1, 2].map(channel =>
          Math.abs((found[at + channel] ?? 0) - (expected[at + channel] ?? 0)),
        );
        if (Math.max(...differences) > FAR) far += 1;
        else sum += differences.reduce((total, one) => total + one, 0) / 3;
        pixels += 1;
      }
    }
    return { shape: `${width}x${height}`, fit, mean: sum / (pixels - far || 1), far: far / pixels };
  });
}

/** The regions that are further apart than resampling explains. */
export function beyondTolerance(all: readonly Apart[]): Apart[] {
  return all.filter(({ mean, far }) => mean > TOLERANCE.mean || far > TOLERANCE.far);
}
