import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readZip, writeZip } from '../../src/archive/index.ts';
import { isMmsError } from '../../src/errors.ts';
import { refusalOf } from '../archive/zip/outcome.ts';
import { join, type RawArchive, type RawEntry, rawArchive, u16, u32 } from '../archive/zip/raw-archive.ts';
import { expectLinear } from '../support/growth.ts';
import { mutate } from '../support/mutate.ts';
import { random, runs } from '../support/property.ts';

const octets = (length: number): Uint8Array => new Uint8Array(length);
const ANY_SIZE = { maxZipBytes: 2 ** 32, maxZipEntries: 2 ** 32, maxZipInflatedBytes: 2 ** 40 };

describe('limits', () => {
  const entry: RawEntry = { name: 'a.txt', data: 'x'.repeat(1000) };
  const archive = rawArchive([entry, { ...entry, name: 'b.txt' }]);

  it.each([
    [
      { maxZipBytes: archive.length - 1 },
      `the archive has ${archive.length} octets, allowed ${archive.length - 1}`,
    ],
    [{ maxZipEntries: 1 }, 'the archive has 2 entries, allowed 1'],
    [{ maxZipEntryBytes: 999 }, 'the entry "a.txt" has 1000 octets, allowed 999'],
    [{ maxZipInflatedBytes: 1999 }, 'the archive has 2000 octets when inflated, allowed 1999'],
    [
      { zipRatioFreeBytes: 999, maxZipRatio: 2 },
      /^the entry "a.txt" grows from \d+ to 1000 octets, allowed 2:1$/,
    ],
  ])('%o', (limits, message) => {
    const refusal = refusalOf(archive, { limits });
    expect(refusal.code).toBe('zip/too-large');
    expect(refusal.message).toMatch(message);
  });

  it('are met by what just fits', () => {
    const limits = {
      maxZipBytes: archive.length,
      maxZipEntries: 2,
      maxZipEntryBytes: 1000,
      maxZipInflatedBytes: 2000,
      zipRatioFreeBytes: 1000,
      maxZipRatio: 1,
    };
    expect(readZip(archive, { limits }).entries).toHaveLength(2);
  });

  it('Z3: 2000 entries that share one local entry are refused, by count and by overlap', () => {
    const data = octets(5 * 1024 * 1024);
    const packed = new Uint8Array(deflateRawSync(data));
    const sizes = { crc: crc32(data), size: data.length, packed };
    const shared: RawEntry = { name: 'a', ...sizes, localOffset: 0, isShared: true };
    const first = { ...shared, isShared: false };
    const directory = [first, ...Array.from({ length: 1999 }, () => shared)];
    const bytes = rawArchive(directory);
    expect(refusalOf(bytes)).toMatchObject({
      code: 'zip/too-large',
      message: 'the archive has 2000 entries, allowed 128',
    });
    const limits = { ...ANY_SIZE, maxZipRatio: 2000 };
    expect(refusalOf(bytes, { limits })).toMatchObject({ code: 'zip/corrupt' });
    expect(refusalOf(bytes, { limits }).message).toMatch(
      /^the entry "a" shares \d+ octets with another entry$/,
    );
    expectLinear(count => refusalOf(rawArchive(directory.slice(0, count)), { limits }), directory.length);
  });

  it('Z4: an archive within an archive is a file like any other', async () => {
    let inner = new Uint8Array(readFileSync(resolve(import.meta.dirname, '../vectors/zip/luther.zip')));
    for (let level = 0; level < 5; level++) {
      const outer = await writeZip([{ name: 'inner.zip', data: inner }]);
      expect(readZip(outer).entries).toEqual([{ name: 'inner.zip', data: inner }]);
      inner = new Uint8Array(outer);
    }
  });

  it('Z5: 65 000 entries are refused by their count alone', () => {
    const bytes = rawArchive([], {
      afterDirectory: octets(65_000 * 46),
      directorySize: 65_000 * 46,
      entries: 65_000,
    });
    const refusal = refusalOf(bytes);
    expect(refusal).toMatchObject({
      code: 'zip/too-large',
      message: 'the archive has 65000 entries, allowed 128',
    });
  });
});

