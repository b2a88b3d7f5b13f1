import { describe, expect, it } from 'vitest';
import { MmsError } from '../../../src/errors.ts';
import { allOf, problemsIn, problemsOf, within } from '../../../src/presentation/read/in-place.ts';

const broken = (message: string, path?: string) => new MmsError('manifest/value', message, { path });

describe('jobs of a manifest', () => {
  it('tell all that is wrong at once', async () => {
    const jobs = [Promise.reject(broken('one', 'a')), Promise.resolve(1), Promise.reject(broken('two'))];
    await expect(allOf(jobs)).rejects.toThrow(
      expect.objectContaining({
        message: 'one (and 1 more)',
        path: 'a',
        details: { issues: [expect.objectContaining({ message: 'one' }), expect.anything()] },
      }),
    );
    expect(await allOf([Promise.resolve(1), Promise.resolve(2)])).toEqual([1, 2]);
  });

  it('throw what is no fault of the input', async () => {
    const fault = new TypeError('a fault of the program');
    await expect(allOf([Promise.reject(fault), Promise.reject(broken('one'))])).rejects.toBe(fault);
    expect(() => problemsIn([{ status: 'rejected', reason: fault }])).toThrow(fault);
  });

  it('have problems only where they failed', () => {
    expect(
      problemsIn([
        { status: 'fulfilled', value: 1 },
        { status: 'rejected', reason: broken('one') },
      ]).map(({ message }) => message),
    ).toEqual(['one']);
    const [problem] = problemsOf(new MmsError('manifest/syntax', 'odd', { offset: 3, hint: 'mend it' }));
    expect(problem).toMatchObject({ severity: 'error', offset: 3, hint: 'mend it' });
  });

  it('fail at the place of the value that they are made of', async () => {
    const pathOf = async (path?: string): Promise<unknown> => {
      const job = within('slides[0].card', () => Promise.reject(broken('one', path)));
      return Object(await job.catch((error: unknown) => error)).path;
    };
    expect(await pathOf()).toBe('slides[0].card');
    expect(await pathOf('family')).toBe('slides[0].card.family');
    expect(await pathOf('slides[0].card.given')).toBe('slides[0].card.given');
  });
});
