import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReceivedMessage } from './gateway.ts';
import { receivedToJson } from './message-json.ts';

/**
 * Writes a message into a folder: `0001.json`, what was uploaded as `0001-NAME`, and `0001.mms`, which a telephone
 * would fetch. Nothing that is there is overwritten.
 */
export async function storeMessage(folder: string, received: ReceivedMessage): Promise<void> {
  const { number, file, delivery } = received;
  const stem = join(folder, String(number).padStart(4, '0'));
  await mkdir(folder, { recursive: true });
  const write = (name: string, data: string | Uint8Array) => writeFile(name, data, { flag: 'wx' });
  await write(`${stem}.json`, `${JSON.stringify(receivedToJson(received), undefined, 2)}\n`);
  // The name was checked when the form was read: no separators, one extension.
  if (file !== undefined) await write(`${stem}-${file.name}`, file.data);
  if (delivery?.mms !== undefined) await write(`${stem}.mms`, delivery.mms);
}
