import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readZip } from '../../../src/archive/index.ts';
import { MmsError } from '../../../src/errors.ts';
import { refusalOf, textsOf } from './outcome.ts';
import { descriptor, join, rawArchive, u16, u32 } from './raw-archive.ts';

const VECTORS = resolve(import.meta.dirname, '../../vectors/zip');
const vector = (name: string): Uint8Array => new Uint8Array(readFileSync(resolve(VECTORS, name)));
const sha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');

interface ZipCase {
  readonly file: string;
  readonly sha256: string;
  readonly entries: readonly string[];
}

const { cases }: { cases: readonly ZipCase[] } = JSON.parse(
  readFileSync(resolve(VECTORS, 'zip-cases.json'), 'utf8'),
);

const JUNK = /^__MACOSX\/|^\.DS_Store$|^Thumbs\.db$/;
const REFUSED: Readonly<Record<string, string>> = {
  'zip/09-zip-slip.zip': 'zip/unsafe-path',
  'zip/13-empty.zip': 'zip/empty',
};

describe('archives of the cases', () => {
  it.each(cases)('$file', ({ file, sha256: expected, entries }) => {
    const bytes = vector(file);
    expect(sha256(bytes)).toBe(expected);
    const code = REFUSED[file];
    if (code !== undefined) {
      expect(refusalOf(bytes).code).toBe(code);
      return;
    }
    const bundle = readZip(bytes);
    expect(bundle.entries.map(({ name }) => name)).toEqual(entries.filter(name => !JUNK.test(name)));
    const ignored = entries.some(name => JUNK.test(name)) ? ['zip/junk-ignored'] : [];
    expect(bundle.issues.map(({ code }) => code)).toEqual(ignored);
  });

  it('names the ignored files in one finding', () => {
    expect(readZip(vector('zip/08-os-junk.zip')).issues).toEqual([
      {
        code: 'zip/junk-ignored',
        severity: 'info',
        message: 'ignored "__MACOSX/._presentation.smil", ".DS_Store", "Thumbs.db"',
      },
    ]);
  });

  it('luther.zip', () => {
    const expected: { entries: readonly { name: string; size: number; sha256: string }[] } = JSON.parse(
      readFileSync(resolve(VECTORS, 'luther.expected.json'), 'utf8'),
    );
    const found = readZip(vector('luther.zip')).entries.map(({ name, data }) => ({
      name,
      size: data.length,
      sha256: sha256(data),
    }));
    expect(found).toEqual(expected.entries.map(({ name, size, sha256 }) => ({ name, size, sha256 })));
  });
});

describe('archives of other programs (tools/make.sh)', () => {
  it.each(['infozip', 'infozip-stream', '7zip', 'bsdtar', 'jar', 'python', 'python-stream'])(
    '%s.zip',
    program => {
      expect(textsOf(vector(`tools/${program}.zip`))).toEqual({
        'hello.txt': 'Hello\n',
        'empty.txt': '',
        'img/zeros.bin': '\0'.repeat(3000),
        'Ärger.txt': 'Ärger 日本',
      });
    },
  );

  it.each([
    ['encrypted', 'zip/encrypted', 'the entry "hello.txt" is encrypted'],
    ['aes', 'zip/encrypted', 'the entry "hello.txt" is encrypted'],
    ['lzma', 'zip/unsupported', /method 14, expected 0 \(stored\) or 8 \(deflated\)/],
    ['link', 'zip/unsupported', 'the entry "link" is a symbolic link or another special file'],
    ['zip64', 'zip/unsupported', 'the archive is in zip64 format'],
    ['padded', 'zip/corrupt', '10036 octets after the end of the archive'],
  ])('refused-%s.zip', (name, code, message) => {
    const refusal = refusalOf(vector(`tools/refused-${name}.zip`));
    expect(refusal.code).toBe(code);
    expect(refusal.message).toMatch(message);
  });
});

