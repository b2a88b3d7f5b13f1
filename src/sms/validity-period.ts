import type { ByteReader } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { TPDU_FIELDS } from './tables/tpdu-fields.ts';
import { readTimestamp, TIMESTAMP_OCTETS, timestampOctets } from './timestamp.ts';

/**
 * How long the SMSC tries: minutes (relative format, rounded up to the next step), a Date or an ISO text (absolute), or
 * the seven raw octets of the enhanced format.
 */
export type ValidityPeriod = number | Date | string | Uint8Array;

/** TP-VPF, bits 4 and 3 of the first octet (3GPP TS 23.040 9.2.3.3). */
const VALIDITY_PERIOD_FORMATS = {
  none: 0x00,
  enhanced: 0x08,
  relative: 0x10,
  absolute: 0x18,
} as const;

const HOUR = 60;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** Steps of the relative format (3GPP TS 23.040 9.2.3.12.1): value = base + minutes / step, up to `most` minutes. */
const RELATIVE = [
  { lastValue: 143, base: -1, step: 5, origin: 0, most: 12 * HOUR },
  { lastValue: 167, base: 143, step: 30, origin: 12 * HOUR, most: DAY },
  { lastValue: 196, base: 166, step: DAY, origin: 0, most: 30 * DAY },
  { lastValue: 255, base: 192, step: WEEK, origin: 0, most: 63 * WEEK },
] as const;

function relativeOctet(minutes: number): number {
  const row = RELATIVE.find(({ most }) => minutes <= most);
  if (row === undefined || !(minutes > 0)) {
    throw new MmsError(
      'sms/validity-period',
      `expected more than 0 and at most ${63 * WEEK} minutes, found ${minutes}`,
      { path: 'validityPeriod' },
    );
  }
  return row.base + Math.ceil((minutes - row.origin) / row.step);
}

function relativeMinutes(value: number): number {
  const row = RELATIVE.find(({ lastValue }) => value <= lastValue) ?? RELATIVE[3];
  return (value - row.base) * row.step + row.origin;
}

/** The format bits for the first octet. */
export function validityPeriodFormat(period: ValidityPeriod | undefined): number {
  if (period === undefined) return VALIDITY_PERIOD_FORMATS.none;
  if (typeof period === 'number') return VALIDITY_PERIOD_FORMATS.relative;
  return period instanceof Uint8Array ? VALIDITY_PERIOD_FORMATS.enhanced : VALIDITY_PERIOD_FORMATS.absolute;
}

/**
 * The octets of TP-VP, none for `undefined`.
 * @throws MmsError `sms/validity-period`
 */
export function validityPeriodOctets(period: ValidityPeriod | undefined): Iterable<number> {
  if (period === undefined) return [];
  if (typeof period === 'number') return [relativeOctet(period)];
  if (!(period instanceof Uint8Array)) return timestampOctets(period);
  if (period.length === TIMESTAMP_OCTETS) return period;
  throw new MmsError(
    'sms/validity-period',
    `expected ${TIMESTAMP_OCTETS} octets of the enhanced format, found ${period.length}`,
    { path: 'validityPeriod' },
  );
}

/** TP-VP in the format that the first octet names: minutes, ISO text or raw octets; nothing is read for none. */
export function readValidityPeriod(
  reader: ByteReader,
  firstOctet: number,
): number | string | Uint8Array | undefined {
  const format = firstOctet & VALIDITY_PERIOD_FORMATS.absolute;
  if (format === VALIDITY_PERIOD_FORMATS.none) return undefined;
  reader.enter('validityPeriod', TPDU_FIELDS.validityPeriod);
  const period = readPeriod(reader, format);
  reader.leave(period);
  return period;
}

function readPeriod(reader: ByteReader, format: number): number | string | Uint8Array | undefined {
  if (format === VALIDITY_PERIOD_FORMATS.relative) return relativeMinutes(reader.octet());
  return format === VALIDITY_PERIOD_FORMATS.enhanced ? reader.view(TIMESTAMP_OCTETS) : readTimestamp(reader);
}
