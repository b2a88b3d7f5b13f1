import { type Manifest, parseSize } from '../../manifest/index.ts';
import { narrow, type SizeLimits } from '../../media/index.ts';
import type { Network } from '../../networks/index.ts';
import { openNetwork, sizeLimits } from './receiver.ts';

/** The bounds that a manifest, or one of its targets, sets beside a profile. */
export interface StatedBounds {
  /** Of budget and network together the smaller counts; absent where none of them sets one. */
  readonly limits?: SizeLimits;
  readonly network?: Network;
}

/**
 * Opens the network that a manifest names, and puts its limits and the budget together.
 * @throws MmsError as `openNetwork`
 */
export async function statedBounds({
  budget,
  network: name,
}: Pick<Manifest, 'budget' | 'network'>): Promise<StatedBounds> {
  const network = name === undefined ? undefined : await openNetwork(name);
  const ofBudget = budget?.bytes === undefined ? {} : { maxBytes: parseSize(budget.bytes) };
  const limits = narrow<SizeLimits>(ofBudget, sizeLimits(network?.limits ?? {}));
  return {
    ...(Object.keys(limits).length === 0 ? {} : { limits }),
    ...(network === undefined ? {} : { network }),
  };
}
