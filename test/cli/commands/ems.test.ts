import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeWbmp } from '../../../src/bitmap/index.ts';
import { fromHex } from '../../../src/bytes/index.ts';
import { ems } from '../../../src/cli/commands/ems.ts';
import { push } from '../../../src/cli/commands/push.ts';
import { settings } from '../../../src/cli/commands/settings.ts';
import { userPinMac } from '../../../src/provisioning/index.ts';
import { EMS_VECTORS } from '../../ems/vectors.ts';
import { runCommand } from '../../support/cli.ts';

const to = '+447700900123';
const PIN = '8207364';
const IMSI = '234150999999999';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mms-ems-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('mms ems', () => {
  it.each(EMS_VECTORS)('takes the input of $name', async ({ input, parts }) => {
    const { stdout, code } = await runCommand(ems, ['--input', '-', '--to', to, '--json'], {
      stdin: JSON.stringify(input),
    });
    expect(code).toBe(0);
    const tpdus = JSON.parse(stdout).segments.map(({ tpdu }: { tpdu: string }) => tpdu.toUpperCase());
    expect(tpdus).toEqual(parts.map(({ tpdu }) => tpdu));
  });

  it('reads its own TPDUs', async () => {
    const [vector] = EMS_VECTORS.filter(({ name }) => name === 'text-then-sound');
    const { stdout } = await runCommand(ems, ['--decode', vector?.parts[0]?.tpdu ?? '', '--json']);
    expect(JSON.parse(stdout).items).toEqual(vector?.input.items);
  });

  it('takes pictures and melodies of files, and tunes as text', async () => {
    const rows = Array.from({ length: 16 }, () => '#'.repeat(16));
    const image = file('a.wbmp', encodeWbmp({ width: 16, height: 16, rows }));
    const melody = file('a.rtttl', 'x:d=4,o=5,b=120:c,d');
    const input = JSON.stringify({
      items: [
        { type: 'picture', image, form: 'small' },
        { type: 'melody', file: melody },
        { type: 'melody', tune: 'y:d=4,o=5,b=120:e' },
      ],
    });
    const { stdout } = await runCommand(ems, ['--input', '-', '--to', to, '--json'], { stdin: input });
    const hex = JSON.parse(stdout).segments.map(({ tpdu }: { tpdu: string }) => tpdu);
    const decoded = await runCommand(
      ems,
      hex.flatMap((tpdu: string) => ['--decode', tpdu]),
    );
    expect(JSON.parse(decoded.stdout).items).toMatchObject([
      { type: 'picture', rows },
      { type: 'melody', imelody: expect.stringContaining('MELODY:c2d2') },
      { type: 'melody', imelody: expect.stringContaining('MELODY:e2') },
    ]);
  });

  it('reports what a make does not take, and how many SMS it is', async () => {
    const stdin = JSON.stringify({
      items: [
        { type: 'text', text: 'a'.repeat(400) },
        { type: 'sound', number: 1 },
      ],
    });
    const { stderr } = await runCommand(ems, ['--input', '-', '--make', 'Nokia', '--max-parts', '2'], {
      stdin,
    });
    expect(stderr).toContain('ems/not-taken');
    expect(stderr).toContain('sms/many-parts');
  });

  it('takes an element of any kind in hexadecimal', async () => {
    const items = [{ type: 'element', id: 0x70, data: '0102' }];
    const { stdout } = await runCommand(ems, ['--input', '-', '--json'], {
      stdin: JSON.stringify({ items }),
    });
    expect(JSON.parse(stdout).segments[0].userDataHeader).toBe('0470020102');
    const wrong = JSON.stringify({ items: [{ type: 'element', id: 0x70, data: 1 }] });
    await expect(runCommand(ems, ['--input', '-'], { stdin: wrong })).rejects.toMatchObject({
      path: expect.stringMatching(/^items\[0\]/),
    });
  });

  it('refuses an item with its place', async () => {
    const run = (json: unknown) => runCommand(ems, ['--input', '-'], { stdin: JSON.stringify(json) });
    await expect(run({ items: [{ type: 'sound', number: 10 }] })).rejects.toMatchObject({
      code: 'ems/value',
      path: 'items[0].number',
    });
    await expect(run({ items: [{ type: 'picture' }] })).rejects.toMatchObject({
      code: 'ems/value',
      path: 'items[0].rows',
    });
    await expect(run({ items: 1 })).rejects.toMatchObject({ path: 'items' });
    await expect(run({ items: [], colour: 'red' })).rejects.toMatchObject({ code: 'manifest/unknown-key' });
  });
});

interface PushJson {
  readonly xml: string;
  readonly push: string;
  readonly segments: readonly { readonly tpdu: string }[];
}

