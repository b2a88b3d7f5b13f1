import type { Node, Pair } from 'yaml';
import { MmsError } from '../errors.ts';
import type { Limits } from '../limits.ts';
import type { Path } from '../schema/index.ts';
import { shown } from '../schema/index.ts';
import { tooDeep, type Yaml } from './yaml-tokens.ts';

/** Where a key and its value stand in the text. */
interface Offsets {
  readonly key: number;
  readonly value: number;
}

type Container = Record<string, unknown> | unknown[];

/**
 * The value of a YAML document, and the place of everything in it. Objects have no prototype. An alias is read again at
 * every place, in bounds: a few lines of them could stand for more than there is memory.
 */
export class YamlValue {
  readonly root: unknown;
  readonly #yaml: Yaml;
  readonly #limits: Limits;
  readonly #anchors = new Map<string, Node>();
  readonly #offsets = new WeakMap<Container, Map<string | number, Offsets>>();
  #count = 0;

  /** @throws MmsError `manifest/syntax`, `manifest/too-deep` or `manifest/too-large`, with the offset */
  constructor(contents: Node | null, yaml: Yaml, limits: Limits) {
    this.#yaml = yaml;
    this.#limits = limits;
    this.root = this.#read(contents, 1, 0);
  }

  /** Where the value of a path stands, or its key; of a path that is not there the nearest above. */
  offsetOf(path: Path, isKey: boolean): number {
    let offsets: Offsets = { key: 0, value: 0 };
    let value = this.root;
    for (const key of path) {
      const below = this.#offsets.get(Object(value))?.get(key);
      if (below === undefined) return offsets.value;
      offsets = below;
      value = Reflect.get(Object(value), key);
    }
    return isKey ? offsets.key : offsets.value;
  }

  /** Where the value of a written path stands, such as `slides[1].image`, or the nearest above; `undefined` where not even its first key is there. */
  offsetAt(path: string): number | undefined {
    let value = this.root;
    let offset: number | undefined;
    for (let rest = path; rest !== ''; ) {
      const places = this.#offsets.get(Object(value));
      const step = firstStep(rest, places);
      if (step === undefined) break;
      offset = step.offsets.value;
      value = Reflect.get(Object(value), step.key);
      rest = rest.slice(step.length);
    }
    return offset;
  }

  #read(node: Node | null, depth: number, offset: number): unknown {
    const { maxManifestDepth, maxManifestTokens } = this.#limits;
    if (node === null) return null;
    if (++this.#count > maxManifestTokens) {
      const message = `its aliases make the manifest larger than ${maxManifestTokens} values`;
      throw new MmsError('manifest/too-large', message, { offset });
    }
    if (this.#yaml.isAlias(node)) return this.#read(this.#anchored(node.source, offset), depth, offset);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if (this.#yaml.isScalar(node)) return node.value;
    if (depth > maxManifestDepth) throw tooDeep(this.#limits, offset);
    if (this.#yaml.isMap(node)) return this.#readMap(node.items, depth, offset);
    return this.#readList(node.items, depth, offset);
  }

  #anchored(name: string, offset: number): Node {
    const node = this.#anchors.get(name);
    if (node !== undefined) return node;
    throw new MmsError('manifest/syntax', `there is no anchor ${shown(name)} before its alias`, { offset });
  }

  #readMap(pairs: readonly Pair[], depth: number, offset: number): Record<string, unknown> {
    const result: Record<string, unknown> = Object.create(null);
    const places = new Map<string, Offsets>();
    for (const pair of pairs) {
      const keyAt = this.#startOf(pair.key, offset);
      const key = this.#yaml.isScalar(pair.key) ? pair.key.value : undefined;
      if (typeof key !== 'string')
        throw new MmsError('manifest/syntax', 'a key must be a text', { offset: keyAt });
      if (places.has(key)) {
        throw new MmsError('manifest/syntax', `the key ${shown(key)} is given twice`, { offset: keyAt });
      }
      const value = this.#yaml.isNode(pair.value) ? pair.value : null;
      const valueAt = this.#startOf(value, keyAt);
      places.set(key, { key: keyAt, value: valueAt });
      result[key] = this.#read(value, depth + 1, valueAt);
    }
    this.#offsets.set(result, places);
    return result;
  }

  #readList(items: readonly unknown[], depth: number, offset: number): unknown[] {
    const result: unknown[] = [];
    const places = new Map<number, Offsets>();
    for (const [index, item] of items.entries()) {
      const node = this.#yaml.isNode(item) ? item : null;
      const at = this.#startOf(node, offset);
      places.set(index, { key: at, value: at });
      result.push(this.#read(node, depth + 1, at));
    }
    this.#offsets.set(result, places);
    return result;
  }

  #startOf(node: unknown, otherwise: number): number {
    return (this.#yaml.isNode(node) ? node.range?.[0] : undefined) ?? otherwise;
  }
}

/** The key of a container with which a written path begins; keys may hold dots, so the longest counts. */
function firstStep(
  path: string,
  places: ReadonlyMap<string | number, Offsets> = new Map(),
): { key: string | number; length: number; offsets: Offsets } | undefined {
  const index = /^\[(\d{1,9})\]/.exec(path);
  const candidates =
    index === null ? [...places.keys()].filter(key => beginsWith(path, key)) : [Number(index[1])];
  const [key] = candidates.toSorted((a, b) => String(b).length - String(a).length);
  const offsets = key === undefined ? undefined : places.get(key);
  if (key === undefined || offsets === undefined) return undefined;
  const length = index === null ? String(key).length : index[0].length;
  return { key, offsets, length: path[length] === '.' ? length + 1 : length };
}

function beginsWith(path: string, key: string | number): boolean {
  const next = path[String(key).length];
  return path.startsWith(String(key)) && (next === undefined || next === '.' || next === '[');
}
