import { describe, expect, it } from 'vitest';
import { findNetwork, networkCodes, networkSettings } from '../../src/networks/index.ts';
import { checkReferences, encodeProvisioning, settingsDocument } from '../../src/provisioning/index.ts';

const networks = networkCodes().map(findNetwork);

describe('settings of a network', () => {
  it('are those of its own subscribers, with proxy and MMSC', () => {
    const network = findNetwork('234-10');
    const { accessPoint, proxy, mmsc } = networkSettings(network);
    const own = network.accessPoints.find(({ virtualNetwork }) => virtualNetwork === undefined);
    expect(accessPoint.apn).toBe(own?.apn);
    expect(mmsc).toBe(own?.mmsc);
    expect(proxy?.address).toBe(own?.proxy?.host);
  });

  it('can be those of another of its access points', () => {
    const network = networks.find(({ accessPoints }) => new Set(accessPoints.map(({ apn }) => apn)).size > 1);
    const apn = network?.accessPoints.at(-1)?.apn;
    if (network === undefined || apn === undefined) throw new Error('no network with two access points');
    expect(networkSettings(network, apn).accessPoint.apn).toBe(apn);
  });

  it('become a document without dangling references, for every network that has some', () => {
    const known = networks.filter(({ accessPoints }) => accessPoints.length > 0);
    expect(known.length).toBeGreaterThan(500);
    for (const network of known) {
      const document = settingsDocument(networkSettings(network));
      expect(checkReferences(document)).toEqual([]);
      expect(encodeProvisioning(document).length).toBeLessThan(1000);
    }
  });

  it('are refused where none are known, or none of that access point', () => {
    const without = networks.find(({ accessPoints }) => accessPoints.length === 0);
    if (without === undefined) throw new Error('every network has access points');
    const refusal = expect.objectContaining({ code: 'networks/no-access-point', path: 'network' });
    expect(() => networkSettings(without)).toThrow(refusal);
    expect(() => networkSettings(findNetwork('234-10'), 'no.such.apn')).toThrow(refusal);
  });
});
