import { describe, expect, it } from 'vitest';
import { MmsError } from '../../../src/errors.ts';
import type { Issue } from '../../../src/issues/index.ts';
import {
  allOf,
  at,
  inPlace,
  placed,
  problemsIn,
  problemsOf,
  within,
} from '../../../src/presentation/read/in-place.ts';

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
    await expect(at('a', Promise.reject(fault))).rejects.toBe(fault);
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
    const plain = new MmsError('manifest/syntax', 'odd', { details: { issues: [] } });
    expect(problemsOf(plain)).toStrictEqual([{ code: 'manifest/syntax', severity: 'error', message: 'odd' }]);
  });

  it('fail alone as they are', async () => {
    const alone = broken('one', 'a');
    await expect(allOf([Promise.resolve(1), Promise.reject(alone)])).rejects.toBe(alone);
  });

  it('fail at the place that asks for what they make', async () => {
    const pathOf = async (path?: string): Promise<unknown> =>
      Object(await at('slides[0].text', Promise.reject(broken('one', path))).catch((error: unknown) => error))
        .path;
    expect(await pathOf()).toBe('slides[0].text');
    expect(await pathOf('a.txt')).toBe('slides[0].text');
    expect(await pathOf('slides[0].text.value')).toBe('slides[0].text.value');
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

describe('the places of findings in the text of a manifest', () => {
  const line = { file: 'message.yaml', line: 2, column: 5 };
  const placeOf = (path: string) => (path === 'parts[0]' ? undefined : line);
  const found: Issue = { code: 'manifest/value', severity: 'warning', message: 'm', path: 'slides[0].image' };
  const refused: Issue = { ...found, severity: 'error' };

  it('are told of what is about no file of its own', () => {
    const { path: _, ...nowhere } = found;
    const others: Issue[] = [
      { ...found, file: 'a.jpg' },
      { ...found, line: 7 },
      { ...found, path: 'parts[0]' },
      nowhere,
    ];
    expect(placed([found, ...others], placeOf)).toStrictEqual([{ ...found, ...line }, ...others]);
    expect(placed([found], undefined)).toStrictEqual([found]);
  });

  it('are told of what refuses it, whatever file that is about', async () => {
    const issues = [found, { ...refused, file: 'a.jpg' }, { ...refused, fixed: true }];
    const error = new MmsError('manifest/value', 'm', {
      path: 'p',
      offset: 3,
      hint: 'h',
      details: { issues },
    });
    await expect(inPlace(placeOf, () => Promise.reject(error))).rejects.toMatchObject({
      code: 'manifest/value',
      path: 'p',
      offset: 3,
      hint: 'h',
      cause: error,
      details: { issues: [found, { ...refused, ...line }, { ...refused, fixed: true }] },
    });
    const thrown = await inPlace(placeOf, () => Promise.reject(error)).catch((one: unknown) => one);
    expect(Object(thrown).details.issues[0]).not.toHaveProperty('line');
    expect(Object(thrown).details.issues[2]).not.toHaveProperty('line');
  });

  it('are not told where there is no text, or the program is at fault', async () => {
    const error = broken('one', 'slides[0].image');
    await expect(inPlace(undefined, () => Promise.reject(error))).rejects.toBe(error);
    const fault = new TypeError('a fault of the program');
    await expect(inPlace(placeOf, () => Promise.reject(fault))).rejects.toBe(fault);
  });
});
