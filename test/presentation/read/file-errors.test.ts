import { expect, it } from 'vitest';
import { attempt, outside } from '../../../src/presentation/read/file-errors.ts';

it('what a system says of a file is told as one of two errors, with the place in the input', async () => {
  const told = async (reason: unknown, place?: string) => {
    const failed = attempt(() => Promise.reject(reason), '/no/such/a.gif', place);
    const { code, path, message } = Object(await failed.catch((error: unknown) => error));
    return [code, path, message];
  };
  const system = (code: string): Error => Object.assign(new Error(code), { code });
  for (const code of ['ENOENT', 'ENOTDIR'])
    expect(await told(system(code), 'slides[0].image')).toEqual([
      'file/not-found',
      'slides[0].image',
      'there is no file /no/such/a.gif',
    ]);
  expect(await told(system('EACCES'))).toEqual([
    'file/unreadable',
    '/no/such/a.gif',
    '/no/such/a.gif cannot be read: EACCES',
  ]);
  expect(await told(new Error('odd'))).toContain('/no/such/a.gif cannot be read: Error: odd');
  expect(outside('../a.gif', undefined, 'folder')).toMatchObject({
    code: 'file/outside-root',
    path: '../a.gif',
    message: '../a.gif leaves the folder',
  });
});
