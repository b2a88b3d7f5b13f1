import { type Issue, issueOf, MEDIA_ISSUES } from '../../../issues/index.ts';
import { type ImageInfo, type ImageMetadata, imageContentType, shownSize } from '../read/image-info.ts';
import { metadataRemoved } from '../write/metadata-findings.ts';
import type { Misfit } from './constraints.ts';
import type { FittedImage } from './fitter.ts';

/** What was done to a picture. */
export interface ImageChanges {
  /** Phrases for a report: `640×480 → 320×240`, `q 74`, `JFIF added`. */
  readonly changes: readonly string[];
  /** The same as findings, where there is a rule for it, each `fixed`. */
  readonly issues: readonly Issue[];
}

/** What {@link describeChanges} compares. */
interface ImageComparison {
  readonly info: ImageInfo;
  readonly misfits: readonly Misfit[];
  readonly result: Omit<FittedImage, 'data' | 'best'>;
  /** Transparent pixels were laid on the background. */
  readonly flattened: boolean;
  /** The picture was re-encoded, and nothing beside its pixels is left. */
  readonly encoded: boolean;
}

/** Tells what became of a picture by comparing it with the result. */
export function describeChanges(comparison: ImageComparison): ImageChanges {
  return { changes: phrases(comparison), issues: findings(comparison) };
}

function phrases({ info, misfits, result, flattened, encoded }: ImageComparison): string[] {
  const has = (misfit: Misfit): boolean => misfits.includes(misfit);
  const shown = formatSize(info);
  const changes: [boolean, string][] = [
    [result.format !== info.format, `${info.format} → ${result.format}`],
    [has('orientation'), 'turned upright'],
    [shown !== `${result.width}×${result.height}`, `${shown} → ${result.width}×${result.height}`],
    [result.quality !== undefined, `q ${result.quality}`],
    [result.colours !== undefined, `${result.colours} colours`],
    [result.frames !== info.frames, `${info.frames} → ${result.frames} frames`],
    [has('progressive') && result.format === 'jpeg', 'baseline'],
    [result.format === 'jpeg' && info.jpeg?.jfif !== true, 'JFIF added'],
    [has('colour-model'), 'sRGB'],
    [flattened, 'transparency flattened'],
    [has('metadata') || (encoded && info.metadata.length > 0), 'metadata removed'],
  ];
  return changes.filter(([happened]) => happened).map(([, phrase]) => phrase);
}

function findings({ info, misfits, result, flattened, encoded }: ImageComparison): Issue[] {
  const has = (misfit: Misfit): boolean => misfits.includes(misfit);
  const fixed = { fixed: true } as const;
  const issues: Issue[] = [];
  if (has('format')) {
    const message = `${imageContentType(info.format)} became ${imageContentType(result.format)}`;
    issues.push(issueOf(MEDIA_ISSUES, 'media/not-accepted', message, { ...fixed, severity: 'info' }));
  }
  if (has('pixels')) {
    const message = `${formatSize(info)} became ${result.width}×${result.height}`;
    issues.push(issueOf(MEDIA_ISSUES, 'media/image-too-large', message, fixed));
  }
  if (has('orientation'))
    issues.push(issueOf(MEDIA_ISSUES, 'media/orientation', 'turned by its EXIF orientation', fixed));
  if (has('frames')) {
    issues.push(
      issueOf(MEDIA_ISSUES, 'media/animated-gif', `the first of ${info.frames} frames is sent`, fixed),
    );
  }
  if (has('progressive') && result.format === 'jpeg')
    issues.push(issueOf(MEDIA_ISSUES, 'media/progressive-jpeg', 'written as baseline JPEG', fixed));
  if (has('no-jfif') && result.format === 'jpeg')
    issues.push(issueOf(MEDIA_ISSUES, 'media/no-jfif', 'a JFIF header was added', fixed));
  if (info.jpeg?.components === 4)
    issues.push(issueOf(MEDIA_ISSUES, 'media/cmyk-jpeg', 'converted to sRGB', fixed));
  if (flattened) issues.push(issueOf(MEDIA_ISSUES, 'media/alpha-flattened', 'laid on the background', fixed));
  if (has('metadata') || encoded) issues.push(...metadataRemoved(info.metadata.filter(isOfMaker)));
  return issues;
}

/** A colour profile is no secret, and the pixels are put into sRGB. */
function isOfMaker(name: ImageMetadata): boolean {
  return name !== 'icc';
}

function formatSize(info: ImageInfo): string {
  const { width, height } = shownSize(info);
  return `${width}×${height}`;
}
