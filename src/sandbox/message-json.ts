import { messageToJson } from '../submit/index.ts';
import type { ReceivedMessage } from './gateway.ts';

/** A received message as a JSON value: as `GET /messages` shows it. */
export function receivedToJson(received: ReceivedMessage): Record<string, unknown> {
  const { message, file, ...others } = received;
  const { name, contentType, data } = file ?? {};
  return {
    ...others,
    message: messageToJson(message),
    ...(data !== undefined && { file: { name, contentType, size: data.length } }),
  };
}
