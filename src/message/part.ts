import type { MediaKind } from '../media/index.ts';
import type { Parameters, PartHeader, RawValue } from '../wsp/index.ts';

/** A part of a message, however it came: every decoded part and every part of a presentation is one. */
export interface MessagePart {
  /** File name, where the part was given one. */
  readonly name?: string;
  /** Media type without parameters. */
  readonly contentType: string;
  readonly parameters: Parameters;
  readonly contentId?: string;
  readonly contentLocation?: string;
  readonly headers?: readonly PartHeader[];
  readonly data: Uint8Array;
}

/** A part of a message, ready to be written. Its keys are those of a decoded part, and a name. */
export interface PresentationPart extends MessagePart {
  /** Unique in the message without regard to case, of letters, digits, `.`, `_` and `-`, at most 40. */
  readonly name: string;
  readonly kind: MediaKind;
  readonly typeCode?: number;
  readonly unknownParameters?: readonly RawValue[];
}

/** Media type of a presentation (no code is assigned to it). */
export const SMIL_TYPE = 'application/smil';

/** Content-ID of the SMIL part, and so the `start` of the message. */
export const SMIL_CONTENT_ID = '<smil>';

/** Part name of a generated SMIL document; an authored one keeps its own. */
export const GENERATED_SMIL_NAME = 'smil.smil';

/** What {@link partByRule} needs. */
export interface PartContent {
  readonly name: string;
  readonly kind: MediaKind;
  readonly contentType: string;
  readonly charset?: string | undefined;
  readonly data: Uint8Array;
}

/**
 * A part that every receiver finds: name parameter, Content-ID and Content-Location are the same name, which is also
 * its `src` in the SMIL (AOSP looks at the parameter, Gaia at the Content-Location, others at the Content-ID).
 */
export function partByRule({ name, kind, contentType, charset, data }: PartContent): PresentationPart {
  return {
    name,
    kind,
    contentType,
    parameters: charset === undefined ? { name } : { name, charset },
    contentId: `<${name}>`,
    contentLocation: name,
    data,
  };
}

/** The part of a SMIL document. */
export function smilPart(name: string, data: Uint8Array): PresentationPart {
  const part = partByRule({ name, kind: 'smil', contentType: SMIL_TYPE, charset: 'utf-8', data });
  return { ...part, contentId: SMIL_CONTENT_ID };
}
