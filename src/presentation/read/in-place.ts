import { isMmsError, MmsError } from '../../errors.ts';
import { type Issue, issue } from '../../issues/index.ts';
import type { CheckedManifest } from '../../manifest/index.ts';

type PlaceOf = CheckedManifest['placeOf'];

/** Findings with file, line and column where they name a place in the manifest, and no file of their own. */
export function placed(issues: readonly Issue[], placeOf: PlaceOf): readonly Issue[] {
  return placeOf === undefined
    ? issues
    : issues.map(found => (found.file === undefined ? withPlace(found, placeOf) : found));
}

/** What refuses a manifest stands in the manifest, whatever file it is about. */
function withPlace(found: Issue, placeOf: NonNullable<PlaceOf>): Issue {
  const place = found.path === undefined || found.line !== undefined ? undefined : placeOf(found.path);
  return { ...found, ...place };
}

/**
 * Runs what makes a message of a manifest.
 * @throws MmsError as `make` does, each problem in `details.issues` with its file, line and column
 */
export async function inPlace<T>(placeOf: PlaceOf, make: () => Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (placeOf === undefined || !isMmsError(error)) throw error;
    const { code, message, path, offset, hint, details } = error;
    const issues = problemsOf(error).map(found =>
      found.severity === 'error' && found.fixed !== true ? withPlace(found, placeOf) : found,
    );
    throw new MmsError(code, message, { path, offset, hint, cause: error, details: { ...details, issues } });
  }
}

/**
 * What all of some jobs make; the problems of all that fail are told at once.
 * @throws MmsError of the first one, all of them in `details.issues`
 */
export async function allOf<T>(jobs: readonly Promise<T>[]): Promise<T[]> {
  const results = await Promise.allSettled(jobs);
  const errors: unknown[] = results.flatMap(one => (one.status === 'rejected' ? [one.reason] : []));
  const known = errors.filter(isMmsError);
  const [first] = known;
  if (errors.length < 2 || first === undefined || known.length < errors.length) return Promise.all(jobs);
  throw new MmsError(first.code, `${first.message} (and ${known.length - 1} more)`, {
    path: first.path,
    hint: first.hint,
    cause: first,
    details: { issues: known.flatMap(problemsOf) },
  });
}

/**
 * The problems of jobs that failed.
 * @throws what is no `MmsError`
 */
export function problemsIn(results: readonly PromiseSettledResult<unknown>[]): readonly Issue[] {
  return results.flatMap(one => {
    if (one.status === 'fulfilled') return [];
    if (!isMmsError(one.reason)) throw one.reason;
    return problemsOf(one.reason);
  });
}

/** The problems of an error as findings. */
export function problemsOf({ code, message, path, offset, hint, details }: MmsError): readonly Issue[] {
  if (details?.issues !== undefined && details.issues.length > 0) return details.issues;
  return [
    issue(code, message, {
      severity: 'error',
      ...(path === undefined ? {} : { path }),
      ...(offset === undefined ? {} : { offset }),
      ...(hint === undefined ? {} : { hint }),
    }),
  ];
}

/**
 * What a job makes.
 * @throws MmsError as the job does, at the place where the input asks for it
 */
export async function at<T>(path: string, job: Promise<T>): Promise<T> {
  try {
    return await job;
  } catch (error) {
    if (!isMmsError(error) || error.path?.startsWith(path) === true) throw error;
    throw movedTo(path, error);
  }
}

/**
 * What a job makes of a value that stands in the input.
 * @throws MmsError as the job does, its path being that inside the value
 */
export async function within<T>(path: string, job: () => Promise<T>): Promise<T> {
  try {
    return await job();
  } catch (error) {
    if (!isMmsError(error) || error.path?.startsWith(path) === true) throw error;
    throw movedTo(error.path === undefined ? path : `${path}.${error.path}`, error);
  }
}

function movedTo(path: string, error: MmsError): MmsError {
  const { code, message, offset, hint, details } = error;
  return new MmsError(code, message, { path, offset, hint, details, cause: error });
}
