import { bitmapOfRows, packRows, unpackRows } from '../bitmap/index.ts';
import { isMmsError, MmsError } from '../errors.ts';
import { parseIMelody } from '../ringtone/index.ts';
import {
  type ElementValue,
  type InformationElement,
  type InformationElementKey,
  informationElement,
} from '../sms/index.ts';
import { decodeLatin1, isAscii } from '../text/index.ts';
import type {
  EmsAnimation,
  EmsDistribution,
  EmsMelody,
  EmsPicture,
  EmsSound,
  EmsUserAnimation,
  EmsUserPrompt,
} from './items.ts';
import {
  ANIMATIONS,
  FRAMES,
  MAX_BITMAP_OCTETS,
  MAX_MELODY_OCTETS,
  NO_FORWARD,
  SOUNDS,
  SQUARES,
} from './tables.ts';

/** Items that are one element each, by their type. */
interface ElementItems {
  readonly sound: EmsSound;
  readonly melody: Extract<EmsMelody, { imelody: string }>;
  readonly animation: EmsAnimation;
  readonly userAnimation: EmsUserAnimation;
  readonly picture: EmsPicture;
  readonly userPrompt: EmsUserPrompt;
  readonly distribution: EmsDistribution;
}

/** An item that is one element. */
export type ElementItem = ElementItems[keyof ElementItems];

interface ElementCodec<Item> {
  readonly keys: readonly InformationElementKey[];
  /** The element for a place behind so many characters of its part. */
  encode(item: Item, position: number, path: string): InformationElement;
  /** `undefined` for values that are not assigned. */
  decode(value: ElementValue, key: string): Item | undefined;
}

/** How each item is written and read: a row per type. */
const ELEMENT_CODECS: { readonly [Type in keyof ElementItems]: ElementCodec<ElementItems[Type]> } = {
  sound: {
    keys: ['predefinedSound'],
    encode: ({ number }, position, path) =>
      informationElement('predefinedSound', { position, sound: checked(number, SOUNDS.length - 1, path) }),
    decode: ({ sound }) => numbered('sound', sound, SOUNDS.length),
  },
  melody: {
    keys: ['userDefinedSound'],
    encode: ({ imelody }, position, path) =>
      informationElement('userDefinedSound', { position, melody: melodyOctets(imelody, path) }),
    decode: ({ melody }) => ({ type: 'melody', imelody: decodeLatin1(octetsIn(melody)) }),
  },
  animation: {
    keys: ['predefinedAnimation'],
    encode: ({ number }, position, path) =>
      informationElement('predefinedAnimation', {
        position,
        animation: checked(number, ANIMATIONS.length - 1, path),
      }),
    decode: ({ animation }) => numbered('animation', animation, ANIMATIONS.length),
  },
  userAnimation: {
    keys: ['smallAnimation', 'largeAnimation'],
    encode: encodeAnimation,
    decode: ({ bitmap }, key) => {
      const side = SQUARES.animation.find(row => row.key === key)?.side ?? 8;
      const rows = unpackRows(octetsIn(bitmap), side, side * FRAMES, 'octet');
      const frames = Array.from({ length: FRAMES }, (_, i) => rows.slice(i * side, (i + 1) * side));
      return { type: 'userAnimation', frames };
    },
  },
  picture: {
    keys: ['smallPicture', 'largePicture', 'variablePicture'],
    encode: encodePicture,
    decode: decodePicture,
  },
  userPrompt: {
    keys: ['userPrompt'],
    encode: ({ objects }, _, path) =>
      informationElement('userPrompt', { objects: checked(objects, 0xff, path, 'objects') }),
    decode: ({ objects }) => ({ type: 'userPrompt', objects: numberIn(objects) }),
  },
  distribution: {
    keys: ['objectDistribution'],
    encode: ({ objects, noForward }, _, path) =>
      informationElement('objectDistribution', {
        elements: checked(objects, 0xff, path, 'objects'),
        attributes: noForward === true ? NO_FORWARD : 0,
      }),
    decode: ({ elements, attributes }) =>
      numberIn(attributes) > NO_FORWARD
        ? undefined
        : { type: 'distribution', objects: numberIn(elements), noForward: attributes === NO_FORWARD },
  },
};

/**
 * The element of an item; `path` is that of the item.
 * @throws MmsError `ems/value`, `ems/picture-size`, `ems/melody-too-long`, `bitmap/rows`
 */
export function elementOf<Type extends keyof ElementItems>(
  item: ElementItems[Type] & { readonly type: Type },
  position: number,
  path: string,
): InformationElement {
  return ELEMENT_CODECS[item.type].encode(item, position, path);
}

