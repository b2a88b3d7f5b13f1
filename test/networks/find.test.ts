import { describe, expect, it } from 'vitest';
import { findCarrier, findNetwork, networkCodes, searchNetworks } from '../../src/networks/index.ts';

describe('findNetwork', () => {
  it('finds a network by its code in any form', () => {
    for (const query of ['234-10', '23410', '234/10', ' 234 10 '])
      expect(findNetwork(query).code).toBe('234-10');
    expect(findNetwork('310-26').code).toBe(networkCodes().includes('310-26') ? '310-26' : '310-026');
    expect(findNetwork('310-026').names).toContain('T-Mobile - US');
  });

  it('finds a network by a name that only one has, and says which ones share a name', () => {
    const [only] = searchNetworks('Rakuten Mobile(MNO)');
    expect(only?.code).toBe('440-11');
    expect(() => findNetwork('vodafone')).toThrow(
      expect.objectContaining({
        code: 'networks/ambiguous-network',
        hint: expect.stringMatching(/^give one of 202-05 Vodafone, .* more$/),
      }),
    );
    expect(() => findNetwork('nepal telecommunications')).toThrow(
      expect.objectContaining({
        hint: 'give one of 429-01 Nepal Telecommunications, 429-03 Nepal Telecommunications',
      }),
    );
  });

  it('suggests for a network that is not there', () => {
    expect(() => findNetwork('vodaphone')).toThrow(
      expect.objectContaining({
        code: 'networks/unknown-network',
        hint: expect.stringContaining('Vodafone'),
      }),
    );
    expect(() => findNetwork('234-98')).toThrow(
      expect.objectContaining({ hint: expect.stringMatching(/^near are 234-/) }),
    );
    expect(() => findNetwork('')).toThrow(expect.objectContaining({ code: 'networks/unknown-network' }));
  });
});

describe('limits of a network', () => {
  it('are the smallest of the carriers that share it, with a note', () => {
    const { limits, notes, names } = findNetwork('204-04');
    expect(names).toEqual(
      expect.arrayContaining(['Vodafone', 'Verizon Wireless', 'U.S. Cellular', 'C Spire']),
    );
    expect(limits.maxBytes).toBe(614_400);
    expect(notes[0]).toBe(
      'maxBytes: 614400 is taken of 1048576 (Vodafone, C Spire, U.S. Cellular, AOSP Messaging), ' +
        '614400 (Sask Tel Mobility), 1258291 (Verizon Wireless)',
    );
  });

  it('are the smaller where sources disagree: 8 MiB stands against 1 MiB', () => {
    expect(findCarrier(1802)).toMatchObject({ name: 'cellcom', limits: { maxBytes: 8_388_608 } });
    expect(findNetwork('311-480').limits.maxBytes).toBe(1_048_576);
    expect(findNetwork('310-410').limits.maxRecipients).toBe(10);
    expect(findNetwork('302-610')).toMatchObject({
      limits: { groupMms: false },
      notes: ['groupMms: false is taken of true (Bell Mobility), false (AOSP Messaging)'],
    });
  });

  it('say where MMS is switched off, what the MMSC wants and how the profile is called', () => {
    const off = networkCodes().filter(code => findNetwork(code).limits.mms === false);
    expect(off).toEqual(['440-10', '440-11', '716-06', '730-02', '730-07', '740-00']);
    expect(findCarrier(1839)?.limits).toMatchObject({
      userAgentProfileHeader: 'Profile',
      httpParameters: ['x-up-calling-line-id: 1##LINE1NOCOUNTRYCODE##', 'X-VzW-MDN: 1##LINE1NOCOUNTRYCODE##'],
    });
  });

  it('are absent where nobody says anything', () => {
    expect(findNetwork('234-10')).toMatchObject({ limits: {}, notes: [] });
  });
});

describe('access points', () => {
  it('have APN, MMSC, proxy and port, and for whom they are', () => {
    const { accessPoints } = findNetwork('234-10');
    expect(accessPoints).toContainEqual({
      name: 'O2 UK',
      apn: 'mobile.o2.co.uk',
      mmsc: 'http://mmsc.mms.o2.co.uk:8002',
      proxy: { host: '193.113.200.195', port: 8080 },
    });
    expect(accessPoints).toContainEqual({
      name: 'giffgaff',
      apn: 'giffgaff.com',
      mmsc: 'http://mmsc.mediamessaging.co.uk:8002',
      virtualNetwork: { match: 'spn', value: 'giffgaff' },
    });
  });

  it('have whole addresses and decimal proxies', () => {
    const all = networkCodes().flatMap(code => findNetwork(code).accessPoints);
    expect(all.filter(({ mmsc }) => !URL.canParse(mmsc) || /\s/.test(mmsc))).toEqual([]);
    const hosts = all.flatMap(({ proxy }) => (proxy === undefined ? [] : [proxy.host]));
    expect(hosts.filter(host => /(?:^|\.)0\d|^\d+$/.test(host))).toEqual([]);
    expect(findNetwork('204-16').accessPoints.map(({ proxy }) => proxy?.host)).toContain('10.10.10.11');
  });
});
