import { MmsError } from '../errors.ts';

/** Tells a package that is not there from one that is and cannot be loaded. */
function missing(name: string, cause: unknown): MmsError {
  const isAbsent = cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND';
  const reason = isAbsent ? 'is not installed' : `cannot be loaded: ${String(cause)}`;
  return new MmsError('bulk/package-missing', `the package ${name} ${reason}`, {
    hint: 'npm install bullmq pg',
    cause,
  });
}

/**
 * The queue, loaded when one is opened.
 * @throws MmsError `bulk/package-missing`
 */
export async function loadBullmq(): Promise<typeof import('bullmq')> {
  try {
    return await import('bullmq');
  } catch (error) {
    throw missing('bullmq', error);
  }
}

/**
 * The driver of PostgreSQL, loaded when a database is opened.
 * @throws MmsError `bulk/package-missing`
 */
export async function loadPg(): Promise<typeof import('pg')> {
  try {
    return await import('pg');
  } catch (error) {
    throw missing('pg', error);
  }
}
