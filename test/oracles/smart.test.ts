import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.ts';
import { groupGraphic, operatorLogo, pictureMessage, type SmartMessage } from '../../src/smart/index.ts';
import { bitmapOfSize } from '../bitmap/any-bitmap.ts';
import { filterPbm } from '../bitmap/outside.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { runs } from '../support/property.ts';
import { tally } from '../support/tally.ts';

/** The user data of all parts as gammu would send them: header and data. */
function partsOf(message: SmartMessage): { udh: string; data: string }[] {
  return message.parts.map(({ userDataHeader, userData }) => ({
    udh: toHex(userDataHeader),
    data: toHex(userData.subarray(userDataHeader.length)),
  }));
}

describeWithOracle(['gammu', 'pbmtonokia'], 'Smart Messages and gammu', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gammu-'));
    mkdirSync(join(folder, 'dummy'));
    const config = `[gammu]\nmodel = dummy\nconnection = none\ndevice = ${folder}/dummy\n`;
    writeFileSync(join(folder, 'gammurc'), config);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function displaysms(...args: readonly string[]): {
    parts: { udh: string; data: string }[];
    reference: number;
  } {
    const command = ['-c', 'gammurc', '--displaysms', ...args];
    const output = execFileSync('gammu', command, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
    const values = (name: string) =>
      [...output.matchAll(new RegExp(`^${name} *: ([0-9A-F]+)$`, 'gm'))].map(
        match => match[1]?.toLowerCase() ?? '',
      );
    const udhs = values('UDH');
    const parts = values('Data PDU').map((data, i) => ({ udh: udhs[i] ?? '', data }));
    // The reference number comes from the clock.
    return { parts, reference: Number.parseInt(udhs[0]?.slice(18, 20) || '0', 16) };
  }

  function ngg(bitmap: Parameters<typeof filterPbm>[2]): string {
    writeFileSync(join(folder, 'in.ngg'), filterPbm('pbmtonokia', ['-fmt', 'NGG'], bitmap));
    return 'in.ngg';
  }

  it('writes the same group graphics', context => {
    for (const bitmap of fc.sample(bitmapOfSize(72, 14), runs(20))) {
      const { parts } = displaysms('CALLER', '5551234', ngg(bitmap));
      expect(partsOf(groupGraphic({ bitmap }))).toEqual(parts);
    }
    tally(context, { subject: 'group graphics', oracle: 'gammu', cases: runs(20) });
  });

  it('writes the same operator logos, rows packed', context => {
    // gammu knows only the networks of its own table.
    const networks = fc.constantFrom(
      { mcc: '244', mnc: '05' },
      { mcc: '234', mnc: '33' },
      { mcc: '262', mnc: '01' },
    );
    for (const [bitmap, network] of fc.sample(fc.tuple(bitmapOfSize(78, 21), networks), runs(40))) {
      const netcode = `${network.mcc} ${network.mnc}`;
      const { parts, reference } = displaysms('OPERATOR', '1', ngg(bitmap), '-netcode', netcode, '-biglogo');
      expect(partsOf(operatorLogo({ bitmap, ...network }, { reference }))).toEqual(parts);
    }
    tally(context, {
      subject: 'operator logos',
      oracle: 'gammu',
      cases: runs(40),
      fault: 'knows the networks of its own table only',
    });
  });

  it('writes the same picture messages', context => {
    // In a UTF-8 locale gammu writes wrong octets for accents unless -unicode is given.
    const texts = fc.oneof(
      fc.record({ text: fc.stringMatching(/^[A-Za-z0-9,.]{1,60}$/), unicode: fc.constant(false) }),
      fc.record({ text: fc.stringMatching(/^[a-zäöüéłżд]{1,60}$/), unicode: fc.constant(true) }),
    );
    for (const [bitmap, { text, unicode }] of fc.sample(fc.tuple(bitmapOfSize(72, 28), texts), runs(40))) {
      const args = ['-text', text, ...(unicode ? ['-unicode'] : [])];
      const { parts, reference } = displaysms('PICTURE', '1', ngg(bitmap), ...args);
      expect(partsOf(pictureMessage({ bitmap, text }, { reference, unicode }))).toEqual(parts);
    }
    tally(context, {
      subject: 'picture messages',
      oracle: 'gammu',
      cases: runs(40),
      fault: 'writes accents wrongly unless in Unicode',
    });
  });
});

describeWithOracle(['tshark', 'text2pcap'], 'network codes and tshark', () => {
  it('reads ours', context => {
    const dot = { width: 1, height: 1, rows: ['#'] };
    const networks = [
      ['310', '410'],
      ['244', '05'],
      ['334', '020'],
    ] as const;
    // A routing area of GTP version 1 that begins with the network code.
    const packets = networks.map(([mcc, mnc]) => {
      const code = toHex(operatorLogo({ bitmap: dot, mcc, mnc }).payload.subarray(0, 3));
      return `0000 ${`301000070000000003${code}00010100`.replace(/../g, '$& ')}`;
    });
    const folder = mkdtempSync(join(tmpdir(), 'tshark-'));
    try {
      const pcap = join(folder, 'out.pcap');
      execFileSync('text2pcap', ['-q', '-u', '2123,2123', '-', pcap], {
        input: packets.join('\n'),
        stdio: 'pipe',
      });
      const output = execFileSync('tshark', ['-r', pcap, '-V'], { encoding: 'utf8', stdio: 'pipe' });
      const codes = [...output.matchAll(/\((MCC|MNC)\): .*\(([0-9]+)\)$/gm)].map(match => match[2]);
      expect(codes).toEqual(networks.flat());
    } finally {
      rmSync(folder, { recursive: true });
    }
    tally(context, { subject: 'network codes', oracle: 'tshark', cases: networks.length });
  });
});
