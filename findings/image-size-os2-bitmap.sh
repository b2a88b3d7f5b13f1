#!/usr/bin/env bash
# Guess: a bitmap of OS/2 1.x, whose header has 12 octets and sizes of 16 bits, has its size told or is refused.
# Seen:  image-size reads sizes of 32 bits there: 4x3 pixels are 196612x1572865, where probe-image-size says 4x3.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts image-size@2.1.0 probe-image-size@7.5.0
cat > try.mjs <<'SCRIPT'
import { imageSize } from 'image-size';
import probe from 'probe-image-size';

/** 4 x 3 grey pixels in 24 bits behind a BITMAPCOREHEADER. */
const header = Buffer.alloc(26);
const pixels = Buffer.alloc(3 * 12, 0x80);
header.write('BM');
for (const [at, value] of [[2, header.length + pixels.length], [10, header.length], [14, 12]]) header.writeUInt32LE(value, at);
for (const [at, value] of [[18, 4], [20, 3], [22, 1], [24, 24]]) header.writeUInt16LE(value, at);
const bitmap = Buffer.concat([header, pixels]);
for (const [name, { width, height }] of [['image-size', imageSize(bitmap)], ['probe-image-size', probe.sync(bitmap)]]) {
  console.log(`${name}: ${width}x${height}`);
}
SCRIPT
seen=$(node try.mjs)
expected='image-size: 196612x1572865
probe-image-size: 4x3'
echo "image-size@2.1.0 probe-image-size@7.5.0"
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed; it was:"
  echo "$expected"
  exit 1
fi
