import type { Issue } from '../issues/index.ts';
import type { MessageHeaders } from '../message/index.ts';
import type { BuildOptions, LayoutOptions, SmilFit } from '../smil/index.ts';
import type { Asset } from './asset.ts';
import type { MetadataMode, SmilMode } from './content.ts';

/** An asset on a slide. */
export interface PlacedAsset {
  readonly asset: Asset;
  readonly alt?: string | undefined;
  readonly beginMs?: number | undefined;
  readonly endMs?: number | undefined;
  readonly fit?: SmilFit | undefined;
}

/** The media that a slide can have. */
export const SLIDE_MEDIA = ['image', 'video', 'text', 'audio'] as const;

/** A slide that is to be made; its media stand in the order of its keys. */
export type SlideDraft = { readonly [K in (typeof SLIDE_MEDIA)[number]]?: PlacedAsset | undefined } & {
  /** Absent: five seconds, or as long as its sound or video. */
  readonly durationMs?: number | undefined;
};

/** A message that is to be made of slides and attachments. */
export interface MessageDraft {
  readonly slides: readonly SlideDraft[];
  readonly attachments: readonly Asset[];
  readonly smil: Exclude<SmilMode, 'verbatim'>;
  readonly metadata?: MetadataMode | undefined;
  readonly layout?: BuildOptions['layout'];
  readonly slideDurationMs?: number | undefined;
  readonly headers: MessageHeaders;
  readonly issues: readonly Issue[];
}

/** A message that is to be made of an authored SMIL document and the files around it. */
export interface AuthoredDraft {
  /** The document; its name may have folders. */
  readonly document: Asset;
  /** All other files, in their order. */
  readonly assets: readonly Asset[];
  /** Keep the document octet by octet instead of completing it. */
  readonly verbatim: boolean;
  /** What to do with files that the document does not name. */
  readonly unreferenced: 'attach' | 'drop';
  readonly metadata?: MetadataMode | undefined;
  readonly layout?: LayoutOptions | undefined;
  readonly slideDurationMs?: number | undefined;
  readonly headers: MessageHeaders;
  readonly issues: readonly Issue[];
}

/** How files become a message. */
export interface CompileOptions {
  readonly smil?: SmilMode | undefined;
  /** What becomes of the metadata of pictures, position and all: `strip` by default. What a .mms holds stays. */
  readonly metadata?: MetadataMode | undefined;
  /** Which SMIL document to take, where there are several. */
  readonly smilName?: string | undefined;
  /** What to do with files that the SMIL document does not name: `attach` by default. */
  readonly unreferenced?: 'attach' | 'drop' | undefined;
  /** For documents without a layout. */
  readonly layout?: LayoutOptions | undefined;
  readonly slideDurationMs?: number | undefined;
  readonly headers?: MessageHeaders | undefined;
  /** Pictures that are converted or fitted at once, where a manifest asks for that: 2 by default, as in `AdaptOptions`. */
  readonly concurrency?: number | undefined;
}
