import { isAscii, printable } from '../../text/index.ts';
import type { Outline } from '../outline.ts';
import { attributeOf } from '../read.ts';
import { parseSrc } from '../reference.ts';
import type { SmilFinding, SmilRule } from './rule.ts';

/** A finding at each `src` that the test gives a message for. */
function eachSrc({ slides }: Outline, judge: (src: string) => string | undefined): SmilFinding[] {
  return slides.flatMap(({ media }) =>
    media.flatMap(({ element, path }) => {
      const src = attributeOf(element, 'src');
      const message = src === undefined || src === '' ? undefined : judge(src);
      return message === undefined ? [] : [{ message, at: element.attributes.get('src'), path }];
    }),
  );
}

/** ASCII characters outside those that every receiver leaves alone; `cid:` is not part of the name. */
const UNSAFE = /[^A-Za-z0-9_.\-/@\u0080-\uffff]/;

export const REFERENCE_RULES: readonly SmilRule[] = [
  {
    code: 'ref/missing-src',
    mended: false,
    check: ({ slides }) =>
      slides.flatMap(({ media }) =>
        media
          .filter(({ element }) => (attributeOf(element, 'src') ?? '') === '')
          .map(({ name, element, path }) => ({ message: `<${name}> has no src`, at: element, path })),
      ),
  },
  {
    code: 'ref/external',
    mended: false,
    check: outline =>
      eachSrc(outline, src =>
        parseSrc(src) === undefined ? `"${printable(src)}" leaves the message` : undefined,
      ),
  },
  {
    code: 'ref/non-ascii',
    mended: false,
    check: outline =>
      eachSrc(outline, src => (isAscii(src) ? undefined : `"${printable(src)}" is outside US-ASCII`)),
  },
  {
    code: 'ref/unsafe-chars',
    mended: false,
    check: outline =>
      eachSrc(outline, src => {
        if (parseSrc(src) === undefined) return undefined;
        const unsafe = UNSAFE.exec(src.replace(/^cid:/i, ''))?.[0];
        if (unsafe === undefined) return undefined;
        return `"${printable(src)}" has ${unsafe === ' ' ? 'a space' : `"${printable(unsafe)}"`}, which some receivers change`;
      }),
  },
];
