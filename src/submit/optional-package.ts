import { errorCode } from '../errors.ts';

/** What is said of an optional package that is not there, or that is and cannot be loaded, as the end of a sentence. */
export function loadFailure(cause: unknown): string {
  return errorCode(cause) === 'ERR_MODULE_NOT_FOUND'
    ? 'is not installed'
    : `cannot be loaded: ${String(cause)}`;
}
