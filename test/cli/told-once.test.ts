import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { photo } from '../media/pictures.ts';
import { runLine } from '../support/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'mms-told-'));
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  const told = photo(900, 600)
    .jpeg({ progressive: true })
    .withExif({ IFD3: { GPSLatitudeRef: 'N' } });
  writeFileSync(at('photo.jpg'), await told.toBuffer());
  const targets = 'targets: { a: { profile: nokia-6230 }, b: { profile: nokia-7650 } }';
  writeFileSync(
    at('m.yaml'),
    `slides: [{ image: photo.jpg }]\n${targets}\nout: { mms: "${folder}/[target].mms" }\n`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const count = (text: string, word: RegExp): number => text.match(word)?.length ?? 0;

describe('what adapting did', () => {
  it.each(['compose', 'adapt'])('mms %s tells it once, under the name of the file', async command => {
    const { stdout, stderr } = await runLine([
      command,
      at('photo.jpg'),
      '--profile',
      'nokia-6230',
      '-o',
      at('o.mms'),
    ]);
    expect(count(stdout, /900×600 → /g)).toBe(1);
    expect(count(stdout, /baseline/g)).toBe(1);
    expect(stderr).not.toMatch(/parts\[|900×600|baseline/);
    expect(count(stderr, /photo\.jpg +warning +media\/location/g)).toBe(1);
  });

  it('is told with the findings where octets go to standard output', async () => {
    const { stderr } = await runLine(['compose', at('photo.jpg'), '--profile', 'nokia-6230', '-o', '-']);
    expect(stderr).toMatch(/^photo\.jpg {2}warning {2}media\/image-too-large {2}900×600 became /m);
  });

  it('is told once for several targets that share a finding', async () => {
    const { stderr } = await runLine(['compose', at('m.yaml')]);
    expect(count(stderr, /media\/location/g)).toBe(1);
  });
});

describe('what to do about a warning', () => {
  const event = 'BEGIN:VEVENT\r\nDTSTART:20040523T140000\r\nRRULE:D1\r\nSUMMARY:x\r\nEND:VEVENT\r\n';
  const advice = 'add #0 for a rule without end, or a number or a time';

  it('stands once below the first that says it, as below an error', async () => {
    writeFileSync(at('e.vcs'), `BEGIN:VCALENDAR\r\nVERSION:1.0\r\n${event}END:VCALENDAR\r\n`);
    const { stderr } = await runLine(['vcal', at('e.vcs'), '-o', at('f.vcs')]);
    expect(count(stderr, /card\/rule-without-end/g)).toBe(2);
    expect(stderr.split('\n')[1]).toBe(`  ${advice}`);
    expect(count(stderr, /add #0/g)).toBe(1);
  });
});

describe('colours', () => {
  const yellow = '\u001b[33mwarning\u001b[39m';

  it('of findings, as the terminal wants them', async () => {
    const args = ['compose', at('photo.jpg'), '-o', at('o.mms')];
    expect((await runLine(args, { hasErrorColours: true })).stderr).toContain(yellow);
    expect((await runLine(args)).stderr).not.toContain('\u001b');
  });

  it('of lint', async () => {
    await runLine(['compose', at('photo.jpg'), '-o', at('o.mms'), '--keep-metadata']);
    const coloured = await runLine(['lint', at('o.mms')], { hasColours: true });
    expect(coloured.stdout).toContain(`${yellow}  media/location`);
    expect((await runLine(['lint', at('o.mms')])).stdout).not.toContain('\u001b');
    const json = await runLine(['lint', at('o.mms'), '--json'], { hasColours: true });
    expect(json.stdout).not.toContain('\u001b');
  });

  it.each([
    [{ FORCE_COLOR: '1' }, true],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    [{}, false],
  ])('of a program with %j', (variables, isColoured) => {
    const main = join(import.meta.dirname, '../../src/cli/main.ts');
    const { NO_COLOR: _no, FORCE_COLOR: _force, ...env } = process.env;
    const { stderr } = spawnSync(process.execPath, ['--import', 'tsx', main, 'compose'], {
      env: { ...env, ...variables },
      encoding: 'utf8',
    });
    expect(stderr.includes('\u001b[31m')).toBe(isColoured);
  });
});

describe('who reads no further', () => {
  it('gets no stack', () => {
    const notes = Array.from({ length: 5000 }, () => 'c').join(',');
    writeFileSync(at('long.rtttl'), `long:d=4,o=5,b=63:${notes}`);
    const main = join(import.meta.dirname, '../../src/cli/main.ts');
    const line = `"${process.execPath}" --import tsx "${main}" ringtone "${at('long.rtttl')}" --to json --json | head -1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', line], { encoding: 'utf8' });
    expect(stdout).toBe('{\n');
    expect(stderr).toBe('');
  });
});
