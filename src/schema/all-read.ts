/** What is left of an object of which every key was read. */
type NoKeys = { readonly [key in PropertyKey]?: never };

/**
 * Stands behind the reading of an object: a key that nobody took out does not compile.
 * @example
 * const { src, alt, ...unread } = medium;
 * allRead(unread);
 */
export function allRead(_unread: NoKeys): void {
  // the type is the check
}
