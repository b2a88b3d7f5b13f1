import { narrow, type Profile, type SizeLimits } from '../../media/index.ts';
import type { Network } from '../../networks/index.ts';
import type { AdaptTarget } from '../adapt/options.ts';
import { checkReceiverNames } from '../shapes.ts';
import { openProfile } from './profile.ts';

/** Whom a message is for, as people say it; what is not said sets no bounds. */
export interface ReceiverNames {
  /** A profile, the id of a built-in one, a file, or a phone's name. */
  readonly profile?: Profile | string | undefined;
  /** A network by its code, `234-10`, or by a name that only it has. */
  readonly network?: string | undefined;
  /** Octets of the encoded message. */
  readonly maxBytes?: number | undefined;
  readonly baseDir?: string | undefined;
}

/** Whom a message is for. */
export interface Receiver {
  /** The bounds of phone, network and author together: the smaller counts. Absent when none of them is named. */
  readonly target?: AdaptTarget;
  /** The phone alone. */
  readonly profile?: Profile;
  readonly network?: Network;
}

/**
 * The receiver that names mean, with the limits of its phone and its network together. The tables of phones and networks
 * are loaded only when they are asked for.
 * @throws MmsError as `openProfile`, `networks/unknown-network`, `networks/ambiguous-network`
 * @example (await openReceiver({ profile: 'GT-I9000', network: '204-04' })).target // { id: …, maxBytes: 307200, … }
 */
export async function openReceiver(names: ReceiverNames): Promise<Receiver> {
  checkReceiverNames(names);
  const profile =
    typeof names.profile === 'string' ? await openProfile(names.profile, names.baseDir) : names.profile;
  const network = names.network === undefined ? undefined : await openNetwork(names.network);
  const bounds: readonly SizeLimits[] = [network?.limits ?? {}, { maxBytes: names.maxBytes }].map(sizeLimits);
  const target = bounds.reduce<AdaptTarget>(narrow, profile ?? {});
  return {
    ...(isNamed(names) ? { target } : {}),
    ...(profile === undefined ? {} : { profile }),
    ...(network === undefined ? {} : { network }),
  };
}

function isNamed({ profile, network, maxBytes }: ReceiverNames): boolean {
  return profile !== undefined || network !== undefined || maxBytes !== undefined;
}

/**
 * A network by its code or name; the table of networks is loaded with the first one.
 * @throws MmsError `networks/unknown-network`, `networks/ambiguous-network`
 */
export async function openNetwork(query: string): Promise<Network> {
  return (await import('../../networks/index.ts')).findNetwork(query);
}

/** The limits that bound an encoded message; what is not known is left out. */
export function sizeLimits(limits: {
  maxBytes?: number | undefined;
  maxImage?: SizeLimits['maxImage'];
}): SizeLimits {
  const { maxBytes, maxImage } = limits;
  return { ...(maxBytes === undefined ? {} : { maxBytes }), ...(maxImage === undefined ? {} : { maxImage }) };
}
