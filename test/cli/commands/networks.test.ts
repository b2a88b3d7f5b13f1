import { describe, expect, it } from 'vitest';
import { networks } from '../../../src/cli/commands/networks.ts';
import { runCommand } from '../../support/cli.ts';

const rowsOf = async (query: string): Promise<string> => (await runCommand(networks, [query])).stdout;

describe('mms networks', () => {
  it('tells all that is known of a network', async () => {
    const told = await rowsOf('311-480');
    expect(told).toMatch(/^size +1048576 octets$/m);
    expect(told).toMatch(/^picture +\d+x\d+$/m);
    expect(told).toMatch(/^subject +\d+ characters$/m);
    expect(told).toMatch(/^profile in +\S+$/m);
    expect(told).toMatch(/^header +X-VzW-MDN: /m);
    expect(await rowsOf('302-610')).toMatch(/^group MMS +no$/m);
    expect(await rowsOf('440-10')).toMatch(/^MMS +switched off: WAP push instead$/m);
  });

  it('says what is not known', async () => {
    const told = await rowsOf('234-10');
    expect(told).toMatch(/^size +not known$/m);
    expect(told).toMatch(/^picture +not known$/m);
    expect(told).toMatch(/^recipients +-$/m);
    expect(told).toMatch(/^subject +-$/m);
    expect(told).not.toMatch(/^MMS /m);
  });

  it('tells proxies with the port that is known', async () => {
    const told = (await Promise.all(['234-10', '242-01', '310-260'].map(rowsOf))).join('');
    expect(told).toMatch(
      /^access point +O2 UK: http:\S+ via 193\.113\.200\.195:8080, APN mobile\.o2\.co\.uk$/m,
    );
    expect(await rowsOf('310-280')).toMatch(/ via [^\s:]+, APN /);
    expect(told).toMatch(/^access point +giffgaff \(spn giffgaff\): http:\S+, APN giffgaff\.com$/m);
  });
});
