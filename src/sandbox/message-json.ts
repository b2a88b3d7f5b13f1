import { messageToJson } from '../submit/index.ts';
import type { ReceivedMessage } from './received-message.ts';

/** A received message as a JSON value: as `GET /messages` shows it. */
export function receivedToJson(received: ReceivedMessage): Record<string, unknown> {
  const { message, file, delivery, ...others } = received;
  return {
    ...others,
    message: messageToJson(message),
    ...(file && { file: { name: file.name, contentType: file.contentType, size: file.data.length } }),
    ...(delivery?.mms && { mms: `/mms/${received.number}` }),
    ...(delivery && { changes: delivery.changes }),
  };
}
