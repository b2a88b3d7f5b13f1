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

/** @throws MmsError `bytes/value-type` */
export function checkPicture(bytes: unknown): void {
  requireShape(octets('A picture.'), bytes, 'bytes/value-type', ['bytes']);
}

/** @throws MmsError `bytes/value-type` */
export function checkWantedName(wanted: unknown, taken: unknown): void {
  requireShape(text('A name.'), wanted, 'bytes/value-type', ['wanted']);
  requireShape(NAMES, taken, 'bytes/value-type', ['taken']);
}
