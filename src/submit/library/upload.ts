import { createHash } from 'node:crypto';
import { isMmsError } from '../../errors.ts';
import { type Issue, issue } from '../../issues/index.ts';
import { plainContent } from '../form/content.ts';
import { Findings } from '../form/findings.ts';
import { type Dictionary, isDictionary } from '../form/key-path.ts';
import type { GatewayMessage, UploadedFile } from '../form/message.ts';
import type { SubmissionResult } from '../verdict/result.ts';
import type { LibraryCache } from './cache.ts';

/** A message with a file that is uploaded. */
type UploadMessage = Extract<GatewayMessage, { kind: 'mms' | 'wap-push' }> & {
  readonly file: UploadedFile;
};

function isUpload(message: Dictionary): message is Dictionary & UploadMessage {
  const { kind, file } = message;
  if ((kind !== 'mms' && kind !== 'wap-push') || !isDictionary(file)) return false;
  return typeof file['name'] === 'string' && file['data'] instanceof Uint8Array;
}

/** The message as one that uploads a file, a presentation written as such; `undefined` when it uploads none. */
function uploadOf(message: GatewayMessage): UploadMessage | undefined {
  const plain = plainContent({ ...message }, message.kind, new Findings());
  return isUpload(plain) ? plain : undefined;
}

/** The key of an upload: the same account, kind, name, type and octets give the same 64 digits. */
function libraryKey(username: string, { kind, file }: UploadMessage): string {
  const head = JSON.stringify([username, kind, file.name, file.contentType ?? '']);
  return createHash('sha256').update(head).update('\0').update(file.data).digest('hex');
}

/** The message with its library number in place of the file. */
function fromLibrary({ file: _file, ...message }: UploadMessage, library: number): GatewayMessage {
  return { ...message, library };
}

/** A message with the key of its upload; both are worked out once for all the requests that send it. */
export interface CachedUpload {
  /** Objects of this library stand in it as the form holds them. */
  readonly message: GatewayMessage;
  /** Absent when nothing is uploaded or nothing is cached. */
  readonly key?: string;
  fromLibrary?(library: number): GatewayMessage;
}

/** Reads a message for a cache; without one it stays as it is. */
export function cachedUpload(
  cache: LibraryCache | undefined,
  username: string,
  message: GatewayMessage,
): CachedUpload {
  const upload = cache === undefined ? undefined : uploadOf(message);
  if (upload === undefined) return { message };
  return {
    message: upload,
    key: libraryKey(username, upload),
    fromLibrary: library => fromLibrary(upload, library),
  };
}

/** What a cache has to do with one request. */
export interface UploadPlan {
  readonly key?: string;
  /** The message with its library number in place of a file that was uploaded before. */
  readonly fromLibrary?: GatewayMessage;
  readonly warnings: readonly Issue[];
}

/** Asks the cache for the library number of an upload. */
export async function planUpload(
  cache: LibraryCache | undefined,
  { key, fromLibrary }: CachedUpload,
): Promise<UploadPlan> {
  if (cache === undefined || key === undefined) return { warnings: [] };
  const [known, problem] = await attempt(cache.get(key), 'read');
  if (known === undefined) return { key, warnings: problem === undefined ? [] : [problem] };
  const note = issue('submit/from-library', `the file is number ${known} of the library`);
  return { key, ...(fromLibrary && { fromLibrary: fromLibrary(known) }), warnings: [note] };
}

/** Keeps the number of an upload; forgets one that the gateway refused. Says what the cache could not do. */
export async function rememberUpload(
  cache: LibraryCache | undefined,
  { key, fromLibrary }: UploadPlan,
  { libraryNumber, outcome }: SubmissionResult,
): Promise<readonly Issue[]> {
  if (cache === undefined || key === undefined) return [];
  const isUploaded = fromLibrary === undefined && libraryNumber !== undefined;
  const isRefused = fromLibrary !== undefined && outcome === 'rejected';
  if (!isUploaded && !isRefused) return [];
  const [, problem] = await attempt(
    isUploaded ? cache.set(key, libraryNumber) : cache.delete(key),
    'written',
  );
  return problem === undefined ? [] : [problem];
}

/** The value, or a warning in place of an error: a cache that fails changes no submission. */
async function attempt<T>(
  promise: Promise<T>,
  done: 'read' | 'written',
): Promise<[T, undefined] | [undefined, Issue]> {
  try {
    return [await promise, undefined];
  } catch (error) {
    const reason = isMmsError(error) ? error.message : 'it threw';
    return [undefined, issue('submit/library-cache', `the library cache cannot be ${done}: ${reason}`)];
  }
}
