import { isAscii, printable } from '../../text/index.ts';
import type { Outline } from '../outline.ts';
import { attributeOf } from '../read.ts';
import { parseSrc } from '../reference.ts';
import type { SmilFinding, SmilRule } from './rule.ts';

/** A finding at each `src` that the test gives a message for. */
function eachSrc({ media }: Outline, judge: (src: string) => string | undefined): SmilFinding[] {
  const findings: SmilFinding[] = [];
  for (const { element, path } of media) {
    const src = attributeOf(element, 'src');
    const message = src === undefined || src === '' ? undefined : judge(src);
    if (message !== undefined) findings.push({ message, at: element.attributes.get('src'), path });
  }
  return findings;
}

/** ASCII characters outside those that every receiver leaves alone; `cid:` is not part of the name. */
const UNSAFE = /[^A-Za-z0-9_.\-/@\u0080-\uffff]/;

export const REFERENCE_RULES: readonly SmilRule[] = [
  {
    code: 'ref/missing-src',
    mended: false,
    check: ({ media }) =>
      media
        .filter(({ element }) => (attributeOf(element, 'src') ?? '') === '')
        .map(({ name, element, path }) => ({ message: `<${name}> has no src`, at: element, path })),
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
        if (!UNSAFE.test(src)) return undefined;
        const unsafe = UNSAFE.exec(src.replace(/^cid:/i, ''))?.[0];
        if (unsafe === undefined || parseSrc(src) === undefined) return undefined;
        return `"${printable(src)}" has ${unsafe === ' ' ? 'a space' : `"${printable(unsafe)}"`}, which some receivers change`;
      }),
  },
];
