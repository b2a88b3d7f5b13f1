import type { ByteReader, ByteWriter } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';

/** The network whose phones show an operator logo. Texts, because MNC 01 and 001 differ. */
export interface NetworkCode {
  /** Mobile country code, three digits. */
  readonly mcc: string;
  /** Mobile network code, two or three digits. */
  readonly mnc: string;
}

const FILLER = 0xf;

/**
 * Network code in three octets of swapped digits (3GPP TS 24.008 10.5.1.3): `MCC2 MCC1 | MNC3 MCC3 | MNC2 MNC1`, MNC3
 * being F in a network code of two digits.
 */
export const networkCode = {
  encode(writer: ByteWriter, { mcc, mnc }: NetworkCode): void {
    // No country begins with 03, whose octet 30 would read as the version of a message.
    checkDigits('mcc', mcc, /^(?!03)[0-9]{3}$/, 'three digits, not 03x');
    checkDigits('mnc', mnc, /^[0-9]{2,3}$/, 'two or three digits');
    const [mcc1 = 0, mcc2 = 0, mcc3 = 0] = [...mcc].map(Number);
    const [mnc1 = 0, mnc2 = 0, mnc3 = FILLER] = [...mnc].map(Number);
    writer.octet((mcc2 << 4) | mcc1);
    writer.octet((mnc3 << 4) | mcc3);
    writer.octet((mnc2 << 4) | mnc1);
  },

  /** @throws MmsError `smart/network-code` for a nibble that is not a digit, `bytes/truncated` */
  decode(reader: ByteReader): NetworkCode {
    const start = reader.offset;
    const nibbles = [...reader.view(3)].flatMap(octet => [octet & 0xf, octet >> 4]);
    const [mcc1, mcc2, mcc3, mnc3, mnc1, mnc2] = nibbles.map(nibble => nibble.toString(16));
    const mcc = `${mcc1}${mcc2}${mcc3}`;
    const mnc = `${mnc1}${mnc2}${mnc3 === 'f' ? '' : mnc3}`;
    if (/^[0-9]{5,6}$/.test(mcc + mnc)) return { mcc, mnc };
    throw reader.error('smart/network-code', 'a network code with nibbles that are not digits', start);
  },
};

function checkDigits(path: string, value: unknown, pattern: RegExp, expected: string): void {
  if (typeof value === 'string' && pattern.test(value)) return;
  throw new MmsError(
    'smart/network-code',
    `expected an ${path} of ${expected}, found ${JSON.stringify(value)}`,
    {
      path,
      hint: typeof value === 'number' ? 'write it as a text: 01 and 001 are different networks' : undefined,
    },
  );
}
