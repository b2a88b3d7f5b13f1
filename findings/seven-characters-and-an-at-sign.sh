#!/usr/bin/env bash
# Guess: a code such as *123*1# goes out as it is, and a sender of 7 letters is shown with 7: for the 7 bits that are left over, USSD has a carriage return (3GPP TS 23.038 6.1.2.3.1) and an address its length in semi-octets (3GPP TS 23.040 9.1.2.5).
# Seen:  ussd-pdu-text-converter ends a code of 7 characters with zero bits, which are an @, one of 8 with a whole octet of them, and reads both so; pdu.ts shows the sender Balance as Balance@.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts node-sms-pdu@0.3.0 pdu.ts@1.1.4 ussd-pdu-text-converter@1.2.2
cat > try.mjs <<'SCRIPT'
import nodeSmsPdu from 'node-sms-pdu';
import pduTs from 'pdu.ts';
import ussd from 'ussd-pdu-text-converter';

const { UssdEncoderDecoder } = ussd;
for (const code of ['*100#', '*123*1#', '*123*12#', '*123*123#']) {
  const octets = UssdEncoderDecoder.encodeAs7bitGSM(code);
  console.log(`${code}: ${octets}, read back ${UssdEncoderDecoder.decodeAs7bitGSM(octets)}`);
}
/** The text Hello from a sender with an alphanumeric address: its length in semi-octets, and its octets. */
const deliver = (length, sender) => `0004${length}D0${sender}00006221102100000005C8329BFD06`;
for (const [name, octets] of [['Info', deliver('07', '49B7F90D')], ['Balance', deliver('0D', 'C2303BEC1E9701')]]) {
  console.log(`sender ${name}: pdu.ts ${pduTs.PDUParser.Parse(octets).sender}, node-sms-pdu, for comparison, ${nodeSmsPdu.parse(octets).origination}`);
}
SCRIPT
seen=$(node try.mjs)
expected='*100#: AA180C3602, read back *100#
*123*1#: AA986CA68A8D00, read back *123*1#@
*123*12#: AA986CA68AC94600, read back *123*12#@
*123*123#: AA986CA68AC96623, read back *123*123#
sender Info: pdu.ts Info, node-sms-pdu, for comparison, Info
sender Balance: pdu.ts Balance@, node-sms-pdu, for comparison, Balance'
echo "node-sms-pdu@0.3.0 pdu.ts@1.1.4 ussd-pdu-text-converter@1.2.2"
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed; it was:"
  echo "$expected"
  exit 1
fi
