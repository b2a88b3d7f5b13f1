import type { NetworkLimits } from '../../src/networks/limits.ts';
import type { PackedCarriers } from '../../src/networks/packed.ts';
import { type Row, readTable } from '../facts/csv.ts';
import { byCodeUnits, groupBy } from '../facts/group.ts';
import { count, type Tally } from './tally.ts';

const LIMIT_COLUMNS = ['source', 'carrier_key', 'carrier_name', 'mcc', 'mnc', 'key', 'value'] as const;

type LimitRow = Row<(typeof LIMIT_COLUMNS)[number]>;

/** A carrier of AOSP, with its networks. */
interface Carrier {
  readonly id: number;
  readonly name: string;
  readonly networks: readonly string[];
}

/** What is known of carriers, and of networks as a whole. */
export interface CarrierFacts {
  readonly carriers: readonly Carrier[];
  /** By `id:N` or network. */
  readonly byCarrier: ReadonlyMap<string, NetworkLimits>;
  readonly byMessaging: ReadonlyMap<string, NetworkLimits>;
  readonly byCarrierConfig: ReadonlyMap<string, NetworkLimits>;
}

/** Reads `data/networks.csv` and `data/carriers.csv`. */
export function readCarriers(tally: Tally): CarrierFacts {
  const rows = readTable('carriers.csv', LIMIT_COLUMNS);
  const limitsBy = (source: string, kind: string): ReadonlyMap<string, NetworkLimits> => {
    const fitting = rows.filter(row => row.source === source && row.carrier_key.startsWith(kind));
    const groups = groupBy(fitting, row => row.carrier_key.slice(kind.length));
    const limits = [...groups].map(([key, group]) => [key, limitsOf(group, tally)] as const);
    return new Map(limits.filter(([, known]) => Object.keys(known).length > 0));
  };
  return {
    carriers: carriersOf(rows),
    byCarrier: limitsBy('aosp-carrierconfig', 'id:'),
    byMessaging: limitsBy('aosp-messaging', 'mccmnc:'),
    byCarrierConfig: limitsBy('aosp-carrierconfig', 'mccmnc:'),
  };
}

function carriersOf(limits: readonly LimitRow[]): Carrier[] {
  const named = readTable('networks.csv', ['carrier_id', 'name', 'mcc', 'mnc']).map(row => ({
    id: Number(row.carrier_id),
    name: row.name,
    network: row.mcc + row.mnc,
  }));
  const limited = limits
    .filter(row => row.carrier_key.startsWith('id:'))
    .map(row => ({
      id: Number(row.carrier_key.slice(3)),
      name: row.carrier_name,
      network: row.mcc + row.mnc,
    }));
  const groups = groupBy([...named, ...limited], ({ id }) => id);
  const carriers = [...groups].map(([id, group]) => ({
    id,
    name: group[0]?.name ?? '',
    networks: [...new Set(group.map(({ network }) => network).filter(network => network !== ''))].sort(
      byCodeUnits,
    ),
  }));
  return carriers.sort((a, b) => a.id - b.id);
}

/** The limits of one carrier or network: each key once, for the sources repeat them for every network of a carrier. */
function limitsOf(rows: readonly LimitRow[], tally: Tally): NetworkLimits {
  const values = new Map(rows.map(({ key, value }) => [key, value]));
  const differing = rows.find(({ key, value }) => values.get(key) !== value);
  if (differing !== undefined) throw new Error(`${differing.carrier_key} says ${differing.key} twice`);
  const number = (key: string): number | undefined => {
    const value = Number(values.get(key) ?? Number.NaN);
    if (value === -1) count(tally, 'no-limit');
    return value > 0 ? value : undefined;
  };
  const flag = (key: string): boolean | undefined =>
    values.has(key) ? values.get(key) === 'true' : undefined;
  const width = number('maxImageWidth');
  const height = number('maxImageHeight');
  return withoutUnknown({
    maxBytes: number('maxMessageSize'),
    maxImage: width === undefined || height === undefined ? undefined : { width, height },
    maxRecipients: number('recipientLimit'),
    maxSubjectLength: number('maxSubjectLength'),
    mms: flag('enabledMMS'),
    groupMms: flag('enableGroupMms'),
    userAgentProfileHeader: values.get('uaProfTagName'),
    httpParameters: parametersOf(values.get('httpParams'), tally),
  });
}

function parametersOf(text: string | undefined, tally: Tally): string[] | undefined {
  return text?.split('|').map(parameter => {
    const plain = parameter.replace(/^\s*([^:\s]+)\s*:\s*/, '$1: ').trimEnd();
    if (plain !== parameter) count(tally, 'parameter-form');
    return plain;
  });
}

function withoutUnknown(
  limits: { readonly [Key in keyof NetworkLimits]: NetworkLimits[Key] | undefined },
): NetworkLimits {
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
}

export function packCarriers(facts: CarrierFacts): PackedCarriers {
  const { carriers, byCarrier, byMessaging, byCarrierConfig } = facts;
  const all = [byCarrier, byMessaging, byCarrierConfig].flatMap(map => [...map.values()]);
  const limits = [...new Set(all.map(value => JSON.stringify(value)))].sort(byCodeUnits);
  const lines = new Map(limits.map((text, line) => [text, line]));
  const references = (map: ReadonlyMap<string, NetworkLimits>): string =>
    [...map]
      .sort(([a], [b]) => Number(a) - Number(b))
      .map(([key, value]) => `${key}:${lines.get(JSON.stringify(value)) ?? 0}`)
      .join(' ');
  return {
    ids: carriers.map(({ id }, at) => id - (carriers[at - 1]?.id ?? 0)).join(' '),
    names: carriers.map(({ name }) => name).join('\n'),
    networks: carriers.map(({ networks }) => networksText(networks)).join('\n'),
    limits: limits.join('\n'),
    byCarrier: references(byCarrier),
    byMessaging: references(byMessaging),
    byCarrierConfig: references(byCarrierConfig),
  };
}

function networksText(networks: readonly string[]): string {
  const groups = groupBy(networks, network => network.slice(0, 3));
  return [...groups].map(([mcc, group]) => mcc + group.map(network => network.slice(3)).join(',')).join(';');
}
