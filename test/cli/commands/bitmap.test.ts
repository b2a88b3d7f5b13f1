import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bitmapOfRows, encodeWbmp, formatBlocks } from '../../../src/bitmap/index.ts';
import { toHex } from '../../../src/bytes/index.ts';
import { bitmap } from '../../../src/cli/commands/bitmap.ts';
import { encodeOtaBitmap } from '../../../src/smart/index.ts';

const dots = bitmapOfRows(['#.#', '.#.']);
const vectors = new URL('../../vectors/smart/', import.meta.url);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bitmap-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, data: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, data);
  return path;
}

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly octets: Uint8Array;
}

async function run(args: readonly string[], { isTerminal = false, stdin = '' } = {}): Promise<Ran> {
  let out = '';
  let err = '';
  let octets = new Uint8Array();
  const code = await bitmap.run(
    parseArgs({ args: [...args], options: bitmap.options, allowPositionals: true }),
    {
      stdout: {
        write: data => {
          if (typeof data === 'string') out += data;
          else octets = new Uint8Array(data);
        },
      },
      stderr: {
        write: text => {
          err += text;
        },
      },
      stdin: async () => new TextEncoder().encode(stdin),
      env: {},
      isTerminal,
    },
  );
  return { code, out, err, octets };
}

describe('mms bitmap', () => {
  it('writes an OTA bitmap of rows in JSON', async () => {
    const input = file('rows.json', JSON.stringify(dots));
    expect(await run(['--input', input])).toMatchObject({ code: 0, out: '00030201a8\n', err: '' });
    expect((await run(['--input', input, '--rows', 'padded'])).out).toBe('00030201a040\n');
    expect((await run(['--input', input, '--kind', 'wbmp', '--hex'])).out).toBe('0000030240a0\n');
    expect((await run(['--input', '-', '--invert'], { stdin: JSON.stringify(dots) })).out).toBe(
      '0003020154\n',
    );
  });

  it('reads WBMP and OTA bitmaps, and scales them when asked', async () => {
    const wbmp = file('in.wbmp', encodeWbmp(dots));
    const otb = file('in.otb', encodeOtaBitmap(dots, { rowPadding: 'octet' }));
    for (const path of [wbmp, otb]) expect((await run([path])).out).toBe('00030201a8\n');
    const { out } = await run([wbmp, '--width', '6', '--height', '4', '--fit', 'crop', '--json']);
    expect(JSON.parse(out).bitmap.rows).toEqual(['......', '.#.#..', '..#...', '......']);
  });

  it('prints port, payload and segments as JSON', async () => {
    const [vector] = JSON.parse(readFileSync(new URL('messages.json', vectors), 'utf8'));
    const input = file('graphic.json', JSON.stringify(vector.input));
    const args = ['--input', input, '--kind', 'group-graphic', '--to', '+447700900123', '--json'];
    const { segments, ...report } = JSON.parse((await run(args)).out);
    expect(report).toEqual({
      port: 5507,
      payload: vector.userData,
      bitmap: vector.input.bitmap,
      warnings: [],
    });
    expect(segments).toMatchObject([
      { sequence: 1, total: 1, userDataHeader: vector.parts[0].udh, userDataLength: 137 },
    ]);
    expect(segments[0].tpdu).toMatch(/^41000c91447700091032/);
    expect(segments[0].length).toBe(segments[0].tpdu.length / 2);
  });

  it('takes each kind with its options, by flags or by JSON', async () => {
    const messages = JSON.parse(readFileSync(new URL('messages.json', vectors), 'utf8'));
    const kinds = new Map([
      ['group-graphic', 'group-graphic'],
      ['operator-logo', 'operator-logo'],
      ['picture-message', 'picture'],
    ]);
    for (const { kind, input, userData } of messages) {
      const name = kinds.get(kind);
      if (name === undefined) continue;
      const { layout, ...options } = input;
      const path = file('options.json', JSON.stringify({ ...options, kind: name }));
      expect((await run(['--input', path])).out).toBe(`${userData}\n`);
    }
    const rows = file('rows.json', JSON.stringify(dots));
    const logo = ['--input', rows, '--kind', 'operator-logo', '--mcc', '244', '--mnc', '05'];
    expect((await run([...logo, '--form', 'versioned'])).out).toBe('3042f4500a00030201a8\n');
    expect((await run(['--input', rows, '--kind', 'screen-saver'])).out).toBe('3006000500030201a8\n');
    const picture = [
      '--input',
      rows,
      '--kind',
      'picture',
      '--text',
      'Hi',
      '--unicode',
      '--item-order',
      'text,bitmap',
    ];
    expect((await run(picture)).out).toBe('3001000400480069 02000500030201a8\n'.replace(' ', ''));
  });

  it('fits a PNG or JPEG to the kind', async () => {
    const path = fileURLToPath(new URL('barcode.jpg', vectors));
    const { bitmap: logo } = JSON.parse((await run([path, '--kind', 'group-graphic', '--json'])).out);
    expect(logo).toMatchObject({ width: 72, height: 14 });
    // 96x11 becomes 72x8 with white above and below.
    const black = logo.rows.map((row: string) => row.includes('#'));
    expect(black).toEqual([...Array(3).fill(false), ...Array(8).fill(true), ...Array(3).fill(false)]);
    const grey = Buffer.from([0, 255, 0, 255, 0, 255]);
    const png = await sharp(grey, { raw: { width: 3, height: 2, channels: 1 } })
      .png()
      .toBuffer();
    expect((await run([file('dots.png', png)])).out).toBe('00030201a8\n');
  });

  it('writes a file whole, or octets to standard output', async () => {
    const input = file('rows.json', JSON.stringify(dots));
    const target = join(folder, 'out', 'x.otb');
    await expect(run(['--input', input, '-o', target])).rejects.toThrow(
      expect.objectContaining({ code: 'file/unwritable' }),
    );
    const { out } = await run(['--input', input, '-o', join(folder, 'x.otb')]);
    expect(out).toBe('');
    expect(toHex(readFileSync(join(folder, 'x.otb')))).toBe('00030201a8');
    expect(readdirSync(folder).filter(name => name.endsWith('.tmp'))).toEqual([]);
    expect(toHex((await run(['--input', input, '-o', '-'])).octets)).toBe('00030201a8');
  });

  it('shows the picture on a terminal, and what phones may not take', async () => {
    const input = file('rows.json', JSON.stringify(dots));
    expect((await run(['--input', input], { isTerminal: true })).err).toBe(formatBlocks(dots));
    expect((await run(['--input', input, '--preview'])).err).toBe('▀▄▀\n');
    const { out, err } = await run(['--input', input, '--kind', 'group-graphic']);
    expect(out).toBe('00030201a8\n');
    expect(err).toBe(
      'bitmap  warning  smart/unusual-size  expected 72x14 pixels in a group graphic, found 3x2\n',
    );
  });

  it('refuses a wrong command line', async () => {
    const rows = file('rows.json', JSON.stringify(dots));
    const wrong = [
      [],
      [rows, '--input', rows],
      [rows, rows],
      ['--input', rows, '--kind', 'poster'],
      ['--input', rows, '--kind', 'operator-logo', '--mcc', '244'],
      ['--input', rows, '--width', '1.5'],
      ['--input', rows, '--width', 'wide'],
      ['--input', rows, '--dither', 'maybe'],
      ['--input', rows, '--json', '--to', '+447700900123'],
    ];
    for (const args of wrong) {
      await expect(run(args), args.join(' ')).rejects.toThrow(
        expect.objectContaining({ name: 'UsageError' }),
      );
    }
  });

  it('refuses wrong input', async () => {
    const wrong: [string, string | Uint8Array, string][] = [
      ['rows.json', '{', 'file/syntax'],
      ['rows.json', 'null', 'bitmap/rows'],
      ['rows.json', '[]', 'bitmap/rows'],
      ['rows.json', '{"width":1,"height":1,"rows":["x"]}', 'bitmap/rows'],
      ['rows.json', '{"bitmap":3}', 'bitmap/rows'],
      ['rows.json', JSON.stringify({ ...dots, colour: 1 }), 'manifest/unknown-key'],
      ['rows.json', JSON.stringify({ bitmap: dots, constructor: 1 }), 'manifest/unknown-key'],
      ['rows.json', JSON.stringify({ ...dots, text: {} }), 'manifest/type'],
      ['rows.json', JSON.stringify({ ...dots, invert: 'yes' }), 'manifest/type'],
      [
        'rows.json',
        JSON.stringify({ ...dots, kind: 'operator-logo', mcc: 244, mnc: 5 }),
        'smart/network-code',
      ],
    ];
    for (const [name, data, code] of wrong) {
      await expect(run(['--input', file(name, data)]), String(data)).rejects.toThrow(
        expect.objectContaining({ code }),
      );
    }
    await expect(run([join(folder, 'absent.png')])).rejects.toThrow(
      expect.objectContaining({ code: 'file/not-found' }),
    );
    await expect(run([file('x.png', 'no picture')])).rejects.toThrow(
      expect.objectContaining({ code: 'media/not-a-picture' }),
    );
  });
});
