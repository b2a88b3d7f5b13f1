import { detectMedia, type MediaKind } from '../../media/index.ts';
import type { Asset } from '../asset.ts';
import type { PlacedAsset, SlideDraft } from '../draft.ts';
import { collide, type Place, pairCaptions, type Shown, type SlideGroup } from './pair-captions.ts';

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
    const place = placeOf((await detectMedia(asset)).kind);
    if (place === undefined) attachments.push(asset);
    else shown.push({ asset, place });
  }
  return { slides: fill(pairCaptions(shown)).map(toDraft), attachments };
}

/** Files of one name never join those of another. */
function fill(groups: readonly SlideGroup[]): SlideGroup[] {
  const slides: { files: Shown[]; paired: boolean }[] = [];
  for (const group of groups) {
    const last = slides.at(-1);
    const paired = group.length > 1;
    const isFree = group.every(file => last?.files.every(other => !collide(file.place, other.place)));
    if (last === undefined || !isFree || (paired && last.paired)) slides.push({ files: [...group], paired });
    else slides.splice(-1, 1, { files: [...last.files, ...group], paired: paired || last.paired });
  }
  return slides.map(({ files }) => files);
}

function toDraft(files: SlideGroup): SlideDraft {
  const draft: Partial<Record<Place, PlacedAsset>> = {};
  for (const { asset, place } of files) draft[place] = { asset };
  return draft;
}

function placeOf(kind: MediaKind): Place | undefined {
  return kind === 'image' || kind === 'video' || kind === 'text' || kind === 'audio' ? kind : undefined;
}
