import { acceptsType, formatOfType, MEDIA_FORMATS, type MediaFormat } from '../../media/index.ts';
import { printable } from '../../text/index.ts';
import type { LintRule } from '../rule.ts';
import type { ContextPart } from '../subject.ts';
import { eachPart } from './each-part.ts';

/** Its octets contradict its type: they are of another format, and its own has a mark that they lack. */
function contradiction({ contentType, data, kind }: ContextPart): string | undefined {
  const format = formatOfType(contentType);
  if (format?.probe === undefined || kind === 'text' || format.probe(data)) return undefined;
  const found = MEDIA_FORMATS.find(row => row.probe?.(data));
  if (found !== undefined && familyOf(found) === familyOf(format)) return undefined;
  return `is stated as ${contentType} and holds ${found?.contentType ?? 'nothing that is known'}`;
}

function familyOf({ family, contentType }: MediaFormat): string {
  return family ?? contentType;
}

/** A judgement of each JPEG, as the content classes have it (3GPP TS 26.140 4). */
function jpegRule(
  code: LintRule['code'],
  judge: (jpeg: NonNullable<NonNullable<ContextPart['image']>['jpeg']>) => string | undefined,
): LintRule {
  return {
    code,
    check: context => eachPart(context, ({ image }) => image?.jpeg && judge(image.jpeg)),
  };
}

export const MEDIA_RULES: readonly LintRule[] = [
  {
    code: 'media/type-mismatch',
    check: context => eachPart(context, contradiction),
  },
  {
    code: 'media/unknown-type',
    check: context =>
      eachPart(context, ({ contentType }) =>
        formatOfType(contentType) === undefined
          ? `is ${printable(contentType)}, a type that phones may not know`
          : undefined,
      ),
  },
  jpegRule('media/progressive-jpeg', ({ baseline }) => (baseline ? undefined : 'is not a baseline JPEG')),
  jpegRule('media/no-jfif', ({ jfif }) => (jfif ? undefined : 'is a JPEG without JFIF header')),
  jpegRule('media/cmyk-jpeg', ({ components }) => (components > 3 ? 'is a JPEG in CMYK' : undefined)),
  {
    code: 'media/alpha-flattened',
    check: context => {
      const { profile } = context;
      if (profile === undefined) return [];
      return eachPart(context, ({ image, contentType }) =>
        image?.alpha === true && !acceptsType(profile, contentType)
          ? 'may be transparent, which is lost where it is converted'
          : undefined,
      );
    },
  },
  {
    code: 'media/orientation',
    check: context =>
      eachPart(context, ({ image }) =>
        image !== undefined && image.orientation !== 1
          ? `lies on its side for phones that ignore EXIF (orientation ${image.orientation})`
          : undefined,
      ),
  },
  {
    code: 'media/drm-untouched',
    check: context =>
      eachPart(context, ({ kind }) =>
        kind === 'drm' ? 'is protected: it stays as it is, and blocks forwarding' : undefined,
      ),
  },
];
