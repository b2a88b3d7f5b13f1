import { requireNumber, requireText } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { mostAlike, printable } from '../text/index.ts';
import { ACCESS_POINTS } from './access-points-table.ts';
import { CARRIERS } from './carriers-table.ts';
import { mergeLimits } from './limits.ts';
import type { Carrier, Network } from './network.ts';
import { type AccessPointTable, unpackAccessPoints } from './unpack-access-points.ts';
import { type CarrierTable, networkCode, unpackCarriers } from './unpack-carriers.ts';

interface Open {
  readonly carriers: CarrierTable;
  readonly accessPoints: AccessPointTable;
  /** The digits of all networks, sorted. */
  readonly networks: readonly string[];
}

let opened: Open | undefined;

/** The tables, opened when they are first asked for. */
function open(): Open {
  if (opened === undefined) {
    const carriers = unpackCarriers(CARRIERS);
    const accessPoints = unpackAccessPoints(ACCESS_POINTS);
    const networks = [...new Set([...carriers.networks, ...accessPoints.keys()])].sort();
    opened = { carriers, accessPoints, networks };
  }
  return opened;
}

/** How many names an error tells. */
const SUGGESTIONS = 8;

/**
 * The network of a code (`234-10`, `23410`), or of a name that only one has.
 * @throws MmsError `networks/unknown-network` with the nearest names, `networks/ambiguous-network` with what it could be
 * @example findNetwork('208-01').limits.maxBytes // 614400
 */
export function findNetwork(query: string): Network {
  const found = searchNetworks(query);
  const [first, ...others] = found;
  if (first === undefined) throw unknownNetwork(query);
  if (others.length === 0) return first;
  const could = found.slice(0, SUGGESTIONS).map(({ code, names: [name] }) => `${code} ${name}`);
  const more = found.length > SUGGESTIONS ? `, and ${found.length - SUGGESTIONS} more` : '';
  throw new MmsError(
    'networks/ambiguous-network',
    `${JSON.stringify(printable(query))} is the name of ${found.length} networks`,
    { hint: `give one of ${could.join(', ')}${more}` },
  );
}

/**
 * All networks of a code or a name; a network code of two digits also finds that of three with a zero in front (the
 * United States write 310-026, many programs 310-26). A name counts without its case, blanks and marks; one that nobody
 * has finds those that have it in theirs.
 * @example searchNetworks('vodafone').map(network => network.code)
 */
export function searchNetworks(query: string): Network[] {
  requireText(query, 'the code or name of a network', 'query');
  const [, mcc, mnc = ''] = /^\s*(\d{3})[-/ ]?(\d{2,3})\s*$/.exec(query) ?? [];
  if (mcc !== undefined) return networksOfCode(mcc, mnc).map(networkOf);
  const wanted = nameKey(query);
  if (wanted === '') return [];
  const named = open().networks.map(digits => [digits, namesOf(digits).map(nameKey)] as const);
  const exact = named.filter(([, names]) => names.includes(wanted));
  const found =
    exact.length > 0 ? exact : named.filter(([, names]) => names.some(name => name.includes(wanted)));
  return found.map(([digits]) => networkOf(digits));
}

/** The codes of all networks that are known: `001-01`, … */
export function networkCodes(): string[] {
  return open().networks.map(networkCode);
}

/** The carrier of one of AOSP's carrier ids; `undefined` when there is none. */
export function findCarrier(id: number): Carrier | undefined {
  requireNumber(id, 'a number', 'id');
  return open().carriers.byId.get(id);
}

function networksOfCode(mcc: string, mnc: string): string[] {
  const known = new Set(open().networks);
  return [mcc + mnc, `${mcc}0${mnc}`].filter(digits => known.has(digits)).slice(0, 1);
}

function namesOf(digits: string): string[] {
  const { carriers, accessPoints } = open();
  const ofCarriers = carriers.byNetwork.get(digits)?.map(({ name }) => name);
  return [...new Set(ofCarriers ?? accessPoints.get(digits)?.map(({ name }) => name))];
}

function networkOf(digits: string): Network {
  const { carriers, accessPoints } = open();
  const own = carriers.byNetwork.get(digits) ?? [];
  const statements = own.map(({ name, limits }) => ({ by: name, limits }));
  return {
    code: networkCode(digits),
    mcc: digits.slice(0, 3),
    mnc: digits.slice(3),
    names: namesOf(digits),
    carriers: own,
    ...mergeLimits([...statements, ...carriers.statementsAbout(digits)]),
    accessPoints: accessPoints.get(digits) ?? [],
  };
}

function nameKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}+]+/gu, '');
}

function codesOfCountry(code: string): string[] {
  return networkCodes().filter(known => known.startsWith(code.trim().slice(0, 3)));
}

function unknownNetwork(query: string): MmsError {
  const names = new Set(open().networks.flatMap(namesOf));
  const near = /^[\d\s/-]*$/.test(query)
    ? mostAlike(query, codesOfCountry(query), SUGGESTIONS)
    : mostAlike(query, names, SUGGESTIONS);
  const known = near.length > 0 ? `near are ${near.join(', ')}` : 'give its code, such as 234-10';
  return new MmsError('networks/unknown-network', `there is no network ${JSON.stringify(printable(query))}`, {
    hint: known,
  });
}
