import { isDeepStrictEqual } from 'node:util';
import type { ReadTrace } from '../../src/bytes/index.ts';
import { isMmsError } from '../../src/errors.ts';
import { type DecodedPdu, decodePdu } from '../../src/mms/index.ts';

/** Somebody who watches is told everything, so nothing is read quickly for him. */
const WATCHING: ReadTrace = {
  enter: () => {},
  leave: () => {},
  piece: () => {},
  warn: () => {},
  mark: () => ({ fields: 0, warnings: 0 }),
  rewind: () => {},
};

/** The value, or everything that an error says. */
export function outcome(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    if (!isMmsError(error)) throw error;
    const { code, message, path, offset, hint } = error;
    return { code, message, path, offset, hint };
  }
}

/** The keys in their order, of which deep equality says nothing. */
function keysOf(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner instanceof Uint8Array ? inner.length : inner,
  );
}

/**
 * Reads as everybody does.
 * @throws TypeError when that gives something else than to read carefully
 */
export function readBothWays(bytes: Uint8Array, strict = false): DecodedPdu {
  const quick = outcome(() => decodePdu(bytes, { strict }));
  const careful = outcome(() => decodePdu(bytes, { strict, trace: WATCHING }));
  if (!isDeepStrictEqual(quick, careful) || keysOf(quick) !== keysOf(careful)) {
    throw new TypeError(`read quickly ${keysOf(quick)}, carefully ${keysOf(careful)}`);
  }
  return decodePdu(bytes, { strict });
}
