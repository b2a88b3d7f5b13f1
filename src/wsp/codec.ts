import type { ByteReader, ByteWriter } from '../bytes/index.ts';

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
  /** True for a value that stands for no value: the field is left out, and read as absent. */
  isAbsent?(value: Value | Input): boolean;
}
