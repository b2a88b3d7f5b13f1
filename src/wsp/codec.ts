import type { ByteReader, ByteWriter } from '../bytes/index.ts';
import type { QuickReader } from './quick-reader.ts';

/**
 * One value form in both directions, named as in the specification's grammar.
 * `Input` is what may be written, `Value` what is read.
 */
export interface Codec<Value, Input = Value> {
  readonly name: string;
  /** Where the form is specified, for those who show it. */
  readonly clause?: string | undefined;
  /** @throws MmsError when the form cannot hold the value */
  encode(writer: ByteWriter, value: Input): void;
  /** @throws MmsError when the octets are not of this form */
  decode(reader: ByteReader): Value;
  /** @internal As `decode`, of octets without fault; absent where that is rare. */
  decodeQuickly?(reader: QuickReader): Value;
  /** @internal The values that are one octet, by that octet. */
  readonly byOctet?: readonly (Value | undefined)[];
  /** True for a value that stands for no value: the field is left out, and read as absent. */
  isAbsent?(value: Value | Input): boolean;
  /** @internal The one text of which that is true, where there is but one. */
  readonly absent?: string;
}

const NONE: readonly undefined[] = new Array(256).fill(undefined);

/** The values of a form that are one octet, by that octet. */
export function valuesByOctet<Value>(codec: Codec<Value, never>): readonly (Value | undefined)[] {
  return codec.byOctet ?? NONE;
}

/** What reads a value of a form quickly. */
export function quickDecoder<Value>(codec: Codec<Value, never>): (reader: QuickReader) => Value {
  return codec.decodeQuickly ?? (reader => reader.carefully(codec));
}
