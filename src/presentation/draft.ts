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

/** Where a medium stands on a slide. */
export type Place = (typeof SLIDE_MEDIA)[number];

/** True for the name of a place, such as the kind of a part that a slide can show. */
export function isPlace(name: string | undefined): name is Place {
  return SLIDE_MEDIA.some(place => place === name);
}

/** A slide that is to be made; its media stand in the order of its keys. */
export type SlideDraft = { readonly [K in Place]?: PlacedAsset | undefined } & {
  /** Absent: five seconds, or as long as its sound or video. */
  readonly durationMs?: number | undefined;
};

/** A message that is to be made of slides and attachments. */
export interface MessageDraft {
  readonly slides: readonly SlideDraft[];
  readonly attachments: readonly Asset[];
  /** Whether its slides get a SMIL document. */
  readonly hasSmil?: boolean;
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
  /** What to do with files that the document does not name: `attach` by default. */
  readonly unreferenced: CompileOptions['unreferenced'];
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
