import { toHex } from '../src/bytes/index.ts';
import type { InspectAs } from '../src/inspect/index.ts';

/** What is to be explained: a text, or octets in one piece or several. */
export interface Input {
  readonly text?: string | undefined;
  readonly pieces: readonly Uint8Array[];
  /** What they are, where somebody said so. */
  readonly as?: InspectAs | undefined;
}

/** Longer ones make links that browsers and messengers cut. */
const LONGEST_LINK = 32_000;

/** An input as the part of a link behind `#`; empty for one that is too long. */
export function hashOf({ text, pieces, as }: Input): string {
  const content =
    text === undefined
      ? `hex=${pieces.map(octets => toHex(octets)).join(',')}`
      : `text=${encodeURIComponent(text)}`;
  const hash = `#${content}${as === undefined ? '' : `&as=${as}`}`;
  return hash.length > LONGEST_LINK ? '' : hash;
}

/** The content and form that a link holds. */
export function readHash(
  hash: string,
): { readonly content: string; readonly as: string | undefined } | undefined {
  const fields = new URLSearchParams(hash.replace(/^#/, '').replaceAll('+', '%2B'));
  const content = fields.get('text') ?? fields.get('hex')?.replaceAll(',', '\n');
  return content === undefined ? undefined : { content, as: fields.get('as') ?? undefined };
}
