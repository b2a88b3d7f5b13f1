#!/usr/bin/env bash
# Guess: sound of AMR-WB is audio/amr-wb or unknown, an OMA DRM 2.0 content file (brand odcf) is its own type or unknown.
# Seen:  AMR-WB is audio/amr, which phones without the wide-band codec list; protected content of OMA is video/mp4, as every brand that is not in its list.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts file-type@21.3.4
cat > try.mjs <<'SCRIPT'
import { fileTypeFromBuffer } from 'file-type';

const wideBand = Buffer.concat([Buffer.from('#!AMR-WB\n'), Buffer.alloc(64, 0x44)]);
// An ISO base media file: box ftyp of 20 octets with major brand, version 0 and the brand again.
const isoFile = brand => {
  const box = Buffer.alloc(20);
  box.writeUInt32BE(20, 0);
  box.write(`ftyp${brand}`, 4, 'latin1');
  box.write(brand, 16, 'latin1');
  return Buffer.concat([box, Buffer.alloc(64)]);
};
for (const [name, octets] of [['AMR-WB', wideBand], ['odcf', isoFile('odcf')], ['3gp5', isoFile('3gp5')]]) {
  const found = await fileTypeFromBuffer(octets);
  console.log(`${name}: ${found?.mime}`);
}
SCRIPT
seen=$(node try.mjs)
expected='AMR-WB: audio/amr
odcf: video/mp4
3gp5: video/3gpp'
echo "file-type@21.3.4"
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed; it was:"
  echo "$expected"
  exit 1
fi
