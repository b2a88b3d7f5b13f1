#!/usr/bin/env bash
# Guess: a notice of waiting voice mail with data coding 0xD8 (3GPP TS 23.038 4, group 1101: default alphabet, bit 3 lights the lamp) reads as the text that it is, as with 0xD0 (lamp off).
# Seen:  node-pdu, pdu.ts, node-sms-pdu and smpp take bit 3 for UCS-2, as in the general group: the notice is Chinese or refused, and only where something waits.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts node-pdu@2.1.1 node-sms-pdu@0.3.0 pdu.ts@1.1.4 smpp@0.5.1
cat > try.mjs <<'SCRIPT'
import { parse } from 'node-pdu';
import nodeSmsPdu from 'node-sms-pdu';
import pduTs from 'pdu.ts';
import smpp from 'smpp';

const text = '2 new voice messages';
/** The characters used here have the same codes in ASCII and in the default alphabet. */
const packed = Buffer.alloc(Math.ceil((text.length * 7) / 8));
[...text].forEach((character, at) => {
  const septet = character.charCodeAt(0) << ((at * 7) % 8);
  packed[Math.floor((at * 7) / 8)] |= septet & 0xff;
  if (septet > 0xff) packed[Math.floor((at * 7) / 8) + 1] |= septet >> 8;
});
const octet = value => value.toString(16).padStart(2, '0');
const deliver = coding => `00040c9144770009103200${octet(coding)}62211021000000${octet(text.length)}${packed.toString('hex')}`.toUpperCase();
const readers = {
  'node-pdu': coding => parse(deliver(coding)).data.getText(),
  'pdu.ts': coding => pduTs.PDUParser.Parse(deliver(coding)).text,
  'node-sms-pdu': coding => {
    const { error, text } = nodeSmsPdu.parse(deliver(coding));
    return error?.message ?? text;
  },
  smpp: coding => {
    const octets = new smpp.PDU('deliver_sm', { source_addr: '447700900123', data_coding: coding, short_message: Buffer.from(text) }).toBuffer();
    return smpp.PDU.fromBuffer(octets).short_message.message;
  },
};
for (const coding of [0xd0, 0xd8]) {
  console.log(`data coding 0x${octet(coding)}`);
  for (const [name, read] of Object.entries(readers)) console.log(`  ${name}: ${JSON.stringify(read(coding))}`);
}
SCRIPT
seen=$(node try.mjs)
expected='data coding 0xd0
  node-pdu: "2 new voice messages"
  pdu.ts: "2 new voice messages"
  node-sms-pdu: "2 new voice messages"
  smpp: "2 new voice messages"
data coding 0xd8
  node-pdu: "㊐뭼ߙ\udfe9焙퐮쿧礎"
  pdu.ts: "㊐뭼ߙ\udfe9焙퐮쿧礎"
  node-sms-pdu: "The length of the data is insufficient."
  smpp: "㈠湥眠癯楣攠浥獳慧敳"'
echo "node-pdu@2.1.1 node-sms-pdu@0.3.0 pdu.ts@1.1.4 smpp@0.5.1"
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed; it was:"
  echo "$expected"
  exit 1
fi
