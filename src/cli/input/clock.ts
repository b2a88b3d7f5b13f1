/** The time of day. The library reads no clock; what needs one is passed this. */
export function now(): Date {
  return new Date();
}
