import { type ValueCodec, wrongType } from './codec.ts';

const UTC = /^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.[0-9]{1,9})?Z?$/;

function parseUtc(written: string): Date | undefined {
  const match = UTC.exec(written)?.[1];
  if (match === undefined) return undefined;
  const date = new Date(`${match}Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(match) ? date : undefined;
}

/** A moment in UTC as `YYYY-MM-DDTHH:MM:SS`, without zone designator and fraction. */
export const dateTime: ValueCodec = {
  encode(value, report) {
    const date = typeof value === 'string' ? parseUtc(value) : value;
    if (date === undefined) {
      return report('submit/value', 'expected YYYY-MM-DDTHH:MM:SS in UTC', {
        hint: 'only Z may follow, no other zone',
      });
    }
    if (!(date instanceof Date)) return wrongType(value, 'a Date or a text', report);
    const year = date.getUTCFullYear();
    if (!(year >= 0 && year <= 9999)) return report('submit/value', 'expected a date in the years 0 to 9999');
    return date.toISOString().slice(0, 19);
  },
  decode(value, report) {
    const date = value.length === 19 ? parseUtc(value) : undefined;
    return date ?? report('submit/form-value', 'expected YYYY-MM-DDTHH:MM:SS in UTC');
  },
  toJson(value, report) {
    const written = this.encode(value, report);
    return written === undefined ? undefined : `${written}Z`;
  },
};
