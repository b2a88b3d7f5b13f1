import { requireObject, requireText } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { mostAlike, printable } from '../text/index.ts';
import type { Handset } from './handset.ts';
import { nameKey } from './makers.ts';
import { type NameSearch, type PhoneName, searchNames } from './name-search.ts';
import { readProfileAddress } from './profile-address.ts';
import { HANDSETS } from './table.ts';
import { type HandsetTable, unpackHandsets } from './unpack.ts';
import { beginsWithMaker, namesInUserAgent } from './user-agent.ts';

/**
 * What a phone is called: a name as people write it, a User-Agent, the address of a user agent profile, or the
 * PhoneMake and PhoneModel of a submission.
 */
export type HandsetQuery = string | { readonly make?: string | undefined; readonly model: string };

interface Open {
  readonly table: HandsetTable;
  readonly search: NameSearch;
}

let opened: Open | undefined;

/** The table, opened when it is first asked for. */
function open(): Open {
  if (opened === undefined) {
    const table = unpackHandsets(HANDSETS);
    opened = { table, search: searchNames(table) };
  }
  return opened;
}

/** How many near names an error tells. */
const SUGGESTIONS = 8;

/**
 * The phone that is called so.
 * @throws MmsError `handsets/unknown-phone` with the nearest names, `handsets/ambiguous-phone` with what it could be
 * @example findHandset('nokia 6230').maxBytes // 100000
 * @example findHandset('SAMSUNG-GT-I9000/I9000XXJF3 SHP/VPP/R5').id // 'samsung-gt-i9000'
 * @example findHandset({ make: 'Nokia', model: '6230' })
 */
export function findHandset(query: HandsetQuery): Handset {
  checkQuery(query);
  const { table } = open();
  const found = positionsOf(query);
  const [first, ...others] = found;
  if (first === undefined) throw unknownPhone(query);
  if (others.length === 0) return table.handset(first);
  throw new MmsError('handsets/ambiguous-phone', `${quoted(query)} is the name of ${found.length} phones`, {
    hint: `give one of ${found.map(nameAt).join(', ')}`,
  });
}

function checkQuery(query: HandsetQuery): void {
  if (typeof query === 'string') return;
  const { make = '', model } = requireObject(query, 'the name of a phone, or { make, model }', 'query');
  requireText(make, 'a text', 'query.make');
  requireText(model, 'a text', 'query.model');
}

/**
 * The phones that a query means, all that it could mean, or else all in whose names its words stand.
 * @example searchHandsets('nokia n73').map(handset => handset.id) // ['nokia-n73-1', 'nokia-n73-2']
 */
export function searchHandsets(query: string): Handset[] {
  requireText(query, 'the name of a phone', 'query');
  const { table } = open();
  const meant = positionsOf(query);
  const words = query.toLowerCase().match(/[\p{L}\p{N}+]+/gu) ?? [];
  const found = meant.length > 0 ? meant : [...table.models.keys()].filter(at => hasWords(at, words));
  return found.map(table.handset);
}

/** All phones in the order of their names. */
export function allHandsets(): Handset[] {
  const { table } = open();
  return [...table.models.keys()].map(table.handset);
}

function hasWords(position: number, words: readonly string[]): boolean {
  const key = nameKey(nameAt(position));
  return words.length > 0 && words.every(word => key.includes(word));
}

function nameAt(position: number): string {
  const { maker, model } = open().table.name(position);
  return `${maker} ${model}`.trim();
}

function positionsOf(query: HandsetQuery): readonly number[] {
  const { search } = open();
  const { exact, loose } = namesIn(query);
  return firstFound(exact, search.exact) ?? firstFound(loose, search.loose) ?? [];
}

function firstFound(
  names: readonly PhoneName[],
  find: (name: PhoneName) => readonly number[],
): readonly number[] | undefined {
  return names.map(find).find(found => found.length > 0);
}

/** What a query calls the phone, the best first: for a search of whole names, and for one of parts of names. */
function namesIn(query: HandsetQuery): { exact: readonly PhoneName[]; loose: readonly PhoneName[] } {
  if (typeof query !== 'string') {
    const names = asNames([queryText(query), ...(query.make === undefined ? [] : [query.model])]);
    return { exact: names, loose: names.slice(0, 1) };
  }
  const address = readProfileAddress(query);
  if (address !== undefined) {
    const models = address.models.map(name => ({ name, maker: address.maker }));
    return { exact: models, loose: models };
  }
  const agent = /[/();]/.test(query) ? namesInUserAgent(query) : [];
  return { exact: asNames([query, ...agent]), loose: asNames([query, ...agent.filter(beginsWithMaker)]) };
}

function asNames(names: readonly string[]): PhoneName[] {
  return names.map(name => ({ name }));
}

function queryText(query: HandsetQuery): string {
  return typeof query === 'string' ? query : `${query.make ?? ''} ${query.model}`.trim();
}

function quoted(query: HandsetQuery): string {
  return JSON.stringify(printable(queryText(query)));
}

function unknownPhone(query: HandsetQuery): MmsError {
  const near = mostAlike(queryText(query), [...open().table.models.keys()].map(nameAt), SUGGESTIONS);
  return new MmsError('handsets/unknown-phone', `there is no phone ${quoted(query)}`, {
    hint: near.length > 0 ? `near are ${near.join(', ')}` : 'give its maker and model, such as nokia 6230',
  });
}
