import type { ByteReader } from '../bytes/index.ts';
import { readNumber } from './address.ts';

const LENGTH = { name: 'SMSC length', clause: '24.011 8.2.5.1' } as const;
const TYPE = { name: 'Type-of-Address', clause: '24.011 8.2.5.1' } as const;
const DIGITS = { name: 'SMSC address', clause: '24.011 8.2.5.1' } as const;

/** The most octets of a service centre address: its type and 20 digits. */
const MAX_LENGTH = 11;

/** Octets that a service centre address in front of a TPDU takes, its length octet included; 0 when there is none. */
export function serviceCentreLength(bytes: Uint8Array): number {
  const [length = 0, type = 0] = bytes;
  if (bytes.length === 0 || length > MAX_LENGTH || length === 1) return 0;
  return length === 0 || type >= 0x80 ? 1 + length : 0;
}

/**
 * Reads the address of the service centre that modems put before a TPDU (3GPP TS 27.005 3.1): a length in octets, type,
 * digits; `undefined` when the modem uses its own.
 * @throws MmsError `bytes/truncated`
 */
export function readServiceCentre(reader: ByteReader): string | undefined {
  const start = reader.offset;
  const length = reader.octet();
  reader.piece(LENGTH, start, length);
  if (length === 0) return undefined;
  const typeOfAddress = reader.octet();
  reader.piece(TYPE, start + 1, typeOfAddress);
  const value = reader.view(length - 1);
  const hasFiller = (value.at(-1) ?? 0) >= 0xf0;
  const digits = readNumber(reader, value, value.length * 2 - (hasFiller ? 1 : 0), typeOfAddress);
  reader.piece(DIGITS, start + 2, digits);
  return digits;
}
