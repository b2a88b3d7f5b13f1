import { list, number, object, octets, requireShape, text } from '../schema/index.ts';

const OPTIONS = object('Options.', { keys: {}, isOpen: true });
const OCTETS = octets('Octets.');

const FILES = list(
  'Files.',
  object('A file.', {
    keys: {
      name: text('Its name.'),
      data: OCTETS,
      contentType: text('Its media type.'),
      charset: text('Its charset.'),
    },
    required: ['name', 'data'],
    isOpen: true,
  }),
);

const TARGET = object('A receiver.', {
  keys: {
    maxBytes: number('Octets.', { max: Number.POSITIVE_INFINITY, isInteger: false }),
    accept: list('Media types.', text('A media type.')),
    charsets: list('Charsets.', text('A charset.')),
    maxImage: object('Pixels.', {
      keys: {
        width: number('Pixels.', { isInteger: false }),
        height: number('Pixels.', { isInteger: false }),
      },
      isOpen: true,
    }),
  },
  isOpen: true,
});

/** @throws MmsError `bytes/value-type` */
export function checkOptions(options: unknown): void {
  requireShape(OPTIONS, options, 'bytes/value-type', ['options']);
}

/** @throws MmsError `bytes/value-type` */
export function checkOctets(bytes: unknown): void {
  requireShape(OCTETS, bytes, 'bytes/value-type', ['bytes']);
}

/** @throws MmsError `bytes/value-type` */
export function checkFiles(files: unknown): void {
  requireShape(FILES, files, 'bytes/value-type', ['files']);
}

/** @throws MmsError `bytes/value-type` */
export function checkFolder(folder: unknown): void {
  requireShape(text('A path.'), folder, 'bytes/value-type', ['folder']);
}

/** @throws MmsError `bytes/value-type` */
export function checkTarget(target: unknown): void {
  requireShape(TARGET, target, 'bytes/value-type', ['target']);
}
