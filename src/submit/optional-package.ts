/** What is said of an optional package that is not there, or that is and cannot be loaded, as the end of a sentence. */
export function loadFailure(cause: unknown): string {
  const isAbsent = cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND';
  return isAbsent ? 'is not installed' : `cannot be loaded: ${String(cause)}`;
}
