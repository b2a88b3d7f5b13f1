import { foldedNameKey } from '../../message/index.ts';
import type { Asset } from '../asset.ts';
import type { Place } from '../draft.ts';

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

/** At least one file. */
type Group = [Shown, ...Shown[]];

function groupBy(files: readonly Shown[], keyOf: (file: Shown) => string): Group[] {
  const byKey = new Map<string, Group>();
  for (const file of files) {
    const key = keyOf(file);
    const group = byKey.get(key);
    if (group === undefined) byKey.set(key, [file]);
    else group.push(file);
  }
  return [...byKey.values()];
}

/** Several files for one place: which one is meant is not known. */
function join(all: Group, groups: Map<Shown, Shown[]>): void {
  const [first, ...others] = all;
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
  return foldedNameKey(name.replace(/\.[^./\\]*$/, ''));
}

function baseStem(file: Shown): string {
  return pathStem(file).replace(/^.*[/\\]/s, '');
}
