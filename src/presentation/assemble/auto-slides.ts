import { detectMedia, type MediaKind } from '../../media/index.ts';
import type { Asset } from './asset.ts';
import type { PlacedAsset, SlideDraft } from './slide-draft.ts';

/** Files as slides, and those that no slide can show. */
export interface AutoSlides {
  readonly slides: readonly SlideDraft[];
  readonly attachments: readonly Asset[];
}

type Place = 'image' | 'video' | 'text' | 'audio';

/** Places that a medium cannot share a slide with: its own, picture and video, sound beside a video. */
const TAKEN_BY: Readonly<Record<Place, readonly Place[]>> = {
  image: ['image', 'video'],
  video: ['image', 'video', 'audio'],
  text: ['text'],
  audio: ['audio', 'video'],
};

/**
 * Slides from files in their order: a slide has room for one picture or video, one text, one sound (none beside a
 * video); a file that finds its place taken opens the next slide. Cards and other files are attachments.
 */
export async function autoSlides(assets: readonly Asset[]): Promise<AutoSlides> {
  const slides: Partial<Record<Place, PlacedAsset>>[] = [];
  const attachments: Asset[] = [];
  for (const asset of assets) {
    const place = placeOf((await detectMedia(asset)).kind);
    if (place === undefined) {
      attachments.push(asset);
      continue;
    }
    const last = slides.at(-1);
    const isFree = last !== undefined && TAKEN_BY[place].every(other => last[other] === undefined);
    if (isFree) last[place] = { asset };
    else slides.push({ [place]: { asset } });
  }
  return { slides, attachments };
}

function placeOf(kind: MediaKind): Place | undefined {
  return kind === 'image' || kind === 'video' || kind === 'text' || kind === 'audio' ? kind : undefined;
}
