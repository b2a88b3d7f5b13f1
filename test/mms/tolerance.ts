import { expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.ts';
import type { IssueCode } from '../../src/issues/index.ts';
import { decodePdu, encodePdu } from '../../src/mms/index.ts';
import type { RawValue } from '../../src/wsp/index.ts';

/** A code, the offset that it names, and the path; none where the whole PDU is meant. */
export type Expected = readonly [code: IssueCode, offset: number, path?: string];

/** Octets of a PDU and what a decoder makes of them. */
export interface ToleranceRow {
  readonly name: string;
  /** Written by hand, blanks for the reader. */
  readonly hex: string;
  /** The keys that matter; `undefined` for one that must be absent. */
  readonly value: Readonly<Record<string, unknown>>;
  /** In order; without any the octets are legal and pass strict mode. */
  readonly warnings?: readonly Expected[];
  /** What strict mode throws where a value is kept raw: the reason why it did not parse. */
  readonly strict?: IssueCode;
}

/** A text of a hexadecimal row: its octets and 00. */
export const z = (text: string): string => `${Buffer.from(text, 'latin1').toString('hex')}00`;

/** A value kept as octets. */
export const raw = (code: number, hex: string): RawValue => ({ code, raw: fromHex(hex) });

export const octets = (text: string): Uint8Array => new TextEncoder().encode(text);

/** m-retrieve-conf, version 1.2, Date: all mandatory fields but Content-Type, 10 octets. */
export const RETRIEVE = '8c84 8d92 85044b3d3b00 ';
/** m-send-req, Transaction-ID 1, version 1.2, Insert-address: all mandatory fields but Content-Type, 10 octets. */
export const SEND = '8c80 983100 8d92 890181 ';
/** m-acknowledge-ind, Transaction-ID 1, version 1.2: all mandatory fields, 7 octets. */
export const ACKNOWLEDGE = '8c85 983100 8d92 ';
/** Content-Type text/plain, and a body of no octets. */
export const NO_TEXT = ' 8483';

/** What a PDU says: all but the warnings, which are about the octets that it was read from. */
export function saidBy(bytes: Uint8Array): object {
  const { warnings: _, ...said } = decodePdu(bytes);
  return said;
}

/** One test a row: the value, the warnings with their places, what strict mode says, and that it can be written again. */
export function itDecodes(rows: readonly ToleranceRow[]): void {
  for (const { name, hex, value, warnings = [], strict } of rows) {
    it(name, () => {
      const bytes = fromHex(hex);
      const decoded: Record<string, unknown> = { ...decodePdu(bytes) };
      const found = decodePdu(bytes).warnings.map(({ code, offset, path }) => [code, offset, path]);
      expect(found).toEqual(warnings.map(([code, offset, path]) => [code, offset, path]));
      const expected = { unknown: [], applicationHeaders: [], ...value };
      expect(Object.fromEntries(Object.keys(expected).map(key => [key, decoded[key]]))).toEqual(expected);

      expect(saidBy(encodePdu(decodePdu(bytes)))).toEqual(saidBy(bytes));

      const [first] = warnings;
      if (first === undefined) {
        expect(decodePdu(bytes, { strict: true }).warnings).toEqual([]);
        return;
      }
      const [code, offset, path] = first;
      const error = strict === undefined ? { code, offset, path } : { code: strict };
      expect(() => decodePdu(bytes, { strict: true })).toThrow(
        expect.objectContaining({ name: 'MmsError', ...withoutAbsent(error) }),
      );
    });
  }
}

/** One test a row: octets that no mode takes, with the code, offset and path of the error. */
export function itRefuses(rows: readonly (readonly [name: string, hex: string, ...Expected])[]): void {
  for (const [name, hex, code, offset, path] of rows) {
    it(name, () => {
      for (const strict of [false, true]) {
        expect(() => decodePdu(fromHex(hex), { strict })).toThrow(
          expect.objectContaining({ name: 'MmsError', ...withoutAbsent({ code, offset, path }) }),
        );
      }
    });
  }
}

function withoutAbsent(error: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(error).filter(([, value]) => value !== undefined));
}
