import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adapt } from '../../../src/cli/commands/adapt.ts';
import { bitmap } from '../../../src/cli/commands/bitmap.ts';
import { compose } from '../../../src/cli/commands/compose.ts';
import { lint } from '../../../src/cli/commands/lint.ts';
import { networks } from '../../../src/cli/commands/networks.ts';
import { phones } from '../../../src/cli/commands/phones.ts';
import { openReceiver } from '../../../src/presentation/index.ts';
import { runCommand } from '../../support/cli.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'phones-'));
  writeFileSync(join(folder, 'note.txt'), 'Hello');
});
afterAll(() => rmSync(folder, { recursive: true }));

const path = (name: string): string => join(folder, name);

describe('mms phones', () => {
  it('lists the built-in profiles and the makers', async () => {
    const { stdout, code } = await runCommand(phones, []);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^nokia-6230 +100000 +640x480 +128x128/m);
    expect(stdout).toMatch(/^2296 phones .* Nokia 305,/m);
  });

  it('shows a phone, however it is called', async () => {
    const { stdout } = await runCommand(phones, ['nokia', '6234']);
    expect(stdout).toMatch(/^id +nokia-6234$/m);
    expect(stdout).toMatch(/^size +102400 octets$/m);
    expect(stdout).toMatch(/^variants +4 profiles differ in maxBytes, accept; the smaller counts$/m);
    const json = await runCommand(phones, ['SonyEricssonK750i/R1AA Browser/SEMC-Browser/4.2', '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject([{ id: 'sony-ericsson-k750i', maker: 'Sony Ericsson' }]);
  });

  it('says what is not known of a phone, and of the makers as JSON', async () => {
    const { stdout } = await runCommand(phones, ['sony', 'ericsson', 't300']);
    expect(stdout).toMatch(/^size +not known$/m);
    expect((await runCommand(phones, ['nokia', '7650'])).stdout).not.toMatch(/^variants/m);
    expect((await runCommand(phones, ['sony', 'ericsson', 't3'])).stdout).toMatch(/^sony-ericsson-t300 +- /m);
    const json = JSON.parse((await runCommand(phones, ['--json'])).stdout);
    expect(json).toMatchObject({ profiles: expect.any(Array), makers: { Nokia: 305 } });
  });

  it('lists what a name could mean, and suggests for one that nobody has', async () => {
    const { stdout } = await runCommand(phones, ['motorola razr']);
    expect(stdout.split('\n').length).toBeGreaterThan(5);
    await expect(runCommand(phones, ['nokai 6230'])).rejects.toThrow(
      expect.objectContaining({
        code: 'handsets/unknown-phone',
        hint: expect.stringContaining('Nokia 6230'),
      }),
    );
  });
});

describe('mms networks', () => {
  it('lists the networks that set a limit', async () => {
    const { stdout } = await runCommand(networks, []);
    expect(stdout).toMatch(/^208-01 +614400 /m);
    expect(stdout).toMatch(/^440-10 +off /m);
  });

  it('shows a network with its limits, notes and access points', async () => {
    const { stdout } = await runCommand(networks, ['204-04']);
    expect(stdout).toMatch(/^size +614400 octets$/m);
    expect(stdout).toMatch(/^note +maxBytes: 614400 is taken of /m);
    const json = JSON.parse((await runCommand(networks, ['234-10', '--json'])).stdout);
    expect(json).toMatchObject([{ code: '234-10', mcc: '234', mnc: '10', limits: {} }]);
    expect(json[0].accessPoints.length).toBeGreaterThan(3);
  });

  it('finds networks by name, and suggests', async () => {
    expect((await runCommand(networks, ['vodafone'])).stdout).toMatch(/^204-04 /m);
    await expect(runCommand(networks, ['vodaphone'])).rejects.toThrow(
      expect.objectContaining({ code: 'networks/unknown-network' }),
    );
  });
});

describe('--profile and --network', () => {
  it('take a phone by its name, a network by its code, and the smallest limit of all', async () => {
    const limitOf = async (names: Parameters<typeof openReceiver>[0]) =>
      (await openReceiver(names)).target?.maxBytes;
    expect(await limitOf({ profile: 'nokia 6234' })).toBe(102_400);
    expect(await limitOf({ profile: 'GT-I9000' })).toBe(307_200);
    expect(await limitOf({ profile: 'GT-I9000', network: '294-01' })).toBe(102_400);
    expect(await limitOf({ profile: 'GT-I9000', network: '204-04' })).toBe(307_200);
    expect(await limitOf({ profile: 'nokia-6230', maxBytes: 900_000 })).toBe(100_000);
    expect(await limitOf({ profile: 'nokia-6230', maxBytes: 50_000, network: '294-01' })).toBe(50_000);
    expect(await limitOf({ network: '234-10' })).toBeUndefined();
    expect(await openReceiver({})).toEqual({});
    expect((await openReceiver({ profile: 'Nokia 6230' })).profile?.id).toBe('nokia-6230');
  });

  it('give the built-in profile for its id in any spelling, a file for a path', async () => {
    writeFileSync(path('own.json'), '{ "maxBytes": 5000, "accept": ["image/*"] }');
    expect((await openReceiver({ profile: path('own.json') })).target).toMatchObject({
      id: 'own',
      maxBytes: 5000,
    });
    expect((await openReceiver({ profile: 'Sony_Ericsson k750i' })).profile?.id).toBe('sony-ericsson-k750i');
    await expect(openReceiver({ profile: path('none.json') })).rejects.toThrow(
      expect.objectContaining({ code: 'file/not-found' }),
    );
    await expect(openReceiver({ profile: 'nokia 6231' })).rejects.toThrow(
      expect.objectContaining({
        code: 'media/unknown-profile',
        hint: expect.stringMatching(/did you mean nokia-6230\? near are Nokia 6230/),
      }),
    );
    await expect(openReceiver({ profile: 'nokia n73' })).rejects.toThrow(
      expect.objectContaining({ code: 'handsets/ambiguous-phone' }),
    );
  });

  it('bind compose, adapt and lint', async () => {
    const note = path('note.txt');
    const out = path('out.mms');
    const composed = await runCommand(compose, [
      note,
      '-o',
      out,
      '--to',
      '+447700900123',
      '--network',
      '440-10',
    ]);
    expect(composed.stderr).toContain('440-10 has switched MMS off');
    const adapted = await runCommand(adapt, [
      out,
      '-o',
      path('small.mms'),
      '--profile',
      'nokia 6234',
      '--network',
      '294-02',
      '--json',
    ]);
    expect(JSON.parse(adapted.stdout)).toMatchObject({ target: { id: 'nokia-6234', maxBytes: 102_400 } });
    expect(readFileSync(path('small.mms'))).toEqual(readFileSync(out));
    const judged = await runCommand(lint, [out, '--network', '440-10', '--json']);
    expect(judged.code).toBe(1);
    expect(judged.stdout).toContain('network/mms-off');
    expect(judged.stdout).toContain('WAP push instead');
    expect((await runCommand(lint, [out, '--network', '208-01', '--profile', 'nokia 6234'])).code).toBe(0);
  });

  it('bind the targets of a manifest too', async () => {
    writeFileSync(
      path('m.yaml'),
      'slides: [{ text: Hello }]\ntargets:\n  old: { profile: nokia 6234, budget: { bytes: 200kB } }\n  any: {}\nout: { mms: "[target].mms" }\n',
    );
    const { stdout } = await runCommand(compose, [path('m.yaml'), '--max-size', '50000', '--json']);
    expect(JSON.parse(stdout)).toMatchObject([
      { target: 'old', maxBytes: 50_000 },
      { target: 'any', maxBytes: 50_000 },
    ]);
    const own = await runCommand(compose, [path('m.yaml'), '--json']);
    expect(JSON.parse(own.stdout)[0]).toMatchObject({ target: 'old', maxBytes: 102_400 });
  });
});

describe('an operator logo', () => {
  const logo = JSON.stringify({
    width: 72,
    height: 14,
    rows: Array.from({ length: 14 }, () => '#'.repeat(72)),
  });

  it('takes its network by name', async () => {
    const args = ['--input', '-', '--kind', 'operator-logo', '--hex'];
    const byName = await runCommand(bitmap, [...args, '--network', 'Rakuten Mobile(MNO)'], { stdin: logo });
    const byCode = await runCommand(bitmap, [...args, '--mcc', '440', '--mnc', '11'], { stdin: logo });
    expect(byName.stdout).toBe(byCode.stdout);
    await expect(runCommand(bitmap, [...args, '--network', 'vodafone'], { stdin: logo })).rejects.toThrow(
      expect.objectContaining({ code: 'networks/ambiguous-network' }),
    );
    await expect(runCommand(bitmap, args, { stdin: logo })).rejects.toThrow(/--network, or --mcc and --mnc/);
  });
});
