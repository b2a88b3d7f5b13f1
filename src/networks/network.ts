import type { NetworkLimits } from './limits.ts';

/** A carrier by AOSP's number, which tells those apart that share a network. */
export interface Carrier {
  readonly id: number;
  readonly name: string;
  /** Its networks as `234-10`. */
  readonly networks: readonly string[];
  readonly limits: NetworkLimits;
}

/** Where a phone of a network hands in and fetches its messages. */
export interface AccessPoint {
  /** What the phone calls it. */
  readonly name: string;
  readonly apn: string;
  /** Address of the MMSC. */
  readonly mmsc: string;
  readonly proxy?: { readonly host: string; readonly port?: number };
  /** Only for subscribers of a virtual network: the group identifier, the name or the beginning of the IMSI says who. */
  readonly virtualNetwork?: { readonly match: 'gid' | 'spn' | 'imsi'; readonly value: string };
}

/** A network, with all that is known of it. Plain data. */
export interface Network {
  /** Mobile country code and network code as `234-10`. */
  readonly code: string;
  readonly mcc: string;
  /** Two or three digits. */
  readonly mnc: string;
  /** Of its carriers; of a network without one, of its access points. */
  readonly names: readonly string[];
  readonly carriers: readonly Carrier[];
  /** The smaller counts of all its carriers and of all sources. */
  readonly limits: NetworkLimits;
  /** One sentence for each limit on which carriers or sources differ. */
  readonly notes: readonly string[];
  readonly accessPoints: readonly AccessPoint[];
}