const CODEC_BY_KEY: ReadonlyMap<string, ElementCodec<ElementItem>> = new Map(
  Object.values(ELEMENT_CODECS).flatMap(codec => codec.keys.map(key => [key, codec] as const)),
);

/** The item of an element, `undefined` for a key that is not such an item or a value that is not assigned. */
export function itemOf(key: string, value: ElementValue): ElementItem | undefined {
  return CODEC_BY_KEY.get(key)?.decode(value, key);
}

function numbered<Type extends 'sound' | 'animation'>(
  type: Type,
  number: ElementValue[string] | undefined,
  count: number,
) {
  return typeof number === 'number' && number < count ? { type, number } : undefined;
}

function checked(value: number, max: number, path: string, key = 'number'): number {
  if (Number.isInteger(value) && value >= 0 && value <= max) return value;
  throw new MmsError('ems/value', `expected a number 0-${max}, found ${String(value)}`, {
    path: `${path}.${key}`,
  });
}

function octetsIn(value: ElementValue[string] | undefined): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array(0);
}

function numberIn(value: ElementValue[string] | undefined): number {
  return typeof value === 'number' ? value : 0;
}

function melodyOctets(imelody: string, path: string): Uint8Array {
  const at = { path: `${path}.imelody` };
  if (typeof imelody !== 'string' || !isAscii(imelody)) {
    throw new MmsError('ems/value', 'expected iMelody text in ASCII', at);
  }
  if (imelody.length > MAX_MELODY_OCTETS) {
    const message = `expected at most ${MAX_MELODY_OCTETS} octets, found ${imelody.length}`;
    throw new MmsError('ems/melody-too-long', message, {
      ...at,
      hint: 'give the tune instead: it can be split',
    });
  }
  try {
    parseIMelody(imelody);
  } catch (error) {
    if (!isMmsError(error)) throw error;
    throw new MmsError('ems/value', error.message, { ...at, cause: error });
  }
  return new TextEncoder().encode(imelody);
}

function encodeAnimation({ frames }: EmsUserAnimation, position: number, path: string): InformationElement {
  const bitmaps = frames.map(rows => bitmapOfRows(rows));
  const [first] = bitmaps;
  const square = SQUARES.animation.find(({ side }) =>
    bitmaps.every(({ width, height }) => width === side && height === side),
  );
  if (square === undefined || bitmaps.length !== FRAMES) {
    const found = `${bitmaps.length} frames of ${first?.width ?? 0}x${first?.height ?? 0}`;
    throw new MmsError(
      'ems/picture-size',
      `expected ${FRAMES} frames of 8x8 or 16x16 pixels, found ${found}`,
      {
        path: `${path}.frames`,
        hint: 'repeat frames where there are fewer',
      },
    );
  }
  const rows = bitmaps.flatMap(bitmap => bitmap.rows);
  return informationElement(square.key, { position, bitmap: packRows(bitmapOfRows(rows), 'octet') });
}

function encodePicture({ rows, form }: EmsPicture, position: number, path: string): InformationElement {
  const bitmap = bitmapOfRows(rows);
  const { width, height } = bitmap;
  const widthOctets = width / 8;
  if (!Number.isInteger(widthOctets) || widthOctets * height > MAX_BITMAP_OCTETS) {
    throw new MmsError(
      'ems/picture-size',
      `expected a width that is a multiple of 8 and at most ${MAX_BITMAP_OCTETS * 8} pixels, found ${width}x${height}`,
      { path: `${path}.rows`, hint: 'have it fitted, or split into pictures side by side, with emsPicture' },
    );
  }
  const octets = packRows(bitmap, 'octet');
  const square = SQUARES.picture.find(({ side }) => width === side && height === side);
  if (square !== undefined && form !== 'variable')
    return informationElement(square.key, { position, bitmap: octets });
  return informationElement('variablePicture', { position, widthOctets, height, bitmap: octets });
}

function decodePicture(value: ElementValue, key: string): EmsPicture | undefined {
  const octets = octetsIn(value['bitmap']);
  const square = SQUARES.picture.find(row => row.key === key);
  if (square !== undefined) {
    return { type: 'picture', rows: unpackRows(octets, square.side, square.side, 'octet') };
  }
  const [width, height] = [numberIn(value['widthOctets']) * 8, numberIn(value['height'])];
  if (width === 0 || height === 0 || (width / 8) * height !== octets.length) return undefined;
  const rows = unpackRows(octets, width, height, 'octet');
  return { type: 'picture', rows, form: 'variable' };
}
