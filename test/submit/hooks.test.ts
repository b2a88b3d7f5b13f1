import { expect, it, vi } from 'vitest';
import { callHook } from '../../src/submit/hooks.ts';

function call(hook: ((event: string) => unknown) | undefined): number {
  const failed = vi.fn();
  callHook(hook, 'event', failed);
  return failed.mock.calls.length;
}

it('a hook is called with what happened', () => {
  const hook = vi.fn();
  expect(call(hook)).toBe(0);
  expect(hook).toHaveBeenCalledExactlyOnceWith('event');
});

it('none need be there', () => {
  expect(call(undefined)).toBe(0);
});

it('a hook that throws has failed', () => {
  const broken = (): never => {
    throw new Error('broken');
  };
  expect(call(broken)).toBe(1);
});

it('a promise that a hook makes is let go, whatever becomes of it', () => {
  const later = Promise.resolve();
  const caught = vi.spyOn(later, 'catch');
  expect(call(() => later)).toBe(0);
  expect(caught).toHaveBeenCalledOnce();
});
