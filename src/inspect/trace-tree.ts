import { type FieldLabel, formatPath, type ReadTrace, type TraceMark } from '../bytes/index.ts';
import type { Issue } from '../issues/index.ts';

/** A field as traced; positions in bits. */
export interface TracedField {
  readonly name: string;
  readonly clause?: string | undefined;
  readonly path?: string | undefined;
  readonly start: number;
  end: number;
  value?: unknown;
  error?: Issue;
  warnings?: Issue[];
  children: TracedField[];
}

/** What begins a field whose label has no name for it. */
const HEAD = 'name';

/** Builds the tree of fields while a decoder reads. */
export class TraceTree implements ReadTrace {
  readonly root: TracedField;
  readonly #open: TracedField[];
  readonly #path: (string | number)[] = [];
  /** Everything warned of so far, with its field. */
  readonly #warned: { readonly issue: Issue; readonly field: TracedField }[] = [];

  constructor(label: FieldLabel, start: number) {
    this.root = { ...label, start, end: start, children: [] };
    this.#open = [this.root];
  }

  get #current(): TracedField {
    return this.#open.at(-1) ?? this.root;
  }

  enter(name: string | number, start: number, at: number, label?: FieldLabel): void {
    this.#path.push(name);
    const field: TracedField = {
      name: label?.name ?? formatPath([name]),
      clause: label?.clause,
      path: formatPath(this.#path),
      start,
      end: start,
      children: [],
    };
    this.#current.children.push(field);
    this.#open.push(field);
    if (at > start) this.piece({ name: label?.head ?? HEAD }, start, at, label?.name ?? name);
  }

  leave(end: number, value: unknown): void {
    this.#path.pop();
    const field = this.#current;
    if (this.#open.length > 1) this.#open.pop();
    field.end = end;
    field.value = value;
    if (endOfChildren(field) > end) clip(field, end);
  }

  piece({ name, clause }: FieldLabel, start: number, end: number, value: unknown): void {
    const { children } = this.#current;
    let first = children.length;
    while (first > 0 && (children[first - 1]?.start ?? 0) >= start) first--;
    children.push({ name, clause, start, end, value, children: children.splice(first) });
  }

  warn(issue: Issue): void {
    const last = this.#current.children.at(-1);
    const isOfLast = last?.path !== undefined && last.path === issue.path;
    this.#warned.push({ issue, field: isOfLast ? last : this.#current });
  }

  mark(): TraceMark {
    return { fields: this.#current.children.length, warnings: this.#warned.length };
  }

  rewind({ fields, warnings }: TraceMark): void {
    this.#current.children.length = fields;
    this.#warned.length = warnings;
  }

  /**
   * The whole tree. Fields still open, because an error ended the decoding, end with what was read of them; the
   * innermost one gets the error.
   */
  finish(error?: Issue): TracedField {
    if (error !== undefined) this.#current.error = error;
    while (this.#open.length > 1) this.leave(endOfChildren(this.#current), undefined);
    this.root.end = endOfChildren(this.root);
    for (const { issue, field } of this.#warned) {
      field.warnings ??= [];
      field.warnings.push(issue);
    }
    return this.root;
  }
}

/** Takes what lies behind `end` out of a field: a decoder went back to where the field turned out to end. */
function clip(field: TracedField, end: number): void {
  field.end = Math.min(field.end, end);
  field.children = field.children.filter(({ start }) => start < end);
  for (const child of field.children) clip(child, end);
}

function endOfChildren({ start, children }: TracedField): number {
  return children.at(-1)?.end ?? start;
}
