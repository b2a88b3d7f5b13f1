#!/usr/bin/env bash
# Guess: a remover of metadata that takes the Exif and XMP segments out of a JPEG takes the IPTC one (APP13) and comments out as well.
# Seen:  exif-be-gone leaves both: the town of the IPTC record and the comment are still there.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts exif-be-gone@1.5.1
cat > try.mjs <<'SCRIPT'
import { Readable } from 'node:stream';
import ExifTransformer from 'exif-be-gone';

const segment = (marker, data) => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(data.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), length, data]);
};
const text = value => Buffer.from(value, 'latin1');
/** An IPTC record 2:90 (city) in an image resource 0404. */
const city = Buffer.concat([Buffer.from([0x1c, 2, 90, 0, 6]), text('London')]);
const resource = Buffer.concat([text('8BIM'), Buffer.from([4, 4, 0, 0, 0, 0, 0, city.length]), city, Buffer.alloc(city.length % 2)]);
const xmp = text('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/"/>');
const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8]),
  segment(0xe1, Buffer.concat([text('Exif\0\0MM\0*'), Buffer.from([0, 0, 0, 8, 0, 0, 0, 0, 0, 0])])),
  segment(0xe1, xmp),
  segment(0xed, Buffer.concat([text('Photoshop 3.0\0'), resource])),
  segment(0xfe, text('taken at home')),
  Buffer.from([0xff, 0xd9]),
]);
const pieces = await Readable.from([jpeg]).pipe(new ExifTransformer()).toArray();
const left = Buffer.concat(pieces);
for (const [name, value] of [['Exif', 'Exif'], ['XMP', 'ns.adobe.com'], ['IPTC', 'London'], ['comment', 'at home']])
  console.log(`${name}: ${left.includes(value) ? 'still there' : 'gone'}`);
SCRIPT
seen=$(node try.mjs)
expected='Exif: gone
XMP: gone
IPTC: still there
comment: still there'
echo "exif-be-gone@1.5.1"
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed; it was:"
  echo "$expected"
  exit 1
fi
