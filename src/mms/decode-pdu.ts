import { type ReaderOptions, requireObject } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { fittingLength } from './fitting-length.ts';
import type { DecodedPdu, DecodedRecord } from './pdu-types.ts';
import { type CarefulReading, readCarefully } from './read-carefully.ts';
import { readQuickly } from './read-quickly.ts';

/** Options of {@link decodePdu}. */
export type DecodePduOptions = ReaderOptions;

/**
 * Decodes any PDU of MMS_ENC 1.3. The data of the parts are views of `bytes`. What real phones emit against the
 * specification is read and reported in `warnings`; unknown fields are kept in `unknown` and written back by `encodePdu`.
 * @throws MmsError with `offset` and `path`, when the octets are no PDU or end inside a value; in strict mode for any
 * departure from the specification
 * @example
 * const pdu = decodePdu(bytes);
 * if (pdu.messageType === 'm-retrieve-conf') console.log(pdu.subject, pdu.parts);
 */
export function decodePdu(bytes: Uint8Array, options: DecodePduOptions = {}): DecodedPdu {
  requireObject(options, 'options such as { strict }', 'options');
  const decoded = readQuickly(bytes, options) ?? readOdd(bytes, options);
  // The table gives each key of this message type a value of its codec, so the record is the decoded PDU.
  return decoded as DecodedRecord & DecodedPdu;
}

/** Reads a PDU that is watched or has a fault, with the length that fits where one lies. */
function readOdd(bytes: Uint8Array, options: DecodePduOptions): DecodedRecord {
  const { strict = false, limits, trace } = options;
  if (strict) return readCarefully(bytes, options).decoded;
  const reading = readUnwatched(bytes, limits);
  const isSound = !(reading instanceof MmsError) && !reading.isTorn;
  const mended = isSound ? undefined : fittingLength(bytes, limits);
  if (trace !== undefined || mended !== undefined) return readCarefully(bytes, options, mended).decoded;
  if (reading instanceof MmsError) throw reading;
  return reading.decoded;
}

function readUnwatched(bytes: Uint8Array, limits: DecodePduOptions['limits']): CarefulReading | MmsError {
  try {
    return readCarefully(bytes, { limits });
  } catch (error) {
    if (error instanceof MmsError) return error;
    throw error;
  }
}
