import { MAKER_BY_KEY, nameKey } from '../../src/handsets/makers.ts';
import { withoutMaker, withoutNokiaPrefix, withoutVersion } from '../../src/handsets/model-name.ts';
import { readProfileAddress } from '../../src/handsets/profile-address.ts';
import type { Row } from '../facts/csv.ts';
import { type CleaningRule, count, type Tally } from './tally.ts';

export const PROFILE_COLUMNS = [
  'vendor',
  'model',
  'maxBytes',
  'maxImage',
  'screen',
  'charsets',
  'accept',
  'file',
] as const;

/** One user agent profile as its document has it. */
export type ProfileRow = Row<(typeof PROFILE_COLUMNS)[number]>;

export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** One user agent profile, cleaned. */
export interface CleanProfile {
  /** Empty where nothing tells it. */
  readonly maker: string;
  readonly model: string;
  readonly maxBytes: number | undefined;
  readonly maxImage: PixelSize | undefined;
  readonly screen: PixelSize | undefined;
  /** In lower case, sorted. */
  readonly charsets: readonly string[];
  readonly accept: readonly string[];
}

/** What a document says, in our terms; `undefined` when it does not say of which phone, or says nothing about it. */
export function cleanProfile(row: ProfileRow, tally: Tally): CleanProfile | undefined {
  const name = nameOf(row, tally);
  if (name === undefined) return undefined;
  const accept = typesOf(row.accept, tally);
  if (accept.length === 0) {
    count(tally, 'type-none');
    return undefined;
  }
  return {
    ...name,
    maxBytes: bytesOf(row.maxBytes, tally),
    maxImage: pixelsOf(row.maxImage, tally),
    screen: pixelsOf(row.screen, tally),
    charsets: charsetsOf(row.charsets, tally),
    accept,
  };
}

function nameOf(
  { vendor, model, file }: ProfileRow,
  tally: Tally,
): { maker: string; model: string } | undefined {
  const address = readProfileAddress(file.replace(/^http_\//, 'http://')) ?? { maker: undefined, models: [] };
  const written =
    vendor.trim() === '' ? makerFrom(model, address.maker, tally) : usualMaker(vendor.trim(), tally);
  const named = model.trim() === '' ? modelFrom(address.models, tally) : model.trim();
  return named === undefined ? undefined : { maker: written, model: bareModel(named, written, tally) };
}

function usualMaker(vendor: string, tally: Tally): string {
  const key = nameKey(vendor);
  const maker = MAKER_BY_KEY.find(([name]) => name === key)?.[1] ?? vendor;
  if (maker !== vendor) count(tally, 'maker-spelling');
  return maker;
}

function makerFrom(model: string, maker: string | undefined, tally: Tally): string {
  const key = nameKey(model);
  const found = MAKER_BY_KEY.find(([name]) => name.length > 2 && key.startsWith(name))?.[1] ?? maker;
  count(tally, found === undefined ? 'maker-unknown' : 'maker-missing');
  return found ?? '';
}

function modelFrom(models: readonly string[], tally: Tally): string | undefined {
  const model = models[0];
  count(tally, model === undefined ? 'model-unknown' : 'model-missing');
  return model;
}

/** The model alone, each thing cut off counted. */
function bareModel(model: string, maker: string, tally: Tally): string {
  const cut = (name: string, shorter: string, rule: CleaningRule): string => {
    if (shorter !== name) count(tally, rule);
    return shorter;
  };
  const bare = cut(model, withoutMaker(model, maker), 'maker-in-model');
  const plain = cut(bare, withoutVersion(bare), 'version-in-model');
  return cut(plain, withoutNokiaPrefix(plain, maker), 'nokia-n');
}

function bytesOf(text: string, tally: Tally): number | undefined {
  if (/^[1-9]\d{0,11}$/.test(text)) return Number(text);
  count(tally, text === '' ? 'bytes-missing' : 'bytes-junk');
  return undefined;
}

function pixelsOf(text: string, tally: Tally): PixelSize | undefined {
  const [, width, height] = /^(\d{1,5}) ?[xX×*] ?(\d{1,5})$/.exec(text) ?? [];
  if (Number(width) > 0 && Number(height) > 0) {
    if (!text.includes('x') || text.includes(' ')) count(tally, 'pixels-form');
    return { width: Number(width), height: Number(height) };
  }
  count(tally, 'pixels-missing');
  return undefined;
}

/** `type/subtype`, each a token of RFC 2045; the subtype may be `*`. */
const MEDIA_TYPE = /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+$/;

function typesOf(text: string, tally: Tally): string[] {
  const types = new Set<string>();
  for (const entry of text.split(' ').filter(part => part !== '')) {
    const type = (entry.split(';', 1)[0] ?? '').toLowerCase();
    if (!MEDIA_TYPE.test(type)) {
      count(tally, 'type-junk');
      continue;
    }
    if (type.length < entry.length) count(tally, 'type-parameter');
    types.add(type);
  }
  return [...types].sort();
}

function charsetsOf(text: string, tally: Tally): string[] {
  const names = text.split(' ').filter(name => name !== '');
  const known = names.filter(name => /\w/.test(name));
  if (known.length < names.length) count(tally, 'charset-junk');
  return [...new Set(known.map(name => name.toLowerCase()))].sort();
}
