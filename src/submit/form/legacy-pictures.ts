import { isMmsError } from '../../errors.ts';
import { decodeOperatorLogo, decodeOtaBitmap, isOtaBitmap } from '../../smart/index.ts';
import { LONGEST_LIBRARY_NUMBER } from './values/numbers.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The octets of an uploaded picture; `undefined` for a library number, which stands in the same parameter. */
function uploaded(form: string | undefined): Uint8Array | undefined {
  return form === undefined || form.length <= LONGEST_LIBRARY_NUMBER ? undefined : Buffer.from(form, 'hex');
}

/** What is odd about a picture that telephones expect as plain OTA bitmap of one size. */
export function otaProblem(form: string | undefined, usual: Size): string | undefined {
  const octets = uploaded(form);
  if (octets === undefined) return undefined;
  if (!isOtaBitmap(octets)) return 'no plain OTA bitmap';
  const { width, height } = decodeOtaBitmap(octets);
  const isUsual = width === usual.width && height === usual.height;
  return isUsual ? undefined : `telephones expect ${usual.width}x${usual.height}, found ${width}x${height}`;
}

/** What is odd about an operator logo: its first three octets must say what MCC and MNC say, where they are there. */
export function logoProblem(
  form: string | undefined,
  mcc: string | undefined,
  mnc: string | undefined,
): string | undefined {
  const octets = uploaded(form);
  if (octets === undefined || mcc === undefined || mnc === undefined) return undefined;
  try {
    const found = decodeOperatorLogo(octets);
    const agrees = found.mcc === mcc && found.mnc === mnc;
    return agrees ? undefined : `a logo for network ${found.mcc} ${found.mnc}, sent for ${mcc} ${mnc}`;
  } catch (error) {
    if (!isMmsError(error)) throw error;
    return `no network code with an OTA bitmap: ${error.message}`;
  }
}
