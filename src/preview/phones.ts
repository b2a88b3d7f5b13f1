import { acceptsType, type Profile } from '../media/index.ts';
import type { PresentationPart } from '../message/index.ts';
import type { PartChange, Presentation } from '../presentation/index.ts';
import type { Screen } from './screen.ts';

/** A phone to look at a message on. */
export interface PreviewPhone extends Pick<Profile, 'id' | 'maxBytes' | 'screen'> {
  /** Heading of the phone. Default: the id. */
  readonly name?: string | undefined;
  /** Absent: everything is shown. */
  readonly accept?: readonly string[] | undefined;
  /** The phone shows the parts of a slide one below the other, whatever the layout says, as most do today. */
  readonly ignoresLayout?: boolean | undefined;
  /** What this phone gets, such as `adapt` makes it, in place of the message itself. */
  readonly message?: Presentation | Uint8Array | undefined;
  /** What adapting did to it: the page compares the parts before and after. */
  readonly changes?: readonly PartChange[] | undefined;
}

/** True for a part that a phone takes. */
export function isTaken(
  { contentType }: Pick<PresentationPart, 'contentType'>,
  { accept }: Pick<PreviewPhone, 'accept'>,
): boolean {
  return accept === undefined || acceptsType({ accept }, contentType);
}

/** The screen of a phone of which none is known. */
export const USUAL_SCREEN: Screen = { width: 176, height: 208 };

/** Three phones of three times, where the message names none. Sizes are CSS pixels of the display. */
export const PREVIEW_PHONES: readonly PreviewPhone[] = [
  { id: 'classic', name: 'Classic phone, 2003', screen: { width: 128, height: 128 } },
  { id: 'touch', name: 'Touch phone, 2008', screen: { width: 320, height: 480 } },
  { id: 'today', name: 'Phone of today', screen: { width: 360, height: 640 }, ignoresLayout: true },
];
