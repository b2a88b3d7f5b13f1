import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bitmap } from '../../src/bitmap/index.ts';

/** A bitmap as plain PBM (P1), 1 is black: the format that all outside tools read. Written without our packing. */
function toPbm({ width, height, rows }: Bitmap): string {
  const lines = rows.map(row =>
    row
      .replaceAll('#', '1')
      .replaceAll('.', '0')
      .replace(/.{1,70}/g, '$&\n'),
  );
  return `P1\n${width} ${height}\n${lines.join('')}`;
}

/** The pictures that ImageMagick sees in files of one format, all read in one run. */
export function readByImageMagick(inputs: readonly Uint8Array[], format: string): Bitmap[] {
  const folder = mkdtempSync(join(tmpdir(), 'imagemagick-'));
  try {
    const names = inputs.map((_, i) => `in-${i}.${format}`);
    names.forEach((name, i) => {
      writeFileSync(join(folder, name), inputs[i] ?? '');
    });
    const target = ['-compress', 'none', '+adjoin', 'out-%d.pgm'];
    const { status, stderr } = spawnSync('convert-im6.q16', [...names, ...target], { cwd: folder });
    if (status !== 0) throw new Error(`convert-im6.q16: ${stderr}`);
    return inputs.map((_, i) => fromPgm(readFileSync(join(folder, `out-${i}.pgm`), 'latin1')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The bitmap of a plain PGM (P2) in which 0 is black. */
function fromPgm(text: string): Bitmap {
  const [, width = 0, height = 0, , ...levels] = text.trim().split(/\s+/).map(Number);
  const pixels = levels.map(level => (level === 0 ? '#' : '.')).join('');
  const rows = Array.from({ length: height }, (_, y) => pixels.slice(y * width, (y + 1) * width));
  return { width, height, rows };
}

/** What a filter of Netpbm writes for a bitmap. */
export function filterPbm(
  tool: 'pbmtowbmp' | 'pbmtonokia',
  args: readonly string[],
  bitmap: Bitmap,
): Uint8Array {
  const { status, stdout, stderr } = spawnSync(tool, args, { input: toPbm(bitmap) });
  if (status !== 0) throw new Error(`${tool}: ${stderr}`);
  return new Uint8Array(stdout);
}