describe('Z6: names', () => {
  const long = 'n'.repeat(101);
  it.each([
    ['../evil.txt', 'leaves its folder by ".."'],
    ['../../etc/passwd', 'leaves its folder by ".."'],
    ['a/../../b', 'leaves its folder by ".."'],
    ['..\\evil.txt', 'leaves its folder by ".."'],
    ['__MACOSX/../../evil', 'leaves its folder by ".."'],
    ['..', 'leaves its folder by ".."'],
    ['/etc/passwd', 'is an absolute path'],
    ['\\\\server\\share', 'is an absolute path'],
    ['C:\\windows\\x', 'begins with a drive letter'],
    ['c:x', 'begins with a drive letter'],
    ['./a.txt', 'has the part "."'],
    ['a//b.txt', 'has a part without name'],
    ['', 'has a part without name'],
    ['a\0.txt', 'has a control or format character'],
    ['a\r\nX: b', 'has a control or format character'],
    ['a\x1b[2J', 'has a control or format character'],
    ['a\u0085b', 'has a control or format character'],
    ['\u202egnp.exe', 'has a control or format character'],
    ['a\u2028b', 'has a control or format character'],
    ['a\ufeffb', 'has a control or format character'],
    ['ab:stream', 'has the reserved character :'],
    ['<a>', 'has the reserved character <'],
    ['what?', 'has the reserved character ?'],
    ['a*', 'has the reserved character *'],
    ['a|b', 'has the reserved character |'],
    ['a"b', 'has the reserved character "'],
    ['con', 'is the name of a device'],
    ['img/CON.txt', 'is the name of a device'],
    ['com1.jpg', 'is the name of a device'],
    ['nul .txt', 'is the name of a device'],
    ['a.', 'has a part that ends with a dot or blank'],
    ['a /b', 'has a part that ends with a dot or blank'],
    ['...', 'has a part that ends with a dot or blank'],
    [long, 'has a part of 101 characters, allowed 100'],
    ['a/'.repeat(501), 'has 1001 characters, allowed 1000'],
    ['con/', 'is the name of a device'],
  ])('%j is refused', (name, reason) => {
    const refusal = refusalOf(rawArchive([{ name: 'ok.txt' }, { name, data: '' }]));
    expect(refusal.code).toBe('zip/unsafe-path');
    expect(refusal.message).toMatch(/^the entry ".*" /);
    expect(refusal.message.endsWith(` ${reason}`)).toBe(true);
    expect(`${refusal.message}${refusal.path}`).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(refusal.message.length).toBeLessThan(300);
  });

  it('writes hostile characters as escapes', () => {
    expect(refusalOf(rawArchive([{ name: 'a\x1b[2J' }])).message).toBe(
      'the entry "a\\u{1b}[2J" has a control or format character',
    );
  });

  it.each([
    'a b.txt',
    'Ärger.txt',
    'console.txt',
    'com.txt',
    'com10',
    '日本/絵.png',
    'a'.repeat(100),
    '..a',
    'a..b',
  ])('%s is accepted', name => {
    expect(readZip(rawArchive([{ name }])).entries[0]?.name).toBe(name);
  });

  it.each([
    ['twice the same', ['a.txt', 'a.txt']],
    ['another case', ['a.txt', 'A.TXT']],
    ['another case beyond ASCII', ['ä.txt', 'Ä.txt']],
    ['another normal form', ['\u00e4.txt', 'a\u0308.txt']],
    ['another separator', ['a/b.txt', 'a\\b.txt']],
    ['a folder and a file', ['a/', 'a']],
  ])('%s is a duplicate', (_, names) => {
    expect(refusalOf(rawArchive(names.map(name => ({ name, data: '' })))).code).toBe('zip/duplicate');
  });

  it('refuses another name in the local header', () => {
    const refusal = refusalOf(rawArchive([{ name: 'a.txt', local: { name: 'b.txt' } }]));
    expect(refusal).toMatchObject({
      code: 'zip/corrupt',
      message: 'the entry "a.txt" has another name in its local header',
      path: 'a.txt',
      offset: 0,
    });
  });
});

