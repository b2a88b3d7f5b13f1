import { toHex } from '../../bytes/index.ts';
import { type Html, html } from './html.ts';
import { leavesOf, type NumberedNode } from './numbered.ts';

const HALF = 8;
const ROW = 16;
/** Rows of one field from which on the middle is left out, and how many of its beginning stay. */
const MAX_ROWS = 40;
const FIRST_ROWS = 12;

/** The octets of a tree, sixteen to the row, each with the numbers of its fields; the middle of long fields left out. */
export function octetRows(tree: NumberedNode): Html {
  const { raw, offset } = tree.node;
  const leaves = leavesOf(tree);
  const gaps = leaves.flatMap(({ node }) => gapIn(node.offset - offset, node.length));
  const fields = new FieldFinder(leaves, offset);
  const digits = Math.max(4, raw.length.toString(16).length);
  const rows: Html[] = [];
  for (let at = 0; at < raw.length; at += ROW) {
    const gap = gaps.find(({ start }) => start === at);
    if (gap === undefined) rows.push(octetRow(raw, at, digits, fields));
    else {
      rows.push(html`<div class="gap">&#8230; ${gap.end - gap.start} octets of this field</div>`);
      at = gap.end - ROW;
    }
  }
  return html`${rows}`;
}

interface Gap {
  readonly start: number;
  readonly end: number;
}

/** The whole rows in the middle of a long field. */
function gapIn(start: number, length: number): Gap[] {
  if (length <= MAX_ROWS * ROW) return [];
  const first = Math.ceil(start / ROW) * ROW;
  return [{ start: first + FIRST_ROWS * ROW, end: Math.floor((start + length) / ROW) * ROW - ROW }];
}

/** Finds the fields of octets that are asked for in order. */
class FieldFinder {
  readonly #leaves: readonly NumberedNode[];
  readonly #base: number;
  readonly #anchored = new Set<number>();
  #next = 0;

  constructor(leaves: readonly NumberedNode[], base: number) {
    this.#leaves = leaves;
    this.#base = base;
  }

  /** The numbers of the fields that an octet belongs to: several where they are bits. */
  at(octet: number): number[] {
    const numbers: number[] = [];
    for (let i = this.#next; i < this.#leaves.length; i++) {
      const leaf = this.#leaves[i];
      if (leaf === undefined || leaf.node.offset - this.#base > octet) break;
      const isOver = leaf.node.offset - this.#base + leaf.node.length <= octet;
      if (!isOver) numbers.push(leaf.number);
      else if (i === this.#next) this.#next++;
    }
    return numbers;
  }

  /** The field that a place is the first to show, as the target of a link. */
  anchor(numbers: readonly number[]): number | undefined {
    const first = numbers.find(number => !this.#anchored.has(number));
    if (first !== undefined) this.#anchored.add(first);
    return first;
  }
}

interface Run {
  readonly numbers: readonly number[];
  readonly start: number;
  end: number;
}

function octetRow(raw: Uint8Array, at: number, digits: number, fields: FieldFinder): Html {
  const runs: Run[] = [];
  for (let i = at; i < Math.min(at + ROW, raw.length); i++) {
    const numbers = fields.at(i);
    const last = runs.at(-1);
    const isSame = i % HALF !== 0 && last?.numbers.join() === numbers.join();
    if (isSame) last.end = i + 1;
    else runs.push({ numbers, start: i, end: i + 1 });
  }
  const half = (from: number): Html[] =>
    runs.filter(({ start }) => start >= from && start < from + HALF).map(run => hexOf(raw, run, fields));
  const place = at.toString(16).padStart(digits, '0');
  const second = at + HALF < raw.length ? html`<span class="half">${half(at + HALF)}</span>` : html``;
  return html`<div class="row"><span class="at">${place}</span><span class="half">${half(at)}</span>${second}<span class="chars">${runs.map(run => charactersOf(raw, run))}</span></div>
`;
}

function hexOf(raw: Uint8Array, { numbers, start, end }: Run, fields: FieldFinder): Html {
  const digits = toHex(raw.subarray(start, end)).replace(/..(?!$)/g, '$& ');
  const anchor = fields.anchor(numbers);
  const id = anchor === undefined ? html`` : html` id="o${anchor}"`;
  return html`<span${id} data-f="${numbers.join(' ')}">${digits}</span>`;
}

function charactersOf(raw: Uint8Array, { numbers, start, end }: Run): Html {
  const characters = [...raw.subarray(start, end)]
    .map(octet => (octet > 0x20 && octet < 0x7f ? String.fromCharCode(octet) : '·'))
    .join('');
  return html`<span data-f="${numbers.join(' ')}">${characters}</span>`;
}
