import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adapt } from '../../src/cli/commands/adapt.ts';
import { bitmap } from '../../src/cli/commands/bitmap.ts';
import { compose } from '../../src/cli/commands/compose.ts';
import { ringtone } from '../../src/cli/commands/ringtone.ts';
import { vcal } from '../../src/cli/commands/vcal.ts';
import { vcard } from '../../src/cli/commands/vcard.ts';
import { parseIMelody, parseRtttl, toMidi, toWav } from '../../src/ringtone/index.ts';
import { runCommand } from '../support/cli.ts';

const CARD = 'BEGIN:VCARD\r\nVERSION:2.1\r\nN:Doe;Jane\r\nEND:VCARD\r\n';
const NAMELESS = 'BEGIN:VCARD\r\nVERSION:3.0\r\nTEL:+1\r\nEND:VCARD\r\n';
const CALENDAR =
  'BEGIN:VCALENDAR\r\nVERSION:1.0\r\nBEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
const TUNE = 'T:d=8,o=5,b=140:a,a';
const BITMAP = JSON.stringify({ width: 3, height: 2, rows: ['#.#', '.#.'] });

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mms-output-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('an output that is one of the inputs', () => {
  const commands = [
    ['vcard', vcard, 'c.vcf', CARD],
    ['vcal', vcal, 'c.vcs', CALENDAR],
    ['ringtone', ringtone, 'c.rtx', `${TUNE}\n`],
    ['compose', compose, 'c.txt', 'hello'],
  ] as const;

  it.each(commands)('of %s is refused, by whatever name', async (name, command, input, content) => {
    const path = file(`${name}-${input}`, content);
    symlinkSync(path, join(folder, `${name}-symbolic-${input}`));
    linkSync(path, join(folder, `${name}-hard-${input}`));
    mkdirSync(join(folder, name));
    const spellings = [
      path,
      join(folder, `${name}-symbolic-${input}`),
      join(folder, `${name}-hard-${input}`),
      `${folder}/${name}/../${name}-${input}`,
    ];
    for (const output of spellings) {
      await expect(runCommand(command, [path, '-o', output]), output).rejects.toMatchObject({
        code: 'file/output-is-input',
      });
      expect(readFileSync(path, 'utf8')).toBe(content);
    }
  });

  it('of bitmap and adapt is refused too', async () => {
    const picture = file('b.json', BITMAP);
    await expect(
      runCommand(bitmap, ['--input', picture, '--kind', 'raw', '-o', picture]),
    ).rejects.toMatchObject({ code: 'file/output-is-input' });
    const message = join(folder, 'a.mms');
    await runCommand(compose, [file('a.txt', 'hello'), '-o', message]);
    const before = readFileSync(message);
    await expect(runCommand(adapt, [message, '--max-size', '100000', '-o', message])).rejects.toMatchObject({
      code: 'file/output-is-input',
    });
    expect(readFileSync(message)).toEqual(before);
  });

  it('may be another file that is there already', async () => {
    const path = file('there.vcf', CARD);
    const other = file('other.vcf', 'old');
    expect((await runCommand(vcard, [path, '-o', other])).code).toBe(0);
    expect(readFileSync(other, 'utf8')).toBe(CARD);
  });
});

