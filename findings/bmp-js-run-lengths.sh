#!/usr/bin/env bash
# Guess: the rows of a run-length coded BMP stand from the lowest up, as in any BMP of positive height.
# Seen:  bmp-js draws the first coded row, which is the lowest, at the top, where the last one covers it; the lowest row stays white.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts bmp-js@0.1.0
cat > try.mjs <<'SCRIPT'
import bmp from 'bmp-js';

/** Three rows of four pixels in 8 bits (BI_RLE8): red below, green in the middle, blue on top. */
const palette = Buffer.alloc(4 * 256);
palette.set([0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 0]);
const rows = Buffer.from([4, 0, 0, 0, 4, 1, 0, 0, 4, 2, 0, 1]);
const header = Buffer.alloc(54);
header.write('BM');
header.writeUInt32LE(header.length + palette.length + rows.length, 2);
header.writeUInt32LE(header.length + palette.length, 10);
for (const [at, value] of [[14, 40], [18, 4], [22, 3], [30, 1], [34, rows.length]]) header.writeUInt32LE(value, at);
header.writeUInt16LE(1, 26);
header.writeUInt16LE(8, 28);
const { width, height, data } = bmp.decode(Buffer.concat([header, palette, rows]));
const names = { '0000ff': 'red', '00ff00': 'green', ff0000: 'blue', ffffff: 'white' };
console.log(`${width}x${height}`);
for (let y = 0; y < height; y++) console.log(`row ${y} from the top: ${names[data.toString('hex', y * width * 4 + 1, y * width * 4 + 4)]}`);
SCRIPT
seen=$(node try.mjs)
expected='4x3
row 0 from the top: blue
row 1 from the top: green
row 2 from the top: white'
echo "bmp-js@0.1.0"
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed; it was:"
  echo "$expected"
  exit 1
fi
