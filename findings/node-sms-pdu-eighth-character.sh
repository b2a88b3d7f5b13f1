#!/usr/bin/env bash
# Guess: n characters of the default alphabet are TP-UDL n and 7n/8 octets, rounded up (3GPP TS 23.040 9.2.3.16); 160 of them fill the 140 octets, 168 make two parts.
# Seen:  node-sms-pdu writes an octet too many after each text of 8, 16, ... 160 characters, which its own reader refuses, and a carriage return after 7, 15, ...; from 168 on it raises a RangeError for each eighth length.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts node-sms-pdu@0.3.0
cat > try.mjs <<'SCRIPT'
import sms from 'node-sms-pdu';

/** What stands before TP-UDL in an SMS-SUBMIT without SMSC and validity period, to a number of 12 digits. */
const before = 13;
const lineOf = length => {
  try {
    const parts = sms.generateSubmit('+447700900123', 'a'.repeat(length));
    const written = parts.map(({ buffer }) => `TP-UDL ${buffer[before]}, ${buffer.length - before - 1} octets`).join(' and ');
    const { error } = sms.parse(parts[0].hex);
    return `${written}${error ? `; read back: ${error.message}` : ''}`;
  } catch (error) {
    return error.name;
  }
};
for (const length of [6, 7, 8, 9, 159, 160, 167, 168, 169, 176]) console.log(`${length} characters: ${lineOf(length)}`);
SCRIPT
seen=$(node try.mjs)
expected='6 characters: TP-UDL 6, 6 octets
7 characters: TP-UDL 8, 7 octets
8 characters: TP-UDL 8, 8 octets; read back: The length of the data is insufficient.
9 characters: TP-UDL 9, 8 octets
159 characters: TP-UDL 160, 140 octets
160 characters: TP-UDL 160, 141 octets; read back: The length of the data is insufficient.
167 characters: TP-UDL 160, 140 octets and TP-UDL 21, 19 octets
168 characters: RangeError
169 characters: TP-UDL 160, 140 octets and TP-UDL 23, 21 octets
176 characters: RangeError'
echo "node-sms-pdu@0.3.0"
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed; it was:"
  echo "$expected"
  exit 1
fi
