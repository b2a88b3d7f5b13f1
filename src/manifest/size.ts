import { MmsError } from '../errors.ts';
import { shown } from '../schema/index.ts';

/** A size as a manifest writes it: `100kB`, `1.5MB`, `512B`; k is 1024. */
export const SIZE_PATTERN = /^(?:[0-9]{1,9}B|[0-9]{1,7}(?:\.[0-9]{1,3})?(?:[kK]B|MB))$/u;

/** As {@link SIZE_PATTERN}, but more than nothing. */
export const POSITIVE_SIZE_PATTERN =
  /^(?=[0.]*[1-9])(?:[0-9]{1,9}B|[0-9]{1,7}(?:\.[0-9]{1,3})?(?:[kK]B|MB))$/u;

const BYTES_PER_UNIT: ReadonlyMap<string, number> = new Map([
  ['B', 1],
  ['kB', 1024],
  ['KB', 1024],
  ['MB', 1024 * 1024],
]);

const SIZE = /^([0-9.]+)([kKM]?B)$/u;

/**
 * Bytes of a size, fractions of a byte dropped: a number is bytes, a text has a unit (1 kB = 1024 bytes, as the content
 * classes count).
 * @throws MmsError `manifest/value`
 * @example parseSize('100kB') // 102400
 */
export function parseSize(size: number | string): number {
  if (typeof size === 'number') {
    if (Number.isSafeInteger(size) && size >= 0) return size;
    throw badSize(size);
  }
  const [, amount, unit = ''] = (SIZE_PATTERN.test(size) && SIZE.exec(size)) || [];
  const bytesPerUnit = BYTES_PER_UNIT.get(unit);
  if (amount === undefined || bytesPerUnit === undefined) throw badSize(size);
  return Math.floor(Number(amount) * bytesPerUnit);
}

function badSize(found: number | string): MmsError {
  return new MmsError('manifest/value', `expected a size, found ${shown(found)}`, {
    hint: 'write 100kB, 1.5MB, or a whole number of bytes',
  });
}
