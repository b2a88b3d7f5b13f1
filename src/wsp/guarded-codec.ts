import { MmsError } from '../errors.ts';
import { type Codec, quickDecoder, valuesByOctet } from './codec.ts';

/** A codec for some of the values that a table's column may hold, and the test for them. */
export interface GuardedCodec<All> extends Codec<All> {
  accepts(value: All): boolean;
}

/** Widens a codec to all values of a column; a value that `accepts` refuses is an error `wsp/parameter-value`. */
export function guarded<All, One extends All>(
  codec: Codec<One>,
  accepts: (value: All) => value is One,
  expected: string,
): GuardedCodec<All> {
  return {
    name: codec.name,
    clause: codec.clause,
    accepts,
    encode(writer, value) {
      if (!accepts(value)) {
        throw new MmsError('wsp/parameter-value', `expected ${expected}, found ${typeof value}`);
      }
      codec.encode(writer, value);
    },
    decode: codec.decode,
    decodeQuickly: quickDecoder(codec),
    byOctet: valuesByOctet(codec),
  };
}