describe('the format of an output', () => {
  const tune = parseRtttl(TUNE);
  const made = async (name: string, ...args: readonly string[]): Promise<Buffer> => {
    await runCommand(ringtone, [TUNE, '-o', join(folder, name), ...args]);
    return readFileSync(join(folder, name));
  };

  it('of ringtone follows the extension', async () => {
    expect(await made('x.mid')).toEqual(Buffer.from(toMidi(tune)));
    expect(await made('x.MIDI')).toEqual(Buffer.from(toMidi(tune)));
    expect(await made('x.wav')).toEqual(Buffer.from(toWav(tune)));
    expect((await made('x.rtttl')).toString()).toBe(`${TUNE}\n`);
    expect(parseIMelody(await made('x.imy')).events).toHaveLength(2);
    expect(JSON.parse((await made('x.json')).toString())).toMatchObject({ title: 'T' });
    for (const name of ['x.ott', 'x', 'x.bin'])
      expect((await made(name)).subarray(0, 2).toString('hex')).toBe('024a');
    expect((await made('x.txt', '--to', 'rtttl')).toString()).toBe(`${TUNE}\n`);
  });

  it('of bitmap follows the extension', async () => {
    const input = file('rows.json', BITMAP);
    await runCommand(bitmap, ['--input', input, '-o', join(folder, 'x.wbmp')]);
    expect(readFileSync(join(folder, 'x.wbmp')).subarray(0, 4).toString('hex')).toBe('00000302');
    await runCommand(bitmap, ['--input', input, '-o', join(folder, 'x.otb')]);
    expect(readFileSync(join(folder, 'x.otb')).subarray(0, 4).toString('hex')).toBe('00030201');
  });

  it.each([
    [ringtone, [TUNE, '--to', 'wav', '-o', 'x.mid']],
    [ringtone, [TUNE, '--to', 'midi', '-o', 'x.ott']],
    [ringtone, [TUNE, '-o', 'x.mp3']],
    [bitmap, ['--input', 'INPUT', '--kind', 'raw', '-o', 'x.wbmp']],
    [bitmap, ['--input', 'INPUT', '--kind', 'wbmp', '-o', 'x.otb']],
    [bitmap, ['--input', 'INPUT', '-o', 'x.png']],
  ])('that two words contradict is wrong usage: %#', async (command, args) => {
    const input = file('rows.json', BITMAP);
    const words = args.map(word => (word === 'INPUT' ? input : word));
    await expect(runCommand(command, words)).rejects.toMatchObject({ name: 'UsageError' });
  });
});

describe('--to with a number and without --json', () => {
  const to = ['--to', '+447700900123'];

  it.each([
    ['vcard', vcard, ['-'], CARD],
    ['vcal', vcal, ['-'], CALENDAR],
    ['ringtone', ringtone, ['-'], TUNE],
    ['bitmap', bitmap, ['--input', '-', '--kind', 'picture'], BITMAP],
  ] as const)('prints the TPDUs of %s', async (_, command, args, stdin) => {
    const { stdout } = await runCommand(command, [...args, ...to], { stdin });
    const { segments } = JSON.parse(
      (await runCommand(command, [...args, ...to, '--json'], { stdin })).stdout,
    );
    expect(segments.length).toBeGreaterThan(0);
    for (const { tpdu, length } of segments) {
      expect(stdout).toContain(`AT+CMGS=${length}\n${tpdu}\n`);
    }
  });

  it.each([
    ['vcard', vcard, ['-'], CARD],
    ['ringtone', ringtone, ['-'], TUNE],
    ['bitmap', bitmap, ['--input', '-', '--kind', 'picture'], BITMAP],
  ] as const)(
    'ties the parts of %s by a reference of 16 bits where that is asked for',
    async (_, command, args, stdin) => {
      const long = [...args, ...to, '--json', '--reference', '300', '--reference-bits', '16'];
      const { segments } = JSON.parse((await runCommand(command, long, { stdin })).stdout);
      const [{ total, userDataHeader }] = segments;
      // element 08 has the reference, the number of parts and that of this part (3GPP TS 23.040 9.2.3.24.8)
      if (total > 1) expect(userDataHeader).toContain(`0804012c0${total}01`);
      else expect(userDataHeader).not.toMatch(/^..(?:00|08)/);
    },
  );

  it('of a bitmap that is not a message is wrong usage', async () => {
    await expect(runCommand(bitmap, ['--input', '-', ...to], { stdin: BITMAP })).rejects.toMatchObject({
      name: 'UsageError',
    });
  });
});

describe('a card without a name', () => {
  it('is shown as it was read; only writing needs the name', async () => {
    const { code, stdout } = await runCommand(vcard, ['-', '--json'], { stdin: NAMELESS });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      version: '3.0',
      tel: [{ number: '+1' }],
      warnings: [{ code: 'card/missing-name' }],
    });
    for (const args of [
      ['-'],
      ['-', '--json', '--to', '+447700900123'],
      ['-', '--json', '-o', join(folder, 'n.vcf')],
    ]) {
      await expect(runCommand(vcard, args, { stdin: NAMELESS })).rejects.toMatchObject({
        code: 'card/missing',
      });
    }
  });
});
