import { MmsError } from '../errors.ts';
import type { Codec } from '../wsp/index.ts';

/** Message types (MMS_ENC 7.3), with the MMS version that brought each. */
export const MESSAGE_TYPES = [
  { code: 0x80, name: 'm-send-req', since: '1.0' },
  { code: 0x81, name: 'm-send-conf', since: '1.0' },
  { code: 0x82, name: 'm-notification-ind', since: '1.0' },
  { code: 0x83, name: 'm-notifyresp-ind', since: '1.0' },
  { code: 0x84, name: 'm-retrieve-conf', since: '1.0' },
  { code: 0x85, name: 'm-acknowledge-ind', since: '1.0' },
  { code: 0x86, name: 'm-delivery-ind', since: '1.0' },
  { code: 0x87, name: 'm-read-rec-ind', since: '1.1' },
  { code: 0x88, name: 'm-read-orig-ind', since: '1.1' },
  { code: 0x89, name: 'm-forward-req', since: '1.1' },
  { code: 0x8a, name: 'm-forward-conf', since: '1.1' },
  { code: 0x8b, name: 'm-mbox-store-req', since: '1.2' },
  { code: 0x8c, name: 'm-mbox-store-conf', since: '1.2' },
  { code: 0x8d, name: 'm-mbox-view-req', since: '1.2' },
  { code: 0x8e, name: 'm-mbox-view-conf', since: '1.2' },
  { code: 0x8f, name: 'm-mbox-upload-req', since: '1.2' },
  { code: 0x90, name: 'm-mbox-upload-conf', since: '1.2' },
  { code: 0x91, name: 'm-mbox-delete-req', since: '1.2' },
  { code: 0x92, name: 'm-mbox-delete-conf', since: '1.2' },
  { code: 0x93, name: 'm-mbox-descr', since: '1.2' },
  { code: 0x94, name: 'm-delete-req', since: '1.3' },
  { code: 0x95, name: 'm-delete-conf', since: '1.3' },
  { code: 0x96, name: 'm-cancel-req', since: '1.3' },
  { code: 0x97, name: 'm-cancel-conf', since: '1.3' },
] as const;

/** Name of a message type. */
export type MessageType = (typeof MESSAGE_TYPES)[number]['name'];

const BY_NAME: ReadonlyMap<string, number> = new Map(MESSAGE_TYPES.map(({ name, code }) => [name, code]));
const BY_OCTET: readonly (MessageType | undefined)[] = byOctet();

function byOctet(): (MessageType | undefined)[] {
  const names: (MessageType | undefined)[] = new Array(256).fill(undefined);
  for (const { name, code } of MESSAGE_TYPES) names[code] = name;
  return names;
}

/** The message type of an octet. */
export function messageTypeOf(octet = 0): MessageType | undefined {
  return BY_OCTET[octet];
}

/** Message-type-value (MMS_ENC 7.3): tells which fields a PDU has. */
export const messageTypeValue: Codec<MessageType> = {
  name: 'Message-type-value',
  encode(writer, value) {
    const octet = BY_NAME.get(value);
    if (octet === undefined) {
      throw new MmsError('mms/unknown-message-type', `no message type is called ${String(value)}`);
    }
    writer.octet(octet);
  },
  decode(reader) {
    const start = reader.offset;
    const octet = reader.octet();
    const name = messageTypeOf(octet);
    if (name !== undefined) return name;
    const found = octet.toString(16).padStart(2, '0');
    throw reader.error(
      'mms/unknown-message-type',
      `expected a message type from 80 to 97, found ${found}`,
      start,
    );
  },
};
