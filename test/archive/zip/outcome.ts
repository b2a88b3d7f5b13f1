import type { BundleOptions } from '../../../src/archive/bundle.ts';
import { readZip } from '../../../src/archive/index.ts';
import { isMmsError, type MmsError } from '../../../src/errors.ts';

/** The refusal of an archive; anything else than an MmsError fails the test, and so does a value. */
export function refusalOf(bytes: Uint8Array, options?: BundleOptions): MmsError {
  try {
    readZip(bytes, options);
  } catch (error) {
    if (isMmsError(error)) return error;
    throw error;
  }
  throw new Error('the archive was read');
}

/** The entries of an archive as texts by name. */
export function textsOf(bytes: Uint8Array, options?: BundleOptions): Record<string, string> {
  const texts = readZip(bytes, options).entries.map(({ name, data }) => [
    name,
    new TextDecoder().decode(data),
  ]);
  return Object.fromEntries(texts);
}
