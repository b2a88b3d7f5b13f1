import { requireObject } from '../../bytes/index.ts';
import { MmsError } from '../../errors.ts';
import type { GatewayMessage } from './message.ts';

/**
 * A message whose network has its numbers in place of its name; any other as it is. The table of networks is loaded only
 * for a name.
 * @throws MmsError `networks/unknown-network`, `networks/ambiguous-network`; `submit/conflict` when the numbers are there
 * too and mean another network
 */
export async function resolveNetwork(message: GatewayMessage): Promise<GatewayMessage> {
  requireObject(message, 'a message such as { kind }', 'message');
  if (message.kind !== 'operator-logo' || message.network === undefined) return message;
  const { network, ...others } = message;
  const { findNetwork } = await import('../../networks/index.ts');
  const { mcc, mnc, code } = findNetwork(network);
  const { mcc: givenMcc = mcc, mnc: givenMnc = mnc } = others;
  if (givenMcc !== mcc || givenMnc !== mnc) {
    throw new MmsError('submit/conflict', `the network is ${code}, and ${givenMcc}-${givenMnc} too`, {
      path: 'network',
    });
  }
  return { ...others, mcc, mnc };
}
