import { describe, expect, it } from 'vitest';
import { MmsError } from '../../../src/errors.ts';
import { presentation } from '../../../src/presentation/index.ts';
import type { GatewayMessage, LibraryCache, SubmissionResult } from '../../../src/submit/index.ts';
import {
  type CachedUpload,
  cachedUpload,
  planUpload,
  rememberUpload,
} from '../../../src/submit/library/upload.ts';

const DATA = new Uint8Array([1, 2]);
const UPLOAD = { kind: 'mms', to: ['447700900123'], file: { name: 'a.mms', data: DATA } } as const;

/** A cache in memory, and what was done with it. */
function memory(numbers: Readonly<Record<string, number>> = {}) {
  const done: string[] = [];
  const cache: LibraryCache = {
    get: async key => numbers[key],
    set: async (key, number) => void done.push(`set ${key} ${number}`),
    delete: async key => void done.push(`delete ${key}`),
  };
  return { cache, done };
}

function failing(error: Error): LibraryCache {
  const fail = () => Promise.reject(error);
  return { get: fail, set: fail, delete: fail };
}

const { cache } = memory();

describe('the key of an upload', () => {
  // Each is `printf '["ACCOUNT","KIND","NAME","TYPE"]\\0OCTETS' | sha256sum`.
  it.each<[GatewayMessage, string]>([
    [UPLOAD, 'f7de05173f676beec94dc22ef17ab8667e794707405f240d79998e53b161d595'],
    [
      { kind: 'wap-push', file: { name: 'a.gif', data: DATA, contentType: 'image/gif' } },
      '5ce6ff86a8976227be6b01079d8ca07051db2bb9e1be4566580175da47df571d',
    ],
  ])('%# is a hash of account, kind, name, type and octets', (message, key) => {
    expect(cachedUpload(cache, 'tester', message)).toMatchObject({ message, key });
  });

  it('is that of a presentation as it is sent', async () => {
    const composed = await presentation({ subject: 'Hello' }).slide({ text: 'Hi' }).build();
    const file = { name: 'message.mms', data: composed.toMms() };
    const { message, key } = cachedUpload(cache, 'tester', { kind: 'mms', presentation: composed });
    expect(message).toEqual({ kind: 'mms', file, subject: 'Hello' });
    expect(key).toBe(cachedUpload(cache, 'tester', { kind: 'mms', file }).key);
  });

  it.each<[string, unknown]>([
    ['a text', { kind: 'text', text: 'x' }],
    ['a text beside a file', { ...UPLOAD, kind: 'text' }],
    ['a number of the library', { kind: 'mms', library: 80_000 }],
    ['a file without octets', { ...UPLOAD, file: { name: 'a.mms' } }],
    ['a file without a name', { ...UPLOAD, file: { data: DATA } }],
    ['a file that is none', { ...UPLOAD, file: 'a.mms' }],
  ])('is not there for %s', (_, message) => {
    const cached = cachedUpload(cache, 'tester', message as GatewayMessage);
    expect(cached).toStrictEqual({ message });
  });

  it('is not there without a cache', () => {
    expect(cachedUpload(undefined, 'tester', UPLOAD)).toStrictEqual({ message: UPLOAD });
  });
});

const later = (): CachedUpload => cachedUpload(cache, 'tester', UPLOAD);
const KEY = later().key ?? '';

describe('the plan of an upload', () => {
  it('is to send the number that is known', async () => {
    expect(await planUpload(memory({ [KEY]: 80_001 }).cache, later())).toMatchObject({
      key: KEY,
      fromLibrary: { kind: 'mms', to: UPLOAD.to, library: 80_001 },
      warnings: [{ code: 'submit/from-library', message: expect.stringContaining('80001') }],
    });
    const { fromLibrary } = await planUpload(memory({ [KEY]: 80_001 }).cache, later());
    expect(fromLibrary).not.toHaveProperty('file');
  });

  it('is to send the file of which no number is known', async () => {
    expect(await planUpload(cache, later())).toStrictEqual({ key: KEY, warnings: [] });
  });

  it.each([
    [new MmsError('file/unreadable', 'cannot read it'), 'the library cache cannot be read: cannot read it'],
    [new TypeError('internals'), 'the library cache cannot be read: it threw'],
  ])('is to send the file where the cache fails: %s', async (error, message) => {
    expect(await planUpload(failing(error), later())).toMatchObject({
      key: KEY,
      warnings: [{ code: 'submit/library-cache', message }],
    });
  });

  it('is nothing where nothing is cached', async () => {
    expect(await planUpload(undefined, later())).toStrictEqual({ warnings: [] });
    expect(await planUpload(cache, { message: UPLOAD })).toStrictEqual({ warnings: [] });
  });
});

describe('after an upload', () => {
  const said = (outcome: SubmissionResult['outcome'], libraryNumber?: number): SubmissionResult => ({
    outcome,
    requestSent: 'maybe',
    attempts: [],
    results: [],
    warnings: [],
    ...(libraryNumber !== undefined && { libraryNumber }),
  });
  const fromLibrary: GatewayMessage = { kind: 'mms', library: 80_001 };

  it.each([
    ['its number is kept', { key: 'k' }, said('accepted', 80_002), ['set k 80002']],
    ['its number is kept where a part was accepted', { key: 'k' }, said('partial', 80_002), ['set k 80002']],
    ['nothing is kept without a number', { key: 'k' }, said('accepted'), []],
    ['nothing is forgotten of what was uploaded', { key: 'k' }, said('rejected'), []],
    ['a number that was refused is forgotten', { key: 'k', fromLibrary }, said('rejected'), ['delete k']],
    ['a number that was taken stays', { key: 'k', fromLibrary }, said('accepted', 80_001), []],
    ['a number of which nobody knows stays', { key: 'k', fromLibrary }, said('unknown'), []],
    ['nothing is kept without a key', {}, said('accepted', 80_002), []],
  ])('%s', async (_, plan, result, expected) => {
    const { cache: used, done } = memory();
    expect(await rememberUpload(used, { warnings: [], ...plan }, result)).toEqual([]);
    expect(done).toEqual(expected);
    expect(await rememberUpload(undefined, { warnings: [], ...plan }, result)).toEqual([]);
  });

  it('a cache that fails is a warning', async () => {
    const broken = failing(new MmsError('file/unwritable', 'cannot write it'));
    const plan = { key: 'k', warnings: [] };
    expect(await rememberUpload(broken, plan, said('accepted', 80_002))).toMatchObject([
      { code: 'submit/library-cache', message: 'the library cache cannot be written: cannot write it' },
    ]);
    expect(await rememberUpload(broken, { ...plan, fromLibrary }, said('rejected'))).toHaveLength(1);
  });
});
