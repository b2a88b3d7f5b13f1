/** What people write between the digits of a telephone number, on one line. */
const SEPARATORS = /[ \t\u00a0\u2009\u2011\u202f().-]/g;
/** `+44 (0)20 …`: the 0 is dialled inside the country only and leads elsewhere behind a country code. */
const HOME_ZERO = /^\+[^(]{0,64}\([ \t]?0[ \t]?\)/;

/** A telephone number without what stands between its digits; what is no number comes back without it too. */
export function bareNumber(written: string): string {
  return written.trim().replace(SEPARATORS, '');
}

/** True for an international number that also tells how it is dialled at home: it has two readings. */
export function hasHomeZero(written: string): boolean {
  return HOME_ZERO.test(written);
}

/** What to do about {@link hasHomeZero}. */
export const HOME_ZERO_HINT = 'leave out the (0): it is dialled inside the country only';
