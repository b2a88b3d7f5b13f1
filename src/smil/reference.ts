import { requireText, wrongType } from '../bytes/index.ts';
import type { Smil, SmilMedium } from './model.ts';
import { checkSmil } from './shapes.ts';

/** How a `src` names its part. */
export interface SmilTarget {
  /** True for `cid:`, which names a Content-ID before a part name. */
  readonly cid: boolean;
  /** Without `cid:` and `./`, percent escapes decoded. */
  readonly name: string;
}

const SCHEME = /^([A-Za-z][A-Za-z0-9+.-]*):/;

/**
 * The part that a `src` names, or `undefined` for a reference that leaves the message (`http:`, `file:`, `data:`,
 * `javascript:`, `//host`, an empty one). Nothing is ever fetched; a name such as `../x` is just a name.
 */
export function parseSrc(src: string): SmilTarget | undefined {
  requireText(src, 'a src', 'src');
  const scheme = SCHEME.exec(src)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'cid') return undefined;
  const cid = scheme === 'cid';
  const name = percentDecode(cid ? src.slice(4) : src).replace(/^(?:\.\/)+/, '');
  return name === '' || name.startsWith('//') ? undefined : { cid, name };
}

function percentDecode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The same presentation with every `src` replaced. */
export function mapSources(
  smil: Smil,
  replace: (src: string, medium: SmilMedium, slide: number) => string,
): Smil {
  checkSmil(smil);
  if (typeof replace !== 'function') throw wrongType('a function', replace, 'replace');
  const slides = smil.slides.map((slide, index) => ({
    ...slide,
    media: slide.media.map(medium => ({ ...medium, src: replace(medium.src, medium, index) })),
  }));
  return { ...smil, slides };
}
