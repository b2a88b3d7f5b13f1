import { readFileSync } from 'node:fs';
import { fromHex } from '../../../src/bytes/index.ts';
import { decodeSubmit, encodeSubmit, type SmsSegment } from '../../../src/sms/index.ts';

const FOLDER = new URL('../../vectors/ways-out/', import.meta.url);

/** A file of the vectors: what real peers took and answered. */
export function vector(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(name, FOLDER)));
}

/** One SMS as our TPDU, and in what forms the peers took it. */
export interface SegmentVector {
  readonly name: string;
  readonly dcs: string;
  readonly udh: string;
  readonly userData: string;
  readonly userDataLength: number;
  readonly text?: string;
  readonly tpdu: string;
  readonly modem: readonly string[];
  readonly kannelQuery: string;
  readonly fakesmscPrints: string;
  readonly smpp: {
    readonly esm_class: number;
    readonly data_coding: number;
    readonly sm_length: number;
    readonly short_message: string;
  };
}

export const SEGMENT_VECTORS: readonly SegmentVector[] = JSON.parse(
  new TextDecoder().decode(vector('sms-segments.json')),
);

/** The segment that a vector is about, read from its TPDU. */
export function segmentOf({ tpdu: hex, udh, userData, userDataLength, text }: SegmentVector): SmsSegment {
  const tpdu = fromHex(hex);
  const read = decodeSubmit(tpdu);
  if (encodeSubmit(read).length !== tpdu.length) throw new Error('the vector is not a TPDU of ours');
  return {
    sequence: 1,
    total: 1,
    ...(text !== undefined && { text }),
    userDataHeader: fromHex(udh),
    userData: fromHex(userData),
    userDataLength,
    tpdu,
    length: tpdu.length,
  };
}
