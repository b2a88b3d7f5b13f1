import {
  boolean,
  fromScript,
  list,
  number,
  object,
  octets,
  requireShape,
  text,
  word,
} from '../schema/index.ts';

const bound = number('At least 1.', {
  min: 1,
  max: Number.POSITIVE_INFINITY,
  isInteger: false,
  called: 'a number from 1',
});

const CONSTRAINTS = object('What a receiver can show.', {
  keys: {
    maxBytes: bound,
    maxWidth: bound,
    maxHeight: bound,
    maxColours: bound,
    formats: list('Formats.', text('A format.')),
    animation: boolean('Animations are shown.'),
    baselineJpeg: boolean('JPEGs are baseline.'),
    metadata: word('What becomes of metadata.', ['strip', 'keep']),
    background: text('What shows through.', {
      pattern: /^#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$/u,
      called: 'a colour such as "#ffffff"',
    }),
  },
  isOpen: true,
});

const NAMES = fromScript(
  'a list of names',
  (value): value is Iterable<string> =>
    typeof value === 'object' &&
    value !== null &&
    Symbol.iterator in value &&
    [...(value as Iterable<unknown>)].every(name => typeof name === 'string'),
);

/** @throws MmsError `bytes/value-type` */
export function checkConstraints(constraints: unknown): void {
  requireShape(CONSTRAINTS, constraints, 'bytes/value-type', ['constraints']);
}

const pixels = number('Pixels.', { isInteger: false });
const size = object('A size in pixels.', {
  keys: { width: pixels, height: pixels },
  required: ['width', 'height'],
  isOpen: true,
});
const bytes = number('Octets.', { isInteger: false });

/** What a receiver takes, as far as a caller asks for it. */
const TAKEN = {
  accept: list('Media types.', text('A media type.')),
  charsets: list('Charsets.', text('A charset.')),
  animation: boolean('Animations are shown.'),
  maxImage: size,
  videoSizes: list('Sizes of films.', size),
  maxBytes: bytes,
};
const TYPES_TAKEN = object('A profile.', { keys: TAKEN, required: ['accept'], isOpen: true });
const CHARSETS_TAKEN = object('A profile.', { keys: TAKEN, isOpen: true });
const CONTENT_CLASS = object('A content class.', {
  keys: TAKEN,
  required: ['accept', 'maxBytes'],
  isOpen: true,
});

const CLASSIFIED = object('What decides about the class of a message.', {
  keys: {
    bytes,
    parts: list(
      'Its parts.',
      object('A part.', {
        keys: {
          contentType: text('Its type.'),
          charset: text('Its charset.'),
          width: pixels,
          height: pixels,
        },
        required: ['contentType'],
        isOpen: true,
      }),
    ),
  },
  required: ['bytes', 'parts'],
  isOpen: true,
});

/** @throws MmsError `bytes/value-type` for what does not list the media types that it takes */
export function checkTypesTaken(profile: unknown): void {
  requireShape(TYPES_TAKEN, profile, 'bytes/value-type', ['profile']);
}

/** @throws MmsError `bytes/value-type` */
export function checkCharsetsTaken(profile: unknown): void {
  requireShape(CHARSETS_TAKEN, profile, 'bytes/value-type', ['profile']);
}

/** @throws MmsError `bytes/value-type` */
export function checkClassified(message: unknown): void {
  requireShape(CLASSIFIED, message, 'bytes/value-type', ['message']);
}

/** @throws MmsError `bytes/value-type` */
export function checkContentClass(row: unknown): void {
  requireShape(CONTENT_CLASS, row, 'bytes/value-type', ['row']);
}

/** @throws MmsError `bytes/value-type` */
export function checkPicture(bytes: unknown): void {
  requireShape(octets('A picture.'), bytes, 'bytes/value-type', ['bytes']);
}

/** @throws MmsError `bytes/value-type` */
export function checkWantedName(wanted: unknown, taken: unknown): void {
  requireShape(text('A name.'), wanted, 'bytes/value-type', ['wanted']);
  requireShape(NAMES, taken, 'bytes/value-type', ['taken']);
}