describe('structure', () => {
  const entry: RawEntry = { name: 'a.txt', data: 'data' };
  const archiveOf = (changes: Partial<RawEntry>, archive?: RawArchive): Uint8Array =>
    rawArchive([{ ...entry, ...changes }], archive);
  const zip64Extra = join(u16(1), u16(8), u32(4), u32(0));

  it.each<[string, Uint8Array, string, RegExp]>([
    ['nothing', octets(0), 'zip/not-a-zip', /no end record/],
    ['text', new TextEncoder().encode('<smil/>'.repeat(9)), 'zip/not-a-zip', /no end record/],
    ['no end record', archiveOf({}).subarray(0, -1), 'zip/corrupt', /no end record/],
    ['octets before', archiveOf({}, { before: octets(3) }), 'zip/corrupt', /comes after 3 octets/],
    ['octets before, not counted', join(octets(3), archiveOf({})), 'zip/corrupt', /^3 octets that belong/],
    ['octets after', archiveOf({}, { after: octets(1) }), 'zip/corrupt', /^1 octets after the end/],
    [
      'a comment too long',
      archiveOf({}, { comment: octets(9) }).subarray(0, -2),
      'zip/corrupt',
      /2 octets past/,
    ],
    ['a second end in the comment', rawWithInnerEnd(), 'zip/corrupt', /octets that belong to no entry/],
    ['a gap between entries', gapped(), 'zip/corrupt', /"b.txt" comes after 5 octets/],
    [
      'octets before the directory',
      archiveOf({}, { beforeDirectory: octets(4) }),
      'zip/corrupt',
      /^4 octets/,
    ],
    ['octets after the directory', archiveOf({}, { afterDirectory: octets(4) }), 'zip/corrupt', /^4 octets/],
    ['octets within the directory', overlongDirectory(), 'zip/corrupt', /^4 octets after the last entry/],
    ['fewer entries than said', archiveOf({}, { entries: 2 }), 'zip/corrupt', /^entry 2 of 2/],
    ['a directory beyond its end', archiveOf({}, { directorySize: 999 }), 'zip/corrupt', /past its end/],
    ['several volumes', archiveOf({}, { disk: 1 }), 'zip/unsupported', /volumes/],
    ['an entry on another volume', archiveOf({ disk: 1 }), 'zip/unsupported', /"a.txt" is on another volume/],
    ['a zip64 end', archiveOf({}, { directoryOffset: 0xffffffff }), 'zip/unsupported', /zip64/],
    ['a zip64 locator', withZip64Locator(), 'zip/unsupported', /zip64/],
    ['zip64 sizes', archiveOf({ extra: zip64Extra }), 'zip/unsupported', /zip64/],
    [
      'zip64 sizes in the local header',
      archiveOf({ local: { size: 0xffffffff } }),
      'zip/unsupported',
      /zip64/,
    ],
    ['encryption', archiveOf({ flags: 1 }), 'zip/encrypted', /"a.txt" is encrypted/],
    ['encryption in the local header', archiveOf({ local: { flags: 1 } }), 'zip/encrypted', /encrypted/],
    ['strong encryption', archiveOf({ flags: 0x40 }), 'zip/encrypted', /encrypted/],
    ['masked headers', archiveOf({ flags: 0x2000 }), 'zip/encrypted', /encrypted/],
    ['patched data', archiveOf({ flags: 0x20 }), 'zip/unsupported', /patch/],
    ['method 12', archiveOf({ method: 12 }), 'zip/unsupported', /method 12/],
    ['a link', archiveOf({ madeBy: 0x0314, attributes: 0xa1ff0000 }), 'zip/unsupported', /link/],
    ['a device of macOS', archiveOf({ madeBy: 0x1314, attributes: 0x21ff0000 }), 'zip/unsupported', /link/],
    ['another method locally', archiveOf({ local: { method: 0 } }), 'zip/corrupt', /another method/],
    ['another size locally', archiveOf({ local: { size: 5 } }), 'zip/corrupt', /another size or CRC/],
    ['another CRC locally', archiveOf({ local: { crc: 5 } }), 'zip/corrupt', /another size or CRC/],
    ['no local header', archiveOf({ localOffset: 1 }), 'zip/corrupt', /not where the directory says/],
    ['a local header far away', archiveOf({ localOffset: 0x7fffffff }), 'zip/corrupt', /not where/],
    [
      'data into the directory',
      archiveOf({ compressedSize: 8 }),
      'zip/corrupt',
      /2 octets into the directory/,
    ],
    [
      'octets after the deflated data',
      archiveOf({ packed: longPacked() }),
      'zip/corrupt',
      /3 octets after its data/,
    ],
    [
      'one octet after the deflated data',
      archiveOf({ packed: longPacked(1) }),
      'zip/corrupt',
      /1 octets after its data/,
    ],
    ['deflated data cut off', archiveOf({ packed: longPacked().subarray(0, 3) }), 'zip/corrupt', /inflated/],
    ['no deflated data', archiveOf({ packed: octets(0) }), 'zip/corrupt', /inflated/],
    ['a size too small', archiveOf({ size: 3 }), 'zip/corrupt', /more than the declared 3/],
    ['a size of 0', archiveOf({ size: 0 }), 'zip/corrupt', /has [14] octets, 0 are|more than the declared 0/],
    ['a size too large', archiveOf({ size: 5 }), 'zip/corrupt', /has 4 octets, 5 are declared/],
    ['a stored size too small', archiveOf({ method: 0, size: 3 }), 'zip/corrupt', /has 4 octets, 3 are/],
    ['a wrong CRC', archiveOf({ crc: 1 }), 'zip/corrupt', /CRC/],
    ['a folder with content', archiveOf({ name: 'a/' }), 'zip/corrupt', /folder with content/],
  ])('refuses %s', (_, bytes, code, message) => {
    const refusal = refusalOf(bytes);
    expect(refusal.code).toBe(code);
    expect(refusal.message).toMatch(message);
  });

  it('reads an archive with a comment', () => {
    const comment = new TextEncoder().encode('made for a test');
    expect(readZip(archiveOf({ comment: 'of the entry' }, { comment })).entries).toHaveLength(1);
  });
});

