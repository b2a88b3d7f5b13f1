import { type ImageMetadata, imageMetadata } from '../../media/index.ts';
import type { LintContext } from '../context.ts';
import type { LintRule } from '../rule.ts';
import type { ContextPart } from '../subject.ts';
import { eachPart } from './each-part.ts';

function metadataOf({ image, data }: ContextPart): readonly ImageMetadata[] {
  return image?.metadata ?? imageMetadata(data);
}

/** Rules of what a picture tells of its maker. */
export const METADATA_RULES: readonly LintRule[] = [
  {
    code: 'media/location',
    check: (context: LintContext) =>
      eachPart(context, part =>
        metadataOf(part).includes('gps') ? 'tells where it was taken (GPS)' : undefined,
      ),
  },
  {
    code: 'media/personal-metadata',
    check: (context: LintContext) =>
      eachPart(context, part => {
        const told = metadataOf(part).filter(name => name === 'exif' || name === 'xmp' || name === 'iptc');
        return told.length === 0 ? undefined : `carries ${told.join(', ')} of its camera or author`;
      }),
  },
];
