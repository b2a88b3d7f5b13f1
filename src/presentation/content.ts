import type { Issue } from '../issues/index.ts';
import type { MessageHeaders, MessagePdu, PresentationPart } from '../message/index.ts';
import type { ParsedSmil, Smil } from '../smil/index.ts';
import type { ContentTypeInput } from '../wsp/index.ts';

/** The SMIL document of a message. */
export interface PresentationSmil {
  readonly document: Smil;
  /** The document as it is written. */
  readonly text: string;
  /** Its part, which is one of the message's. */
  readonly part: PresentationPart;
  /** All that reading the part gave; absent where the document was written here. */
  readonly parsed?: ParsedSmil | undefined;
}

/** What a message is made of, as data: every reader gives this. */
export interface PresentationContent {
  /** In the order of the message, the SMIL part among them. */
  readonly parts: readonly PresentationPart[];
  readonly smil?: PresentationSmil | undefined;
  /** Of a message that was read, or as a manifest says; else it is to be submitted. */
  readonly messageType?: MessagePdu | undefined;
  readonly headers: MessageHeaders;
  /** Of a message that was read, to be written back as it was; else it follows from the SMIL. */
  readonly contentType?: ContentTypeInput | undefined;
  /** What was found while reading, and what was mended (`fixed`). */
  readonly issues: readonly Issue[];
}

/** Whether a message gets a SMIL document: as a phone would, always, never, or the author's octet by octet. */
export type SmilMode = 'auto' | 'always' | 'never' | 'verbatim';

/** What becomes of metadata that tells of a picture's maker (Exif with its position, XMP, IPTC, comments). */
export type MetadataMode = 'strip' | 'keep';

/** The manifest that {@link unpackFiles} writes beside the parts. */
export const UNPACKED_MANIFEST = 'message.json';
