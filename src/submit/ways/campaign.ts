import { createHash } from 'node:crypto';
import { toHex } from '../../bytes/index.ts';
import { toJson } from '../../schema/index.ts';
import { messageToJson } from '../form/json.ts';
import type { GatewayMessage } from '../form/message.ts';

/** A hash of a message without those whom it goes to by `to`: what a journal is about. */
export function campaignOf(way: string, message: GatewayMessage): string {
  const { to: _to, ...content } = messageToJson(message);
  return createHash('sha256')
    .update(`${way}\n`)
    .update(JSON.stringify(toJson(content, toHex)))
    .digest('hex');
}
