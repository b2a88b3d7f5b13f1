import { describe, expect, it } from 'vitest';
import { composeTargets } from '../../src/presentation/index.ts';

const slides = [{ text: 'Hello' }];

describe('the outputs of a manifest', () => {
  it('are fitted to a profile that stands in it', async () => {
    const [message] = await composeTargets({
      slides,
      targets: { own: { profile: { id: 'mine', accept: ['*/*'], maxBytes: 3000 } } },
    });
    expect(message).toMatchObject({ target: 'own', profile: { id: 'mine' }, maxBytes: 3000 });
  });

  it('keep free what the budget of a target says', async () => {
    const text = 'Hello '.repeat(100);
    const small = (reserve?: number) =>
      composeTargets({
        slides: [{ text }],
        targets: { small: { budget: { bytes: 900, ...(reserve === undefined ? {} : { reserve }) } } },
      });
    await expect(small(100)).rejects.toThrow('100 of them kept free');
    await expect(small()).rejects.toThrow(expect.objectContaining({ code: 'size/over-profile' }));
  });

  it('are told what is found in them where somebody judges', async () => {
    const [unjudged] = await composeTargets({ slides });
    expect(unjudged).not.toHaveProperty('findings');
    const [judged] = await composeTargets({ slides, contentClass: 'text' });
    expect(judged).toHaveProperty('findings');
  });
});
