import type { Asset } from '../asset.ts';

/** Where a medium stands on a slide. */
export type Place = 'image' | 'video' | 'text' | 'audio';

/** A file that a slide can show. */
export interface Shown {
  readonly asset: Asset;
  readonly place: Place;
}

/** Files for one slide: those of one name, or a single one. */
export type SlideGroup = readonly Shown[];

/**
 * Puts files of one name together, such as `a.jpg` with `a.txt`, in the place of the first of them. The folder counts
 * first; then `pictures/1.jpg` finds `texts/1.txt` where no other file of its name could be meant. All else stays alone,
 * in its order.
 */
export function pairCaptions(files: readonly Shown[]): SlideGroup[] {
  const groups = new Map<Shown, Shown[]>(files.map(file => [file, [file]]));
  for (const keyOf of [pathStem, baseStem]) {
    const alone = [...groups].filter(([, group]) => group.length === 1).map(([file]) => file);
    for (const group of groupBy(alone, keyOf)) join(group, groups);
  }
  return [...groups.values()];
}

function groupBy(files: readonly Shown[], keyOf: (file: Shown) => string): Shown[][] {
  const byKey = new Map<string, Shown[]>();
  for (const file of files) byKey.set(keyOf(file), [...(byKey.get(keyOf(file)) ?? []), file]);
  return [...byKey.values()];
}

/** Several files for one place: which one is meant is not known. */
function join([first, ...others]: readonly Shown[], groups: Map<Shown, Shown[]>): void {
  if (first === undefined || others.length === 0) return;
  const all = [first, ...others];
  if (all.some(file => all.some(other => other !== file && collide(file.place, other.place)))) return;
  groups.set(first, all);
  for (const other of others) groups.delete(other);
}

/** Places that a medium cannot share a slide with: its own, picture and video, sound beside a video. */
const TAKEN_BY: Readonly<Record<Place, readonly Place[]>> = {
  image: ['image', 'video'],
  video: ['image', 'video', 'audio'],
  text: ['text'],
  audio: ['audio', 'video'],
};

/** True when no slide can show both. */
export function collide(place: Place, other: Place): boolean {
  return TAKEN_BY[place].includes(other);
}

function pathStem({ asset: { name } }: Shown): string {
  return name
    .replace(/\.[^./\\]*$/, '')
    .normalize('NFC')
    .toLowerCase();
}

function baseStem(file: Shown): string {
  return pathStem(file).replace(/^.*[/\\]/s, '');
}
