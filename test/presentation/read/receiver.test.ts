import { describe, expect, it } from 'vitest';
import { findProfile } from '../../../src/media/index.ts';
import { findNetwork } from '../../../src/networks/index.ts';
import { openReceiver } from '../../../src/presentation/index.ts';
import { sizeLimits } from '../../../src/presentation/read/receiver.ts';
import { statedBounds } from '../../../src/presentation/read/stated-bounds.ts';

const profile = findProfile('nokia-6230');
const network = findNetwork('208-01');
const own = { id: 'own', accept: ['image/gif'], maxBytes: 1000, maxImage: { width: 10, height: 10 } };

describe('a receiver', () => {
  it('has no bounds but those of what is named', async () => {
    expect(await openReceiver({})).toStrictEqual({});
    expect(await openReceiver({ maxBytes: 1000 })).toStrictEqual({ target: { maxBytes: 1000 } });
    expect(await openReceiver({ profile: own })).toStrictEqual({ target: own, profile: own });
    expect(await openReceiver({ profile: 'Nokia 6230' })).toStrictEqual({ target: profile, profile });
    const ofNetwork = await openReceiver({ network: '208-01' });
    expect(ofNetwork).toStrictEqual({ target: expect.anything(), network });
    expect(ofNetwork.target?.maxBytes).toBe(network.limits.maxBytes);
  });

  it('has the smallest of all bounds', async () => {
    const { target } = await openReceiver({ profile: { ...own, maxBytes: 1e9 }, network: '208-01' });
    expect(target?.maxBytes).toBe(network.limits.maxBytes);
    expect(target?.maxImage).toEqual(own.maxImage);
    expect((await openReceiver({ profile: own, network: '208-01', maxBytes: 500 })).target?.maxBytes).toBe(
      500,
    );
  });

  it('may be sought in a folder', async () => {
    await expect(openReceiver({ profile: 'gone.json', baseDir: '/no/such' })).rejects.toMatchObject({
      code: 'file/not-found',
      message: expect.stringContaining('/no/such/gone.json'),
    });
  });
});

it('limits that are not known are left out', () => {
  expect(sizeLimits({})).toStrictEqual({});
  const known = { maxBytes: 1000, maxImage: { width: 10, height: 10 } };
  expect(sizeLimits({ ...known, maxBytes: undefined })).toStrictEqual({ maxImage: known.maxImage });
  expect(sizeLimits(known)).toStrictEqual(known);
});

it('a manifest that states no bounds has none', async () => {
  expect(await statedBounds({})).toStrictEqual({});
  expect(await statedBounds({ budget: { bytes: '1kB' } })).toStrictEqual({ limits: { maxBytes: 1024 } });
});
