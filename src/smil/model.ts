/** A length of the layout: a number of pixels, or per cent of the root-layout. */
export type SmilLength = number | `${number}%`;

/** What AOSP understands of SMIL 2.0 `fit`. */
export type SmilFit = 'fill' | 'hidden' | 'meet' | 'scroll' | 'slice';

/** The elements that show or play a part. */
export type SmilMediaElement = 'img' | 'text' | 'audio' | 'video' | 'ref';

/** One part on a slide. Times count from the start of the slide; absent: all of it. */
export interface SmilMedium {
  readonly element: SmilMediaElement;
  /** A part's name, or `cid:` and its Content-ID. */
  readonly src: string;
  readonly alt?: string;
  /** Id of a region; sounds have none. */
  readonly region?: string;
  readonly beginMs?: number;
  readonly endMs?: number;
}

/** One `par` of the body. */
export interface SmilSlide {
  /** Absent: the document gives none that can be used. */
  readonly durationMs?: number;
  readonly media: readonly SmilMedium[];
}

/** An area of the screen; strictly `Image` or `Text`. Absent lengths: zero, or all that is left. */
export interface SmilRegion {
  readonly id: string;
  readonly left?: SmilLength;
  readonly top?: SmilLength;
  readonly width?: SmilLength;
  readonly height?: SmilLength;
  readonly fit?: SmilFit;
}

/** The screen that the author had in mind. Absent: the phone's own. */
export interface SmilRootLayout {
  readonly width?: SmilLength;
  readonly height?: SmilLength;
}

/** The one layout of all slides. */
export interface SmilLayout {
  readonly rootLayout: SmilRootLayout;
  readonly regions: readonly SmilRegion[];
}

export interface SmilMeta {
  readonly name: string;
  readonly content: string;
}

export interface SmilHead {
  readonly metas: readonly SmilMeta[];
  readonly layout?: SmilLayout;
}

/** An MMS presentation as plain data (MMS Conformance Document 2.0.0). */
export interface Smil {
  readonly head: SmilHead;
  readonly slides: readonly SmilSlide[];
}
