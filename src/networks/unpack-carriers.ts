import { textColumn } from '../text/index.ts';
import type { NetworkLimits } from './limits.ts';
import type { Carrier } from './network.ts';
import type { PackedCarriers } from './packed.ts';

/** All carriers, and what the sources say of whole networks. */
export interface CarrierTable {
  readonly byId: ReadonlyMap<number, Carrier>;
  /** The carriers of a network, by its digits. */
  readonly byNetwork: ReadonlyMap<string, readonly Carrier[]>;
  /** The digits of all networks that are known here. */
  readonly networks: ReadonlySet<string>;
  /** What a source says of a network as a whole. */
  statementsAbout(network: string): readonly { readonly by: string; readonly limits: NetworkLimits }[];
}

export function unpackCarriers(packed: PackedCarriers): CarrierTable {
  const limits = textColumn(packed.limits);
  const limitsIn = (references: string): ReadonlyMap<string, NetworkLimits> =>
    new Map(
      references.split(' ').map(reference => {
        const [key = '', line = ''] = reference.split(':');
        return [key, limitsOf(limits(Number(line)))] as const;
      }),
    );
  const byCarrier = limitsIn(packed.byCarrier);
  const sources = [
    { by: 'AOSP Messaging', limits: limitsIn(packed.byMessaging) },
    { by: 'AOSP CarrierConfig', limits: limitsIn(packed.byCarrierConfig) },
  ];
  const names = textColumn(packed.names);
  const networks = textColumn(packed.networks);
  const byId = new Map<number, Carrier>();
  const byNetwork = new Map<string, Carrier[]>();
  let id = 0;
  for (const [at, step] of packed.ids.split(' ').entries()) {
    id += Number(step);
    const digits = networksOf(networks(at));
    const carrier = {
      id,
      name: names(at),
      networks: digits.map(networkCode),
      limits: byCarrier.get(String(id)) ?? {},
    };
    byId.set(id, carrier);
    for (const network of digits) byNetwork.set(network, [...(byNetwork.get(network) ?? []), carrier]);
  }
  return {
    byId,
    byNetwork,
    networks: new Set([...byNetwork.keys(), ...sources.flatMap(source => [...source.limits.keys()])]),
    statementsAbout: network =>
      sources.flatMap(source => {
        const known = source.limits.get(network);
        return known === undefined ? [] : [{ by: source.by, limits: known }];
      }),
  };
}

/** `234-10` of `23410`. */
export function networkCode(digits: string): string {
  return `${digits.slice(0, 3)}-${digits.slice(3)}`;
}

/** The table's own JSON, which the generator wrote from the same type. */
function limitsOf(text: string): NetworkLimits {
  return JSON.parse(text) as NetworkLimits;
}

function networksOf(text: string): string[] {
  if (text === '') return [];
  return text.split(';').flatMap(group => {
    const mcc = group.slice(0, 3);
    return group
      .slice(3)
      .split(',')
      .map(mnc => mcc + mnc);
  });
}
