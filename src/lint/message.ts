import type { Issue } from '../issues/index.ts';
import type { MessagePart, Recipients } from '../message/index.ts';
import type { ParsedSmil } from '../smil/index.ts';
import type { Parameters } from '../wsp/index.ts';

/** A part of a message; every decoded part and every part of a presentation is one. */
export type LintPart = MessagePart;

/** A message to be judged; a decoded PDU that carries one and a presentation are such. */
export interface LintMessage {
  readonly parts: readonly LintPart[];
  readonly headers?: LintHeaders | undefined;
  /** Of the whole message: its `start` names the presentation; else the first SMIL part is it. */
  readonly contentType?: { readonly parameters?: Parameters | undefined } | undefined;
  /** The presentation, where it has been read already: it is not read a second time. */
  readonly smil?: { readonly part: LintPart; readonly parsed?: ParsedSmil | undefined } | undefined;
  /** What was found when the message was read or adapted: reported too. */
  readonly issues?: readonly Issue[] | undefined;
  /** Octets of the whole encoded message; else `sizeReport` is asked. */
  readonly totalBytes?: number | undefined;
  readonly sizeReport?: (() => { readonly total: number }) | undefined;
}

/** The header fields that rules look at. */
export interface LintHeaders extends Recipients {
  readonly subject?: string | undefined;
  readonly contentClass?: string | number | undefined;
  readonly from?: string | undefined;
}
