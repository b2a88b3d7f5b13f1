#!/usr/bin/env bash
# Guess: what time a message carries does not depend on the day on which it is read.
# Seen:  pdu and pdu.ts put year, month and day one after the other into the current time: a message of 15 November that is read on the 31st of a month has its month wrapped to December.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts pdu@1.1.0 pdu.ts@1.1.4
cat > try.mjs <<'SCRIPT'
import pdu from 'pdu';
import pduTs from 'pdu.ts';

/** Runs a job on a day: Date without arguments is noon of it. */
const RealDate = Date;
const on = (day, job) => {
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      if (given.length === 0) super(`${day}T12:00:00Z`);
      else super(...given);
    }
  };
  const result = job();
  globalThis.Date = RealDate;
  return result;
};
/** The text Hello, sent on 15 November 2026 at 09:00 UTC. */
const octets = '00040C9144770009103200006211519000000005C8329BFD06';
const minute = time => new Date(time).toISOString().slice(0, 16);
for (const day of ['2026-12-30', '2026-12-31']) {
  console.log(`read on ${day}`);
  console.log(`  pdu: ${minute(on(day, () => pdu.parse(octets).time))}`);
  console.log(`  pdu.ts: ${minute(on(day, () => pduTs.PDUParser.Parse(octets).time))}`);
}
SCRIPT
seen=$(TZ=UTC node try.mjs)
expected='read on 2026-12-30
  pdu: 2026-11-15T09:00
  pdu.ts: 2026-11-15T09:00
read on 2026-12-31
  pdu: 2026-12-15T09:00
  pdu.ts: 2026-12-15T09:00'
echo "pdu@1.1.0 pdu.ts@1.1.4"
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed; it was:"
  echo "$expected"
  exit 1
fi
