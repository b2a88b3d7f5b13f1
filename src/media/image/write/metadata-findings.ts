import { type Issue, issueOf, MEDIA_ISSUES } from '../../../issues/index.ts';
import type { ImageMetadata } from '../read/image-info.ts';

/** What is told of a picture's maker by name; the rest goes with it unnoticed. */
const PERSONAL: ReadonlySet<ImageMetadata> = new Set(['exif', 'xmp', 'iptc']);

/** The findings for metadata that was taken off a picture. */
export function metadataRemoved(removed: readonly ImageMetadata[]): readonly Issue[] {
  const others = removed.filter(name => name !== 'gps');
  const issues: Issue[] = [];
  if (removed.includes('gps')) {
    issues.push(
      issueOf(MEDIA_ISSUES, 'media/location', 'the place where it was taken (GPS) is left out', {
        fixed: true,
      }),
    );
  }
  if (others.length > 0) {
    issues.push(
      issueOf(MEDIA_ISSUES, 'media/personal-metadata', `its metadata is left out: ${others.join(', ')}`, {
        severity: others.some(name => PERSONAL.has(name)) ? 'warning' : 'info',
        fixed: true,
      }),
    );
  }
  return issues;
}
