#!/usr/bin/env bash
# Guess: readers of SMS-DELIVER tell at what instant 12:00 in Nepal (+05:45), Brazil (-03:00) and New York (-05:00) was, or keep the zone (3GPP TS 23.040 9.2.3.11: quarters of an hour, bit 3 of the octet is the sign).
# Seen:  pdu and pdu.ts make +02:30 of New York; node-sms-pdu writes +23:00 and +aN:aN for the west; node-pdu writes +5.75:00 for Nepal. Each is right where the others err.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts node-pdu@2.1.1 node-sms-pdu@0.3.0 pdu@1.1.0 pdu.ts@1.1.4
cat > try.mjs <<'SCRIPT'
import { parse } from 'node-pdu';
import nodeSmsPdu from 'node-sms-pdu';
import pdu from 'pdu';
import pduTs from 'pdu.ts';

/** The text Hello, sent on 1 December 2026 at 12:00:00 of the zone. */
const deliver = zone => `00040C914477000910320000622110210000${zone}05C8329BFD06`;
const minute = time => `${new Date(time).toISOString().slice(0, 16)} UTC`;
const readers = {
  pdu: octets => minute(pdu.parse(octets).time),
  'pdu.ts': octets => minute(pduTs.PDUParser.Parse(octets).time),
  'node-sms-pdu': octets => nodeSmsPdu.parse(octets).timestamp,
  'node-pdu': octets => parse(octets).serviceCenterTimeStamp.getIsoString(),
};
for (const [zone, octet] of [['+05:45', '32'], ['-03:00', '29'], ['-05:00', '0A']]) {
  console.log(`12:00 at ${zone}`);
  for (const [name, read] of Object.entries(readers)) console.log(`  ${name}: ${read(deliver(octet))}`);
}
SCRIPT
seen=$(TZ=UTC node try.mjs)
expected='12:00 at +05:45
  pdu: 2026-12-01T06:15 UTC
  pdu.ts: 2026-12-01T06:15 UTC
  node-sms-pdu: 2026-12-01T12:00:00+05:45
  node-pdu: 2026-12-01T12:00:00+5.75:00
12:00 at -03:00
  pdu: 2026-12-01T15:00 UTC
  pdu.ts: 2026-12-01T15:00 UTC
  node-sms-pdu: 2026-12-01T12:00:00+23:00
  node-pdu: 2026-12-01T12:00:00-03:00
12:00 at -05:00
  pdu: 2026-12-01T09:30 UTC
  pdu.ts: 2026-12-01T09:30 UTC
  node-sms-pdu: 2026-12-01T12:00:00+aN:aN
  node-pdu: 2026-12-01T12:00:00-05:00'
echo "node-pdu@2.1.1 node-sms-pdu@0.3.0 pdu@1.1.0 pdu.ts@1.1.4"
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed; it was:"
  echo "$expected"
  exit 1
fi
