import { toHex } from '../bytes/index.ts';

/** A JSON document of plain data; octets become lower-case hexadecimal text. */
export function formatJson(value: unknown): string {
  const withHex = (_: string, member: unknown): unknown =>
    member instanceof Uint8Array ? toHex(member) : member;
  return `${JSON.stringify(value, withHex, 2)}\n`;
}
