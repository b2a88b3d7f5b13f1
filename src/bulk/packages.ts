import { MmsError } from '../errors.ts';
import { loadFailure } from '../submit/index.ts';

function missing(name: string, cause: unknown): MmsError {
  return new MmsError('bulk/package-missing', `the package ${name} ${loadFailure(cause)}`, {
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
