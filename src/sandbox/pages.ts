import type { ReceivedMessage } from './gateway.ts';
import { receivedToJson } from './message-json.ts';

/** Something to look at. */
export interface Page {
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

const JSON_TYPE = 'application/json; charset=utf-8';

function json(value: unknown): Page {
  return { type: JSON_TYPE, body: `${JSON.stringify(value, undefined, 2)}\n` };
}

/** What stands at a path: the inbox, `/messages`, `/messages/1`, `/messages/1/file`. */
export async function pageFor(path: string, messages: readonly ReceivedMessage[]): Promise<Page | undefined> {
  if (path === '/messages') return json(messages.map(receivedToJson));
  const match = /^\/messages\/([0-9]{1,9})(\/file)?$/.exec(path);
  const message = messages[Number(match?.[1] ?? 0) - 1];
  if (message === undefined) return undefined;
  if (match?.[2] === undefined) return json(receivedToJson(message));
  if (message.file === undefined) return undefined;
  return {
    type: 'application/octet-stream',
    body: message.file.data,
    headers: { 'Content-Disposition': `attachment; filename="${message.file.name}"` },
  };
}