/** The comment of an archive is another archive's end. */
function rawWithInnerEnd(): Uint8Array {
  return rawArchive([{ name: 'a.txt' }], { comment: rawArchive([]) });
}

function gapped(): Uint8Array {
  return rawArchive([{ name: 'a.txt', trailer: octets(5) }, { name: 'b.txt' }]);
}

function overlongDirectory(): Uint8Array {
  const { length } = rawArchive([{ name: 'a.txt' }]);
  const directorySize = 46 + 'a.txt'.length + 4;
  expect(length).toBeGreaterThan(directorySize);
  return rawArchive([{ name: 'a.txt' }], { afterDirectory: octets(4), directorySize });
}

function withZip64Locator(): Uint8Array {
  const locator = join(new TextEncoder().encode('PK\x06\x07'), octets(16));
  return rawArchive([{ name: 'a.txt' }], { afterDirectory: locator });
}

/** `data`, deflated by a stored block, and octets behind it. */
function longPacked(behind = 3): Uint8Array {
  return join(Uint8Array.of(1), u16(4), u16(0xfffb), new TextEncoder().encode('data'), octets(behind));
}

describe('Z7: damage', () => {
  const original = rawArchive([
    { name: 'presentation.smil', data: '<smil><body><par dur="5s"/></body></smil>'.repeat(3) },
    { name: 'stored.txt', data: 'stored', method: 0 },
    { name: 'more/text.txt', data: 'some text' },
    {
      name: 'streamed.txt',
      data: 'data',
      method: 0,
      flags: 0x0808,
      local: { crc: 0, size: 0, compressedSize: 0 },
      trailer: join(new TextEncoder().encode('PK\x07\x08'), u32(crc32('data')), u32(4), u32(4)),
    },
  ]);
  const { entries } = readZip(original);
  const contentOf = (bundle: ReturnType<typeof readZip>): string =>
    bundle.entries.map(({ name, data }) => `${name}=${Buffer.from(data).toString('hex')}`).join();
  const content = contentOf({ entries, issues: [] });

  /** Refused with an MmsError, or undefined. */
  function outcome(bytes: Uint8Array): ReturnType<typeof readZip> | undefined {
    try {
      return readZip(bytes);
    } catch (error) {
      if (!isMmsError(error)) throw error;
      return undefined;
    }
  }

  it('every truncation is refused', () => {
    expect(original.length).toBeGreaterThan(400);
    for (let length = 0; length < original.length; length++) {
      expect(outcome(original.subarray(0, length)), `${length} octets`).toBeUndefined();
    }
  });

  it('every octet set to 00 or FF, every bit turned: refused, or the content is right', () => {
    let read = 0;
    for (let at = 0; at < original.length; at++) {
      const octet = original[at] ?? 0;
      for (const value of [0x00, 0xff, ...Array.from({ length: 8 }, (_, bit) => octet ^ (1 << bit))]) {
        const damaged = new Uint8Array(original);
        damaged[at] = value;
        const bundle = outcome(damaged);
        if (bundle === undefined) continue;
        read += 1;
        if (contentOf(bundle) !== content) expect(bundle.entries, `octet ${at} is ${value}`).toEqual(entries);
      }
    }
    // times, versions and attributes mean nothing here
    expect(read).toBeGreaterThan(100);
    expect(read).toBeLessThan(original.length * 5);
  });

  it('mutated archives are refused with a typed error or read', () => {
    const next = random();
    let seen = original;
    for (let i = 0; i < runs(5000); i++) {
      const mutant = mutate(original, seen, next);
      outcome(mutant);
      seen = mutant;
    }
  });
});
