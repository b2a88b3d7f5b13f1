import { afterAll, describe, expect, it } from 'vitest';
import { FittingProcess } from '../../../src/bulk/fit/fitting-process.ts';
import { programs } from './program.ts';

const DATA = new TextEncoder().encode('Hi');
const FILE = { name: 'a.txt', data: DATA };

const { same, ends, remove } = programs();
afterAll(remove);

const octetsOf = async (answer: Promise<Uint8Array>) => new Uint8Array(await answer);

describe('the process that fits messages', () => {
  it('answers each request by its own, fitted or refused', async () => {
    const fitting = new FittingProcess(same);
    const [fitted, refused] = await Promise.allSettled([
      octetsOf(fitting.fit({ key: 'a', file: FILE, to: {} })),
      fitting.fit({ key: 'refused', file: FILE, to: {} }),
    ]);
    expect(fitted).toEqual({ status: 'fulfilled', value: DATA });
    expect(refused).toMatchObject({
      status: 'rejected',
      reason: { code: 'media/unknown-profile', message: 'nobody knows it' },
    });
    fitting.close();
  });

  it('can be closed and asked again; what it was asked before is lost', async () => {
    const fitting = new FittingProcess(same);
    fitting.close();
    const lost = expect(fitting.fit({ key: 'a', file: FILE, to: {} })).rejects.toMatchObject({
      code: 'bulk/fit',
    });
    fitting.close();
    expect(await octetsOf(fitting.fit({ key: 'a', file: FILE, to: {} }))).toEqual(DATA);
    await lost;
    fitting.close();
  });

  it('is started anew when it has ended, and what it was asked is lost', async () => {
    const fitting = new FittingProcess(ends);
    for (let count = 0; count < 2; count++) {
      const asked = ['a', 'b'].map(key => fitting.fit({ key, file: FILE, to: {} }));
      for (const answer of await Promise.allSettled(asked))
        expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'bulk/fit' } });
    }
    fitting.close();
  });
});
