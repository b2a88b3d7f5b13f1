import { presentation } from 'mms-composer';
import type { GatewayClient } from 'mms-composer/submit';

/**
 * An application's own function: tells a customer by MMS that the order is on its way. A refusal is thrown, with its
 * code; false says that nobody knows whether the gateway took it.
 */
export async function confirmOrder(client: GatewayClient, to: string, order: string): Promise<boolean> {
  const message = await presentation({ subject: `Order ${order}` })
    .slide({ text: 'Thank you! Your order is on its way.' })
    .build();
  const result = await client.send({
    kind: 'mms',
    to: [to],
    subject: `Order ${order}`,
    file: { name: 'order.mms', data: message.toMms() },
  });
  return result.outcome === 'accepted';
}
