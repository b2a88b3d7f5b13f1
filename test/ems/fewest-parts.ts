import type { EmsItem } from '../../src/ems/index.ts';

/** Something that stands whole in one part. */
interface Atom {
  /** Septets or octets of text. */
  readonly units: number;
  /** Octets of elements. */
  readonly octets: number;
  /** Of a formatted text: its number, and the octets of the element that each part with some of it has. */
  readonly run?: { readonly id: number; readonly octets: number };
}

const EXTENSION = '^{}\\[~]|€';
const PART_BITS = 1120;

function octetsOf(item: EmsItem): number {
  switch (item.type) {
    case 'sound':
    case 'animation':
      return 4;
    case 'melody':
      return 'imelody' in item ? 3 + item.imelody.length : 0;
    case 'userAnimation':
      return item.frames[0]?.length === 8 ? 3 + 32 : 3 + 128;
    case 'picture': {
      const octets = ((item.rows[0]?.length ?? 0) / 8) * item.rows.length;
      return (item.form === 'variable' ? 5 : 3) + octets;
    }
    case 'userPrompt':
      return 3;
    default:
      return 0;
  }
}

function charactersOf(item: Extract<EmsItem, { type: 'text' }>, id: number, isUnicode: boolean): Atom[] {
  const octets = item.format?.foreground === undefined && item.format?.background === undefined ? 5 : 6;
  const run = item.format === undefined ? {} : { run: { id, octets } };
  return [...item.text].map(character => {
    const units = isUnicode ? 2 * character.length : EXTENSION.includes(character) ? 2 : 1;
    return { units, octets: 0, ...run };
  });
}

/** A prompt stands in the part of its first object, unless no part of several can hold both. */
function atomsOf(items: readonly EmsItem[], isUnicode: boolean): Atom[] {
  const atoms: Atom[] = [];
  items.forEach((item, id) => {
    const next = items[id + 1];
    if (item.type === 'text') atoms.push(...charactersOf(item, id, isUnicode));
    else if (item.type === 'userPrompt' && next !== undefined && 1 + 5 + 3 + octetsOf(next) <= 140) return;
    else {
      const isPrompted = items[id - 1]?.type === 'userPrompt' && 1 + 5 + 3 + octetsOf(item) <= 140;
      atoms.push({ units: 0, octets: (isPrompted ? 3 : 0) + octetsOf(item) });
    }
  });
  return atoms;
}

function fits(text: number, elements: number, isUnicode: boolean): boolean {
  const header = elements === 0 ? 0 : 8 * (1 + elements);
  if (isUnicode) return header + 8 * text <= PART_BITS;
  return 7 * (Math.ceil(header / 7) + text) <= PART_BITS;
}

/** Parts of the best of all divisions, or infinitely many; `concatenation` is what it takes of every header. */
function best(atoms: readonly Atom[], isUnicode: boolean, concatenation: number): number {
  const fewest: number[] = [0];
  for (let end = 1; end <= atoms.length; end++) {
    fewest[end] = Number.POSITIVE_INFINITY;
    let text = 0;
    let elements = concatenation;
    let run: number | undefined;
    for (let start = end - 1; start >= 0; start--) {
      const atom = atoms[start];
      if (atom === undefined) break;
      text += atom.units;
      elements += atom.octets + (atom.run === undefined || atom.run.id === run ? 0 : atom.run.octets);
      run = atom.run?.id;
      if (!fits(text, elements, isUnicode)) break;
      fewest[end] = Math.min(fewest[end] ?? 0, 1 + (fewest[start] ?? 0));
    }
  }
  return fewest[atoms.length] ?? 0;
}

/** The fewest parts that hold the items, found by trying every division into parts. */
export function fewestParts(items: readonly EmsItem[], isUnicode: boolean): number {
  const atoms = atomsOf(items, isUnicode);
  if (best(atoms, isUnicode, 0) <= 1) return 1;
  return best(atoms, isUnicode, 5);
}
