import { fromScript, list, number, object, oneOf, requireShape, text, word } from '../schema/index.ts';

const FITS = ['fill', 'hidden', 'meet', 'scroll', 'slice'] as const;

/** Which times MMS has is a matter of rules, as is which elements. */
const time = fromScript('a number', (value): value is number => typeof value === 'number');
const length = oneOf('Pixels or per cent.', [
  number('Pixels.', { min: Number.MIN_SAFE_INTEGER, isInteger: false }),
  text('Per cent.', { pattern: /^-?[0-9]+(?:\.[0-9]+)?%$/u, called: 'per cent such as "50%"' }),
]);

const shownKeys = { src: text('A part.'), alt: text('A text.'), beginMs: time, endMs: time };
const metas = list(
  'The metas.',
  object('A meta.', {
    keys: { name: text('Its name.'), content: text('Its content.') },
    required: ['name', 'content'],
    isOpen: true,
  }),
);

const shownMedium = object('A medium.', {
  keys: { ...shownKeys, fit: word('How it fills its region.', FITS) },
  required: ['src'],
  isOpen: true,
});

const CONTENT = list(
  'The slides.',
  object('A slide.', {
    keys: { image: shownMedium, video: shownMedium, text: shownMedium, audio: shownMedium, durationMs: time },
    isOpen: true,
  }),
);

const BUILD_OPTIONS = object('How the presentation is made.', {
  keys: {
    metas,
    layout: object('The layout.', {
      keys: {
        preset: word('Where the regions stand.', [
          'image-above-text',
          'text-above-image',
          'image-beside-text',
        ]),
        width: number('Pixels.'),
        height: number('Pixels.'),
        imageHeight: number('Pixels.'),
        imageWidth: number('Pixels.'),
      },
    }),
    imageFit: word('How pictures fill their region.', FITS),
    slideDurationMs: time,
  },
  isOpen: true,
});

const region = object('A region.', {
  keys: {
    id: text('Its name.'),
    left: length,
    top: length,
    width: length,
    height: length,
    fit: word('', FITS),
  },
  required: ['id'],
  isOpen: true,
});

const SMIL = object('A presentation.', {
  keys: {
    head: object('Its head.', {
      keys: {
        metas,
        layout: object('Its layout.', {
          keys: {
            rootLayout: object('The screen.', { keys: { width: length, height: length }, isOpen: true }),
            regions: list('Its regions.', region),
          },
          required: ['rootLayout', 'regions'],
          isOpen: true,
        }),
      },
      required: ['metas'],
      isOpen: true,
    }),
    slides: list(
      'Its slides.',
      object('A slide.', {
        keys: {
          durationMs: time,
          media: list(
            'Its media.',
            object('A medium.', {
              keys: {
                ...shownKeys,
                element: text('Its element.'),
                region: text('Its region.'),
              },
              required: ['element', 'src'],
              isOpen: true,
            }),
          ),
        },
        required: ['media'],
        isOpen: true,
      }),
    ),
  },
  required: ['head', 'slides'],
  isOpen: true,
});

/** @throws MmsError `bytes/value-type` */
export function checkSlideshow(slides: unknown, options: unknown): void {
  requireShape(CONTENT, slides, 'bytes/value-type', ['slides']);
  requireShape(BUILD_OPTIONS, options, 'bytes/value-type', ['options']);
}

/** @throws MmsError `bytes/value-type` */
export function checkSmil(smil: unknown, options: unknown = {}): void {
  requireShape(SMIL, smil, 'bytes/value-type', ['smil']);
  requireShape(BUILD_OPTIONS, options, 'bytes/value-type', ['options']);
}
