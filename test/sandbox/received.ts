import type { ReceivedMessage } from '../../src/sandbox/index.ts';
import type { GatewayMessage } from '../../src/submit/index.ts';

/** A message as a sandbox keeps it. */
export function received(message: GatewayMessage, change: Partial<ReceivedMessage> = {}): ReceivedMessage {
  return { number: 1, username: 'A.1', form: 'Message=x', message, reports: [], warnings: [], ...change };
}
