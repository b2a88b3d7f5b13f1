import { boolean, fromScript, object, requireShape, word } from '../schema/index.ts';

const RGBA = fromScript(
  'octets',
  (value): value is Uint8Array | Uint8ClampedArray =>
    value instanceof Uint8Array || value instanceof Uint8ClampedArray,
);

const PIXELS = object('A picture in colour.', { keys: { rgba: RGBA }, required: ['rgba'], isOpen: true });

const OPTIONS = object('How black and white are made of colours.', {
  keys: {
    fit: word('Into the size asked for.', ['contain', 'cover', 'fill', 'crop']),
    dither: word('How grey is shown.', ['none', 'floyd-steinberg', 'ordered']),
    invert: boolean('Swap black and white.'),
  },
  isOpen: true,
});

/** @throws MmsError `bytes/value-type` */
export function checkPixels(pixels: unknown): void {
  requireShape(PIXELS, pixels, 'bytes/value-type', ['pixels']);
}

/** @throws MmsError `bytes/value-type` */
export function checkToBitmapOptions(options: unknown): void {
  requireShape(OPTIONS, options, 'bytes/value-type', ['options']);
}
