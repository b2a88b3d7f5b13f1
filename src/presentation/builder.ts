import type { Manifest, ManifestAttachment, ManifestSlide } from '../manifest/index.ts';
import { Presentation } from './presentation.ts';
import type { ManifestOptions } from './read/manifest.ts';
import { checkOptions } from './shapes.ts';

/** What holds for a whole message that is built: the keys of a manifest, without slides and attachments. */
export type BuilderOptions = Omit<Manifest, 'slides' | 'attachments' | 'parts'> &
  Omit<ManifestOptions, 'smil'>;

/** Collects slides and attachments; {@link build} makes the message. */
export interface PresentationBuilder {
  /** Adds a slide: a picture or a video, a text, a sound; paths are relative to `baseDir`. */
  slide(slide: ManifestSlide): PresentationBuilder;
  /** Adds a part that no slide shows. */
  attach(attachment: ManifestAttachment): PresentationBuilder;
  /**
   * Reads the media and makes the message.
   * @throws MmsError with the place, such as `slides[1].image`, and all findings in `details.issues`
   */
  build(): Promise<Presentation>;
}

/**
 * Begins a message.
 * @example
 * const message = await presentation({ subject: 'Spring sale' })
 *   .slide({ image: 'hero.jpg', text: 'Everything must go', duration: '5s' })
 *   .attach('contact.vcf')
 *   .build();
 * await writeFile('sale.mms', message.toMms({ to: ['+447700900123'] }));
 */
export function presentation(options: BuilderOptions = {}): PresentationBuilder {
  checkOptions(options);
  return builder(options, [], []);
}

function builder(
  options: BuilderOptions,
  slides: readonly ManifestSlide[],
  attachments: readonly ManifestAttachment[],
): PresentationBuilder {
  return {
    slide: slide => builder(options, [...slides, slide], attachments),
    attach: attachment => builder(options, slides, [...attachments, attachment]),
    build() {
      const { baseDir, limits, onRead, root, concurrency, ...manifest } = options;
      const content = {
        ...(slides.length > 0 ? { slides } : {}),
        ...(attachments.length > 0 ? { attachments } : {}),
      };
      return Presentation.fromManifest(
        { ...manifest, ...content },
        {
          baseDir,
          limits,
          onRead,
          root,
          concurrency,
        },
      );
    },
  };
}
