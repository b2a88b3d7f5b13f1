import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BundleEntry } from '../../../src/archive/bundle.ts';
import { readZip, writeZip } from '../../../src/archive/index.ts';
import { MmsError } from '../../../src/errors.ts';
import { type Compiled, compileForChild } from '../../support/compiled.ts';
import { describeWithOracle } from '../../support/oracle.ts';
import { runs } from '../../support/property.ts';

const octets = (text: string): Uint8Array => new TextEncoder().encode(text);
const sha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');

const ENTRIES: readonly BundleEntry[] = [
  { name: 'smil.smil', data: octets('<smil><body/></smil>'.repeat(20)) },
  { name: 'img/Ärger.txt', data: octets('Ärger') },
  { name: '7', data: octets('seven') },
  { name: '__proto__', data: octets('proto') },
  { name: '2', data: octets('two') },
  { name: 'empty.txt', data: new Uint8Array() },
];

/** Names that are safe, of every kind that a reader takes. */
const name = fc
  .array(fc.stringMatching(/^[A-Za-z0-9_äß日-][A-Za-z0-9 ._äß日-]{0,8}[a-z0-9]$/), {
    minLength: 1,
    maxLength: 3,
  })
  .map(segments => segments.join('/'))
  .filter(path => !/(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)\b|icon\r/i.test(path));

describe('writeZip', () => {
  it('keeps names, data and order, numbers too', async () => {
    expect(readZip(await writeZip(ENTRIES))).toEqual({ entries: ENTRIES, issues: [] });
  });

  it('what it writes is read back, whatever it is', async () => {
    const entry = fc.record({ name, data: fc.uint8Array({ maxLength: 300 }) });
    const entries = fc.uniqueArray(entry, {
      minLength: 1,
      maxLength: 12,
      selector: ({ name }) => name.normalize('NFC').toLowerCase(),
    });
    await fc.assert(
      fc.asyncProperty(entries, async written => {
        expect(readZip(await writeZip(written)).entries).toEqual(written);
      }),
      { numRuns: runs(200) },
    );
  });

  it('stores what is compressed already, what is small, and what deflating does not make smaller', async () => {
    const photo = { name: 'photo.jpg', data: octets('0'.repeat(1000)) };
    const small = { name: 'small.txt', data: octets('0'.repeat(256)) };
    const noise = { name: 'noise.bin', data: Uint8Array.from({ length: 300 }, (_, i) => (i * i * 37) >>> 3) };
    const lengthOf = async (...entries: BundleEntry[]): Promise<number> => (await writeZip(entries)).length;
    const headers = await lengthOf({ ...photo, data: new Uint8Array() });
    expect(await lengthOf({ ...photo, isCompressed: true })).toBe(headers + 1000);
    expect(await lengthOf(photo)).toBeLessThan(headers + 100);
    expect(await lengthOf(small)).toBe(headers + 256);
    expect(await lengthOf({ ...small, data: octets('0'.repeat(257)) })).toBeLessThan(headers + 100);
    expect(await lengthOf(noise)).toBe(headers + 300);
    for (const entry of [small, noise]) expect(readZip(await writeZip([entry])).entries).toEqual([entry]);
  });

  it('stores what would look like a bomb', async () => {
    const silence = { name: 'silence.wav', data: new Uint8Array(500_000) };
    const archive = await writeZip([...ENTRIES, silence]);
    expect(archive.length).toBeGreaterThan(500_000);
    expect(archive.length).toBeLessThan(502_000);
    expect(readZip(archive).entries.at(-1)).toEqual(silence);
  });

  it.each([
    ['../a.txt', 'zip/unsafe-path', 'leaves its folder by ".."'],
    ['/a.txt', 'zip/unsafe-path', 'is an absolute path'],
    ['a\\b.txt', 'zip/unsafe-path', 'has the reserved character \\'],
    ['folder/', 'zip/unsafe-path', 'has a part without name'],
    ['\ud800.txt', 'zip/unsafe-path', 'has a control or format character'],
    ['.hidden', 'zip/unsafe-path', 'would be passed over as a hidden file'],
    ['SMIL.smil', 'zip/duplicate', 'is there twice'],
  ])('refuses %j', async (bad, code, reason) => {
    const written = writeZip([...ENTRIES, { name: bad, data: new Uint8Array() }]);
    await expect(written).rejects.toMatchObject({ code });
    await expect(written).rejects.toThrow(reason);
  });

  it('refuses to write nothing, and data of another type as misuse', async () => {
    await expect(writeZip([])).rejects.toMatchObject({ code: 'zip/empty' });
    const text: unknown = 'text';
    await expect(writeZip([{ name: 'a', data: text as Uint8Array }])).rejects.toThrow(MmsError);
  });
});

describe('Z8: equal entries give equal octets', () => {
  let compiled: Compiled;
  beforeAll(() => {
    compiled = compileForChild('archive/index.ts');
  });
  afterAll(() => compiled.remove());

  it('twice, and in every time zone and language', async () => {
    const expected = sha256(await writeZip(ENTRIES));
    expect(sha256(await writeZip(ENTRIES))).toBe(expected);
    const script = compiled.script(
      'write.js',
      `import { createHash } from 'node:crypto';
       import { writeZip } from './archive/index.js';
       const entries = ${JSON.stringify(ENTRIES.map(({ name, data }) => [name, [...data]]))};
       const archive = await writeZip(entries.map(([name, data]) => ({ name, data: new Uint8Array(data) })));
       console.log(createHash('sha256').update(archive).digest('hex'));`,
    );
    for (const [TZ, LANG] of [
      ['Asia/Tokyo', 'ja_JP.UTF-8'],
      ['America/St_Johns', 'tr_TR.UTF-8'],
      ['UTC', 'C'],
    ]) {
      const env = { ...process.env, TZ, LANG, LC_ALL: LANG };
      const { stdout, stderr } = spawnSync(process.execPath, [script], { env, encoding: 'utf8' });
      expect(stderr).toBe('');
      expect(stdout.trim(), `${TZ} ${LANG}`).toBe(expected);
    }
  });
});

describeWithOracle(['unzip'], 'archives as unzip sees them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zip-'));
  const file = join(folder, 'out.zip');
  const unzip = (...args: readonly string[]): { status: number | null; stdout: Buffer } =>
    spawnSync('unzip', [...args], { env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'Asia/Tokyo' } });
  beforeAll(async () => {
    writeFileSync(file, await writeZip([...ENTRIES, { name: 'zeros.bin', data: new Uint8Array(200_000) }]));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('tests clean', () => {
    const { status, stdout } = unzip('-t', file);
    expect(stdout.toString()).toMatch(/No errors detected/);
    expect(status).toBe(0);
  });

  it('lists order, names, the fixed date and no folder', () => {
    const rows = unzip('-Z', '-T', file).stdout.toString().trim().split('\n').slice(2, -1);
    const listed = rows.map(row => row.split(/\s+/).slice(-2).join(' '));
    expect(listed).toEqual(
      [...ENTRIES.map(({ name }) => name), 'zeros.bin'].map(name => `19800101.000000 ${name}`),
    );
  });

  it.each(ENTRIES)('extracts $name', ({ name, data }) => {
    expect(new Uint8Array(unzip('-p', file, name).stdout)).toEqual(data);
  });
});
