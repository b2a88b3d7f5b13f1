/** Bits 1 and 0 of a formatting mode (3GPP TS 23.040 9.2.3.24.10.1.1). */
export const ALIGNMENTS = [
  { code: 0x00, name: 'left' },
  { code: 0x01, name: 'center' },
  { code: 0x02, name: 'right' },
  { code: 0x03, name: 'language' },
] as const;

/** Bits 3 and 2 of a formatting mode; 0C is reserved. */
export const SIZES = [
  { code: 0x00, name: 'normal' },
  { code: 0x04, name: 'large' },
  { code: 0x08, name: 'small' },
] as const;

export const ALIGNMENT_MASK = 0x03;
export const SIZE_MASK = 0x0c;

/** Bits 4 to 7 of a formatting mode. */
export const STYLES = [
  { code: 0x10, name: 'bold' },
  { code: 0x20, name: 'italic' },
  { code: 0x40, name: 'underline' },
  { code: 0x80, name: 'strikethrough' },
] as const;

/** Low half of the colour octet of release 5 for the text, high half for what is behind it. */
export const COLOURS = [
  { code: 0x0, name: 'black' },
  { code: 0x1, name: 'darkGrey' },
  { code: 0x2, name: 'darkRed' },
  { code: 0x3, name: 'darkYellow' },
  { code: 0x4, name: 'darkGreen' },
  { code: 0x5, name: 'darkCyan' },
  { code: 0x6, name: 'darkBlue' },
  { code: 0x7, name: 'darkMagenta' },
  { code: 0x8, name: 'grey' },
  { code: 0x9, name: 'white' },
  { code: 0xa, name: 'brightRed' },
  { code: 0xb, name: 'brightYellow' },
  { code: 0xc, name: 'brightGreen' },
  { code: 0xd, name: 'brightCyan' },
  { code: 0xe, name: 'brightBlue' },
  { code: 0xf, name: 'brightMagenta' },
] as const;

/** Predefined sounds by number (3GPP TS 23.040 9.2.3.24.10.1.2). */
export const SOUNDS = [
  'chimes high',
  'chimes low',
  'ding',
  'tada',
  'notify',
  'drum',
  'claps',
  'fanfare',
  'chord high',
  'chord low',
] as const;

/** Predefined animations by number; the drawing is the phone's own (3GPP TS 23.040 9.2.3.24.10.1.4). */
export const ANIMATIONS = [
  'flirty',
  'glad',
  'sceptic',
  'sad',
  'wow',
  'crying',
  'winking',
  'laughing',
  'indifferent',
  'in love',
  'confused',
  'tongue out',
  'angry',
  'glasses',
  'devil',
] as const;

/** Elements that hold a square picture, or four frames of an animation (3GPP TS 23.040 9.2.3.24.10.1.5 to .8). */
export const SQUARES = {
  picture: [
    { key: 'smallPicture', side: 16 },
    { key: 'largePicture', side: 32 },
  ],
  animation: [
    { key: 'smallAnimation', side: 8 },
    { key: 'largeAnimation', side: 16 },
  ],
} as const;

/** An animation has just so many frames. */
export const FRAMES = 4;

/** Octets of a melody, and of the bitmap of a variable picture (Symbian's EMS stack, gammu). */
export const MAX_MELODY_OCTETS = 128;
export const MAX_BITMAP_OCTETS = 128;

/** Attributes of an object distribution indicator; the other bits are reserved (3GPP TS 23.040 9.2.3.24.10). */
export const NO_FORWARD = 0x01;
