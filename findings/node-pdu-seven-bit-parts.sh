#!/usr/bin/env bash
# Guess: a text of 160 characters of the GSM alphabet is one SMS, a longer one has 152 or 153 in each part (3GPP TS 23.040 9.2.3.24.1).
# Seen:  node-pdu counts octets where it should count septets: from 134 characters on it makes parts, of 133 characters.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts node-pdu@2.1.1
cat > try.mjs <<'SCRIPT'
import { Submit } from 'node-pdu';

const partsOf = length => new Submit('+447700900123', 'a'.repeat(length)).getPartStrings();
// Its header has 7 octets (16-bit reference), for which TP-UDL counts 8 septets (before it: SMSC, first octet, reference, address, PID, DCS).
const charactersIn = part => Number.parseInt(part.slice(26, 28), 16) - 8;
for (const length of [133, 134, 160, 304]) {
  const parts = partsOf(length);
  const inParts = parts.length === 1 ? length : parts.map(charactersIn).join(' + ');
  console.log(`${length} characters: ${parts.length} parts, ${inParts} characters`);
}
SCRIPT
seen=$(node try.mjs)
expected='133 characters: 1 parts, 133 characters
134 characters: 2 parts, 133 + 1 characters
160 characters: 2 parts, 133 + 27 characters
304 characters: 3 parts, 133 + 133 + 38 characters'
echo "node-pdu@2.1.1"
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed; it was:"
  echo "$expected"
  exit 1
fi
