const DURATION =
  /^([+-]?)P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/i;

/** Seconds of weeks, days, hours, minutes and seconds. */
const UNITS = [604_800, 86_400, 3600, 60, 1] as const;

/** Seconds of an iCalendar duration such as `-PT15M`; `undefined` if it is none (RFC 5545 3.3.6). */
export function durationSeconds(text: string): number | undefined {
  const match = DURATION.exec(text.trim());
  if (match === null) return undefined;
  const seconds = UNITS.reduce((sum, unit, i) => sum + unit * Number(match[i + 2] ?? 0), 0);
  return match[1] === '-' ? -seconds : seconds;
}