describe('entries', () => {
  it('keeps the order of the directory', () => {
    const names = ['b.txt', '10', 'a.txt', '9'];
    expect(readZip(rawArchive(names.map(name => ({ name })))).entries.map(({ name }) => name)).toEqual(names);
  });

  it('gives stored data as a view of the archive', () => {
    const bytes = rawArchive([{ name: 'a.txt', method: 0 }]);
    expect(readZip(bytes).entries[0]?.data.buffer).toBe(bytes.buffer);
  });

  it('gives small inflated data memory of their own', () => {
    const data = readZip(rawArchive([{ name: 'a.txt' }])).entries[0]?.data;
    expect(data).toEqual(Uint8Array.of(0x64, 0x61, 0x74, 0x61));
    expect(data?.byteOffset).toBe(0);
  });

  it('passes over folders and junk, in any case and place', () => {
    const names = ['img/', 'img/a.txt', '__macosx/b', 'img/._a.txt', 'THUMBS.DB', '.git/config', 'Icon\r'];
    const { entries, issues } = readZip(rawArchive(names.map(name => ({ name, data: '' }))));
    expect(entries.map(({ name }) => name)).toEqual(['img/a.txt']);
    expect(issues.map(({ message }) => message)).toEqual([
      'ignored "__macosx/b", "img/._a.txt", "THUMBS.DB" and 2 more',
    ]);
  });

  it('refuses an archive of junk alone', () => {
    expect(refusalOf(rawArchive([{ name: '.DS_Store' }])).code).toBe('zip/empty');
  });

  it('keeps names that are members of every object', () => {
    const names = ['__proto__', 'constructor', 'toString'];
    expect(readZip(rawArchive(names.map(name => ({ name })))).entries.map(({ name }) => name)).toEqual(names);
  });

  it('refuses what is not a Uint8Array as misuse', () => {
    const text: unknown = 'PK';
    expect(() => readZip(text as Uint8Array)).toThrow(MmsError);
    expect(() => readZip(new Uint8Array(), { limits: { maxZipBytes: Number.NaN } })).toThrow(MmsError);
  });
});

describe('charset of names', () => {
  const latin = Uint8Array.of(0x81, 0x62, 0x2e, 0x74, 0x78, 0x74);
  const utf8 = new TextEncoder().encode('üb.txt');
  const unicodePath = (crc: number, path: string): Uint8Array => {
    const name = new TextEncoder().encode(path);
    return join(u16(0x7075), u16(5 + name.length), Uint8Array.of(1), u32(crc), name);
  };
  const nameOf = (entry: Parameters<typeof rawArchive>[0][number]): string | undefined =>
    readZip(rawArchive([entry])).entries[0]?.name;

  it.each([
    ['UTF-8 by its flag', { name: utf8 }],
    ['UTF-8 without flag, as macOS writes it', { name: utf8, flags: 0 }],
    ['code page 437', { name: latin, flags: 0 }],
    [
      'a Unicode path',
      { name: Uint8Array.of(0xff), flags: 0, extra: unicodePath(crc32(Uint8Array.of(0xff)), 'üb.txt') },
    ],
    ['a Unicode path of another name', { name: latin, flags: 0, extra: unicodePath(1, 'other.txt') }],
    ['a Unicode path beside the flag', { name: utf8, extra: unicodePath(crc32(utf8), 'other.txt') }],
    ['extra fields that do not fit', { name: utf8, extra: join(u16(0x7075), u16(900), Uint8Array.of(1)) }],
  ])('%s', (_, entry) => {
    expect(nameOf(entry)).toBe('üb.txt');
  });

  it('knows code page 437', () => {
    const upper = Uint8Array.from({ length: 127 }, (_, i) => 0x80 + i);
    const text = nameOf({ name: upper.subarray(0, 90), flags: 0 });
    expect(text?.slice(0, 6)).toBe('Çüéâäà');
    expect(nameOf({ name: upper.subarray(90), flags: 0 })).toBe('┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■');
  });

  it('takes a backslash as a folder separator', () => {
    expect(nameOf({ name: 'img\\a.txt' })).toBe('img/a.txt');
  });

  it('refuses a flagged name that is not UTF-8', () => {
    const refusal = refusalOf(rawArchive([{ name: latin }]));
    expect(refusal).toMatchObject({
      code: 'zip/corrupt',
      message: 'the entry name "\\u{81}b.txt" is not UTF-8',
    });
  });
});

describe('data descriptors', () => {
  const data = 'data';
  const streamed = {
    name: 'a.txt',
    data,
    method: 0,
    flags: 0x0808,
    local: { crc: 0, size: 0, compressedSize: 0 },
  };
  const crc = crc32(data);

  it.each([
    ['signed', descriptor(crc, 4, 4)],
    ['not signed', descriptor(crc, 4, 4, false)],
  ])('reads a %s one', (_, trailer) => {
    expect(textsOf(rawArchive([{ ...streamed, trailer }, { name: 'b.txt' }]))).toEqual({
      'a.txt': 'data',
      'b.txt': 'data',
    });
  });

  it.each([
    ['none', new Uint8Array()],
    ['another CRC', descriptor(crc + 1, 4, 4)],
    ['another size', descriptor(crc, 4, 5)],
    ['zip64 sizes', join(descriptor(crc, 4, 0), u32(4), u32(0))],
    ['half of one', descriptor(crc, 4, 4).subarray(0, 9)],
  ])('refuses %s', (_, trailer) => {
    expect(refusalOf(rawArchive([{ ...streamed, trailer }])).code).toBe('zip/corrupt');
  });

  it('refuses one that is not announced', () => {
    const refusal = refusalOf(rawArchive([{ name: 'a.txt', data, trailer: descriptor(crc, 6, 4) }]));
    expect(refusal.message).toBe('16 octets that belong to no entry, before the directory');
  });
});
