#!/usr/bin/env bash
# Guess: a text with data_coding 0x18 (3GPP TS 23.038 4: UCS-2, class 0, a flash message) goes out as UCS-2, as with data_coding 8.
# Seen:  smpp knows UCS-2 by the value 8 alone: 0x18 is written as one octet a character, and reads back as nothing.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts smpp@0.5.1
cat > try.mjs <<'SCRIPT'
import smpp from 'smpp';

for (const data_coding of [0x08, 0x18]) {
  const octets = new smpp.PDU('submit_sm', { destination_addr: '447700900123', data_coding, short_message: 'Ж' }).toBuffer();
  const { short_message } = smpp.PDU.fromBuffer(octets);
  const read = JSON.stringify(short_message.message);
  console.log(`data_coding 0x${data_coding.toString(16).padStart(2, '0')}: sm_length ${octets[octets.indexOf(data_coding, 40) + 2]}, read back ${read}`);
}
SCRIPT
seen=$(node try.mjs)
expected='data_coding 0x08: sm_length 2, read back "Ж"
data_coding 0x18: sm_length 1, read back ""'
echo "smpp@0.5.1"
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed; it was:"
  echo "$expected"
  exit 1
fi
