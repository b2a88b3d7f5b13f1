import { requireObject, wrongType } from '../bytes/index.ts';
import type { Codec } from './codec.ts';
import { shortInteger } from './integers.ts';
import { decodeParameters, encodeParameters, type Parameters, type RawValue } from './parameters.ts';
import { tokenText } from './texts.ts';
import { readBounded, valueLengthPrefix } from './value-length.ts';

/** Value of Content-Disposition. */
export interface Disposition {
  /** `form-data`, `attachment`, `inline` or another token. */
  readonly disposition: string;
  readonly parameters: Parameters;
  readonly unknownParameters?: readonly RawValue[];
}

const DISPOSITION = { name: 'Disposition', clause: 'WAP-230 8.4.2.53' } as const;

/** Assigned dispositions in the order of their codes from 0 (WAP-230 8.4.2.53). */
const DISPOSITIONS: readonly string[] = ['form-data', 'attachment', 'inline'];

/** Content-Disposition value (WAP-230 8.4.2.53): Value-length, disposition, parameters. */
export const contentDisposition: Codec<Disposition> = {
  name: 'Content-disposition-value',
  clause: 'WAP-230 8.4.2.53',
  encode(writer, value) {
    const { disposition, parameters, unknownParameters } = requireObject(value);
    if (typeof disposition !== 'string') throw wrongType('a disposition such as "attachment"', disposition);
    const code = DISPOSITIONS.indexOf(writer.carried === undefined ? disposition.toLowerCase() : disposition);
    writer.fork();
    if (code < 0) tokenText.encode(writer, disposition);
    else shortInteger.encode(writer, code);
    encodeParameters(writer, parameters, unknownParameters);
    writer.join(valueLengthPrefix);
  },
  decode: reader =>
    readBounded(reader, inner => {
      const start = inner.offset;
      const code = inner.peek() >= 0x80 ? shortInteger.decode(inner) : undefined;
      const disposition = code === undefined ? tokenText.decode(inner) : DISPOSITIONS[code];
      if (disposition === undefined)
        throw inner.error('wsp/value-form', `no disposition has the code ${code}`, start);
      inner.piece(DISPOSITION, start, disposition);
      return { disposition, ...decodeParameters(inner) };
    }),
};
