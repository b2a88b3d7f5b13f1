import { detectMedia } from '../../media/index.ts';
import type { Asset } from '../asset.ts';
import { isPlace, type Place, type PlacedAsset, type SlideDraft } from '../draft.ts';
import { collide, pairCaptions, type Shown, type SlideGroup } from './pair-captions.ts';

/** Slides made from files, and the files that no slide can show. */
export interface AutoSlides {
  readonly slides: readonly SlideDraft[];
  readonly attachments: readonly Asset[];
}

/**
 * Slides from files in their order: a slide has room for one picture or video, one text, one sound (none beside a
 * video). Files of one name share a slide; any other joins the slide before it, or opens the next where its place is
 * taken. Cards and other files are attachments.
 */
export async function autoSlides(assets: readonly Asset[]): Promise<AutoSlides> {
  const shown: Shown[] = [];
  const attachments: Asset[] = [];
  for (const asset of assets) {
    const { kind } = await detectMedia(asset);
    if (isPlace(kind)) shown.push({ asset, place: kind });
    else attachments.push(asset);
  }
  return { slides: fill(pairCaptions(shown)).map(toDraft), attachments };
}

/** Files of one name never join those of another: two pairs have no room on a slide. */
function fill(groups: readonly SlideGroup[]): SlideGroup[] {
  const slides: Shown[][] = [];
  for (const group of groups) {
    const last = slides.at(-1);
    const isFree =
      last !== undefined && group.every(file => last.every(other => !collide(file.place, other.place)));
    if (isFree) last.push(...group);
    else slides.push([...group]);
  }
  return slides;
}

function toDraft(files: SlideGroup): SlideDraft {
  const draft: Partial<Record<Place, PlacedAsset>> = {};
  for (const { asset, place } of files) draft[place] = { asset };
  return draft;
}
