import { fromHex, joinOctets } from '../../../bytes/index.ts';

/** SOI, then APP0 of JFIF 1.01: no density, pixels are square, no thumbnail. */
const SOI_AND_JFIF = fromHex('ffd8 ffe0 0010 4a46494600 0101 00 0001 0001 00 00');

/** Puts a JFIF header behind SOI; sharp writes none, 3GPP TS 26.140 asks for one. */
export function insertJfif(jpeg: Uint8Array): Uint8Array {
  return joinOctets([SOI_AND_JFIF, jpeg.subarray(2)]);
}
