import { list, number, object, octets, oneOf, requireShape, text } from '../schema/index.ts';

const OPTIONS = object('Options.', {
  keys: { concurrency: number('Pictures at once.', { min: 1 }) },
  isOpen: true,
});
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

const ANYTHING_OF_A_PROFILE = object('A profile.', { keys: {}, isOpen: true });
const RECEIVER_NAMES = object('Whom a message is for.', {
  keys: {
    profile: oneOf('A profile, or its name.', [text('A name.'), ANYTHING_OF_A_PROFILE]),
    network: text('Code or name of a network.'),
    maxBytes: number('Octets.', { max: Number.POSITIVE_INFINITY, isInteger: false }),
    baseDir: text('A folder.'),
  },
  isOpen: true,
});

const MANIFEST = oneOf('A manifest.', [text('Its path.'), object('Itself.', { keys: {}, isOpen: true })]);

/** @throws MmsError `bytes/value-type` */
export function checkReceiverNames(names: unknown): void {
  requireShape(RECEIVER_NAMES, names, 'bytes/value-type', ['names']);
}

/** @throws MmsError `bytes/value-type` for what is neither a path nor an object; its keys are another check */
export function checkManifestSource(source: unknown): void {
  requireShape(MANIFEST, source, 'bytes/value-type', ['source']);
}

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
