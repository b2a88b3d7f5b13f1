import fc from 'fast-check';
import type { Smil, SmilMedium, SmilSlide } from '../../src/smil/index.ts';

const PIECES = [
  ']]>',
  '--',
  '-->',
  '<!--',
  '&lt;',
  '&#10;',
  '&',
  '<',
  '>',
  '"',
  "'",
  '\n',
  '\t',
  '\r',
  ' ',
  'å',
  '€',
  '😀',
  '"/><video src="x',
  'a',
  '<![CDATA[',
];

/** Texts that XML can hold, full of what could break it. */
const hostileText = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map(pieces => pieces.join('')),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

const src = fc
  .tuple(fc.constantFrom('', 'cid:'), fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,19}$/))
  .map(parts => parts.join(''));

/** A time span inside a slide. */
function span(durationMs: number): fc.Arbitrary<{ beginMs?: number; endMs?: number }> {
  return fc
    .tuple(
      fc.boolean(),
      fc.boolean(),
      fc.nat({ max: durationMs - 1 }),
      fc.integer({ min: 1, max: durationMs }),
    )
    .map(([hasBegin, hasEnd, begin, end]) => ({
      ...(hasBegin ? { beginMs: begin } : {}),
      ...(hasEnd && end > (hasBegin ? begin : 0) ? { endMs: end } : {}),
    }));
}

function medium(
  element: SmilMedium['element'],
  region: string | undefined,
  durationMs: number,
): fc.Arbitrary<SmilMedium> {
  return fc
    .tuple(src, fc.option(hostileText, { nil: undefined }), span(durationMs))
    .map(([name, alt, times]) => ({
      element,
      src: name,
      ...(alt === undefined ? {} : { alt }),
      ...(region === undefined ? {} : { region }),
      ...times,
    }));
}

const slide: fc.Arbitrary<SmilSlide> = fc.integer({ min: 1, max: 100_000 }).chain(durationMs =>
  fc
    .tuple(fc.constantFrom('img', 'video', 'ref', undefined), fc.boolean(), fc.boolean())
    .chain(([visual, text, audio]) =>
      fc.tuple(
        ...(visual === undefined ? [] : [medium(visual, 'Image', durationMs)]),
        ...(text ? [medium('text', 'Text', durationMs)] : []),
        ...(audio && visual !== 'video' ? [medium('audio', undefined, durationMs)] : []),
      ),
    )
    .map(media => ({ durationMs, media })),
);

/** Presentations of the strict subset. */
export const strictSmil: fc.Arbitrary<Smil> = fc
  .record({
    metas: fc.array(fc.record({ name: hostileText, content: hostileText }), { maxLength: 3 }),
    percent: fc.boolean(),
    fit: fc.constantFrom('meet', 'scroll', 'fill', 'slice', 'hidden', undefined),
    slides: fc.array(slide, { minLength: 1, maxLength: 6 }),
  })
  .map(({ metas, percent, fit, slides }) => ({
    head: {
      metas,
      layout: {
        rootLayout: { width: 160, height: 140 },
        regions: [
          { id: 'Image', left: 0, top: 0, width: percent ? '100%' : 160, height: percent ? '80%' : 120 },
          {
            id: 'Text',
            left: 0,
            top: percent ? '80%' : 120,
            width: percent ? '100%' : 160,
            height: percent ? '20%' : 20,
            ...(fit === undefined ? {} : { fit }),
          },
        ],
      },
    },
    slides,
  }));
