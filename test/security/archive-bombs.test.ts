import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { descriptor, join, type RawEntry, rawArchive, u16, u32 } from '../archive/zip/raw-archive.ts';
import { type Compiled, compileForChild } from '../support/compiled.ts';

const MB = 1e6;

/** Reads an archive, then prints what came of it. VmHWM, because maxRSS of a child begins with that of its parent. */
const SCRIPT = `
import { readFileSync } from 'node:fs';
import { readZip } from './archive/index.js';
const [, , archive, limits] = process.argv;
const bytes = archive === undefined ? undefined : readFileSync(archive);
let code = 'read';
try {
  if (bytes !== undefined) readZip(bytes, { limits: JSON.parse(limits) });
} catch (error) {
  code = error.code;
}
const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : '';
const kib = /VmHWM:\\s*(\\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS;
console.log(JSON.stringify({ code, rssMB: Number(kib) * 1024 / 1e6 }));
`;

interface Report {
  readonly code: string;
  readonly rssMB: number;
}

let compiled: Compiled;
let script = '';
beforeAll(() => {
  compiled = compileForChild('archive/index.ts');
  script = compiled.script('measure.js', SCRIPT);
});
afterAll(() => compiled.remove());

function measure(archive?: Uint8Array, limits: object = {}): Report {
  const file = joinPath(compiled.folder, 'archive.zip');
  if (archive !== undefined) writeFileSync(file, archive);
  const args = archive === undefined ? [] : [file, JSON.stringify(limits)];
  const { stdout, stderr } = spawnSync(process.execPath, ['--max-old-space-size=96', script, ...args], {
    timeout: 20_000,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

const zeros = (length: number): RawEntry => {
  const data = new Uint8Array(length);
  return { name: 'zeros.bin', data, packed: new Uint8Array(deflateRawSync(data, { level: 9 })) };
};
const bomb = zeros(43 * MB);
const largeBomb = zeros(100 * MB);
const packedLength = largeBomb.packed?.length ?? 0;
const blank = { crc: 0, size: 0, compressedSize: 0 };
const zip64 = join(u16(1), u16(16), u32(100 * MB), u32(0), u32(packedLength), u32(0));

/** Bounds that let an archive pass the check of what it declares. */
const TRUSTING = {
  maxZipEntryBytes: 2 ** 40,
  maxZipInflatedBytes: 2 ** 40,
  zipRatioFreeBytes: 2 ** 40,
};

describe('bombs, each in a process of its own', () => {
  it.each<[string, RawEntry, string, object?]>([
    ['Z1: 43 MB of zeros', bomb, 'zip/too-large'],
    ['Z2: 100 MB, 10 octets declared', { ...largeBomb, size: 10 }, 'zip/corrupt'],
    ['Z2: 100 MB, 5 MB declared', { ...largeBomb, size: 5 * MB }, 'zip/corrupt'],
    ['Z2: size FFFFFFFF', { ...largeBomb, size: 0xffffffff }, 'zip/unsupported', TRUSTING],
    ['Z2: zip64 sizes', { ...largeBomb, size: 0xffffffff, extra: zip64 }, 'zip/unsupported', TRUSTING],
    [
      'Z2: a data descriptor that tells the truth',
      { ...largeBomb, flags: 0x0808, local: blank, trailer: descriptor(0, packedLength, 100 * MB) },
      'zip/too-large',
    ],
    [
      'Z2: a data descriptor that lies',
      {
        ...largeBomb,
        crc: 0,
        size: 10,
        flags: 0x0808,
        local: blank,
        trailer: descriptor(0, packedLength, 10),
      },
      'zip/corrupt',
    ],
  ])('%s', (name, entry, code, limits) => {
    const report = measure(rawArchive([entry]), limits);
    console.info(`${name}: ${report.rssMB.toFixed(0)} MB`);
    expect(report.code).toBe(code);
    expect(report.rssMB).toBeLessThan(100);
  });

  it('are measured by what would show them', () => {
    const nothing = measure();
    const inflated = measure(rawArchive([bomb]), TRUSTING);
    console.info(`bare: ${nothing.rssMB.toFixed(0)} MB, 43 MB inflated: ${inflated.rssMB.toFixed(0)} MB`);
    expect(inflated.code).toBe('read');
    expect(inflated.rssMB - nothing.rssMB).toBeGreaterThan(40);
  });

  it('an archive of ordinary size passes in the same process', () => {
    expect(measure(rawArchive([{ name: 'a.txt' }]))).toMatchObject({ code: 'read' });
  });
});
