import type { ByteReader } from '../bytes/index.ts';

/** Version octet, the character 0, of messages in the form of Smart Messaging 3.0.0. */
export const VERSION = 0x30;

const VERSION_LABEL = { name: 'version', clause: 'SM3' } as const;

/** Steps over the version octet. */
export function skipVersion(reader: ByteReader): void {
  reader.skip(1);
  reader.piece(VERSION_LABEL, reader.offset - 1, String.fromCharCode(VERSION));
}
