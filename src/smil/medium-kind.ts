import type { SmilMedium } from './model.ts';

/** What a part is, to a slide. */
export type MediumKind = 'image' | 'text' | 'audio' | 'video';

/** Tells the kind of the part that a `src` names; `undefined`: not known. */
export type KindLookup = (src: string) => MediumKind | undefined;

/** What a medium is: by its element, a `<ref>` by its part, else a picture. */
export function kindOfMedium({ element, src }: SmilMedium, lookup: KindLookup | undefined): MediumKind {
  switch (element) {
    case 'img':
      return 'image';
    case 'ref':
      return lookup?.(src) ?? 'image';
    default:
      return element;
  }
}
