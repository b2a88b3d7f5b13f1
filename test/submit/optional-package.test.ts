import { expect, it } from 'vitest';
import { loadFailure } from '../../src/submit/index.ts';

it('tells a package that is not there from one that cannot be loaded', async () => {
  const absent: unknown = await import(['no', 'such', 'package'].join('-')).catch((error: unknown) => error);
  expect(loadFailure(absent)).toBe('is not installed');
  const other = Object.assign(new Error('x'), { code: 'ERR_DLOPEN_FAILED' });
  expect(loadFailure(other)).toBe('cannot be loaded: Error: x');
  expect(loadFailure(undefined)).toBe('cannot be loaded: undefined');
  expect(loadFailure(new TypeError('it is broken'))).toBe('cannot be loaded: TypeError: it is broken');
});
