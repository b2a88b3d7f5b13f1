import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isMmsError } from '../../src/errors.ts';
import { findHandset } from '../../src/handsets/index.ts';
import { findNetwork } from '../../src/networks/index.ts';
import { composeTargets, Presentation } from '../../src/presentation/index.ts';

const PHOTO = join(import.meta.dirname, '../../samples/harbour/noon.jpg');
/** One that takes more than the network, and one that takes less. */
const LARGE = 'samsung-gt-i9195t';
const SMALL = 'nokia-6230';
const NETWORK = '208-01';
const slides = [{ image: PHOTO }];

describe('a network in a manifest', () => {
  it.each([
    [LARGE, findNetwork(NETWORK).limits.maxBytes],
    [SMALL, findHandset('nokia 6230').maxBytes],
  ])('and a phone: the smaller limit counts (%s)', async (profile, smaller) => {
    const phone = findHandset(profile).maxBytes ?? 0;
    expect(smaller).toBe(Math.min(phone, findNetwork(NETWORK).limits.maxBytes ?? 0));
    const atTarget = { slides, targets: { a: { profile, network: NETWORK } } };
    const aboveTarget = { slides, network: NETWORK, targets: { a: { profile } } };
    for (const manifest of [atTarget, aboveTarget]) {
      const [message] = await composeTargets(manifest);
      expect(message?.maxBytes).toBe(smaller);
      expect(message?.presentation.sizeReport().total).toBeLessThanOrEqual(smaller ?? 0);
    }
  });

  it('of a target stands in place of the manifest’s own', async () => {
    const [message] = await composeTargets({
      slides,
      network: '440-10',
      targets: { a: { network: NETWORK } },
    });
    expect(message?.maxBytes).toBe(findNetwork(NETWORK).limits.maxBytes);
    expect(message?.findings?.map(({ code }) => code)).not.toContain('network/mms-off');
  });

  it('is judged: what it has against the message is among the findings', async () => {
    const [message] = await composeTargets({ slides, network: 'NTT DOCOMO' });
    expect(message?.findings).toContainEqual(
      expect.objectContaining({ code: 'network/mms-off', severity: 'error', hint: 'WAP push instead' }),
    );
    const judged = await composeTargets({ slides, network: '440-10', contentClass: 'megapixel' });
    expect(judged[0]?.findings?.map(({ code }) => code)).toContain('network/mms-off');
  });

  it('bounds the message whatever the way out', async () => {
    const presentation = await Presentation.fromManifest({ slides, network: '310-420' });
    const { maxBytes = 0 } = findNetwork('310-420').limits;
    expect(maxBytes).toBeGreaterThan(0);
    expect(presentation.sizeReport().total).toBeLessThanOrEqual(maxBytes);
  });

  it('that does not exist is refused, the nearest told', async () => {
    const refused = await composeTargets({ slides, network: 'vodaphone uk' }).catch(
      (error: unknown) => error,
    );
    expect(isMmsError(refused) && [refused.code, refused.hint]).toEqual([
      'networks/unknown-network',
      expect.stringContaining('Vodafone'),
    ]);
  });
});