describe('mms push --provisioning', () => {
  const mac = JSON.parse(
    readFileSync(new URL('../../vectors/provisioning/mac.json', import.meta.url), 'utf8'),
  );
  const documents = JSON.parse(
    readFileSync(new URL('../../vectors/provisioning/prov-wbxml.json', import.meta.url), 'utf8'),
  );

  const xmlOf = (name: string): string | undefined =>
    documents.vectors.find((row: { name: string }) => row.name === name)?.xml;

  it('makes the pushes of the vectors', async () => {
    const vectors = mac.vectors.filter(
      (row: { document: string; sec: number; wspPush?: string }) =>
        row.sec < 3 && row.wspPush !== undefined && xmlOf(row.document) !== undefined,
    );
    expect(vectors.length).toBeGreaterThan(2);
    for (const { document, secName, secret, wspPush } of vectors) {
      const args = ['--provisioning', '-', '--sec', secName.toLowerCase(), '--json'];
      const { stdout } = await runCommand(
        push,
        secret.imsi === undefined ? args : [...args, '--imsi', secret.imsi],
        {
          stdin: xmlOf(document) ?? '',
          env: secret.userPin === undefined ? {} : { MMS_PROVISIONING_PIN: secret.userPin },
        },
      );
      const made: PushJson = JSON.parse(stdout);
      expect(made.push.toUpperCase()).toBe(wspPush);
    }
  });

  it('refuses a method without what it needs', async () => {
    const xml = file('p.xml', documents.vectors[0].xml);
    const run = (...args: string[]) => runCommand(push, ['--provisioning', xml, ...args]);
    await expect(run('--sec', 'netwpin')).rejects.toThrow('--imsi');
    await expect(run('--sec', 'userpin')).rejects.toThrow('MMS_PROVISIONING_PIN');
    await expect(run('--sec', 'userpinmac', '--pin-file', file('pin.txt', PIN))).rejects.toThrow(
      '--code-file',
    );
    await expect(run('--imsi', IMSI)).rejects.toThrow('--sec');
  });
});

describe('mms settings', () => {
  it('sends the MMS settings of a network', async () => {
    const { stdout } = await runCommand(settings, [
      '--network',
      '234-10',
      '--to',
      to,
      '--sec',
      'netwpin',
      '--imsi',
      IMSI,
      '--json',
    ]);
    const made: PushJson = JSON.parse(stdout);
    expect(made.xml).toContain('<parm name="APPID" value="w4"/>');
    expect(made.xml).toMatch(/<parm name="ADDR" value="https?:/);
    expect(made.segments.length).toBeGreaterThan(1);
    expect(made.segments[0]?.tpdu).toContain('0b05040b8423f0');
  });

  it('writes the older form to its port', async () => {
    const stdin = JSON.stringify({
      name: 'MMS',
      accessPoint: { apn: 'mms' },
      mmsc: 'http://mmsc.example.com/',
    });
    const { stdout } = await runCommand(settings, ['--input', '-', '--form', 'ota', '--to', to, '--json'], {
      stdin,
    });
    expect(JSON.parse(stdout).segments[0].tpdu).toContain('0504c34fc002');
  });

  it('refuses settings of another shape with the place, and shows no password', async () => {
    const stdin = JSON.stringify({ name: 'MMS', accessPoint: { apn: 'mms', password: 7391 } });
    const refused = await runCommand(settings, ['--input', '-'], { stdin }).catch(error => error);
    expect(refused).toMatchObject({ code: 'provisioning/value', path: 'accessPoint.password' });
    expect(JSON.stringify({ ...refused, message: refused.message })).not.toContain('7391');
  });
});

describe('a PIN', () => {
  const input = JSON.stringify({
    name: `PIN ${PIN}`,
    accessPoint: { apn: 'mms' },
    mmsc: 'http://mmsc.example.com/',
  });
  const plain = JSON.stringify({
    name: 'MMS',
    accessPoint: { apn: 'mms' },
    mmsc: 'http://mmsc.example.com/',
  });

  it.each([
    ['userpin', []],
    ['usernetwpin', ['--imsi', IMSI]],
    ['userpinmac', []],
  ])('is printed nowhere under %s, with and without --json', async (sec, more) => {
    const codeFile = join(folder, `code-${sec}.txt`);
    for (const form of [[], ['--json'], ['--to', to]]) {
      const args = ['--input', '-', '--sec', sec, ...more, '--code-file', codeFile, ...form];
      const { stdout, stderr } = await runCommand(settings, args, {
        stdin: plain,
        env: { MMS_PROVISIONING_PIN: PIN },
      });
      expect(stdout + stderr).not.toContain(PIN);
      expect(stdout + stderr).not.toContain(Buffer.from(PIN).toString('hex'));
      if (sec !== 'userpin') expect(stdout + stderr).not.toContain(IMSI);
    }
  });

  it('that stands in the settings is found, and not shown by the finding', async () => {
    const { stderr } = await runCommand(settings, ['--input', '-', '--sec', 'userpin', '--json'], {
      stdin: input,
      env: { MMS_PROVISIONING_PIN: PIN },
    });
    expect(stderr).toContain('provisioning/pin-in-document');
    expect(stderr).not.toContain(PIN);
  });

  it('that is none is refused without being shown', async () => {
    const env = { MMS_PROVISIONING_PIN: `${PIN}x` };
    const refused = await runCommand(settings, ['--input', '-', '--sec', 'userpin'], {
      stdin: plain,
      env,
    }).catch(error => error);
    expect(refused).toMatchObject({ code: 'provisioning/pin' });
    expect(`${refused.message} ${refused.stack} ${JSON.stringify(refused)}`).not.toContain(PIN);
  });

  it('of USERPINMAC becomes the code in a file that only its owner reads', async () => {
    const codeFile = join(folder, 'code.txt');
    const { stdout } = await runCommand(
      settings,
      ['--input', '-', '--sec', 'userpinmac', '--code-file', codeFile, '--json'],
      {
        stdin: plain,
        env: { MMS_PROVISIONING_PIN: PIN },
      },
    );
    const { wbxml } = JSON.parse(stdout);
    expect(readFileSync(codeFile, 'utf8').trim()).toBe(userPinMac(fromHex(wbxml), PIN));
    expect(statSync(codeFile).mode & 0o077).toBe(0);
  });
});
