#!/usr/bin/env bash
# Guess: every entry names one network by two codes as ITU-T E.212 has them, an MCC of three digits and an MNC of two or three, so that joined they can be compared with an IMSI.
# Seen:  some MNCs are a range, a question mark or have five digits, network 310 059 stands there as 59, and 41 pairs of codes have several entries.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts mcc-mnc-list@1.1.11
cat > try.mjs <<'SCRIPT'
import list from 'mcc-mnc-list';

const entries = list.all();
const odd = entries.filter(({ mnc }) => !/^\d{2,3}$/.test(mnc));
console.log(`${entries.length} entries, ${odd.length} with an MNC that is none:`);
for (const { mcc, mnc, countryCode } of odd) console.log(`  ${mcc} ${mnc} (${countryCode})`);
const short = entries.filter(({ mcc, mnc }) => mcc === '310' && mnc.length === 2);
console.log(`MNCs of two digits under 310: ${short.map(({ mnc, countryName }) => `${mnc} (${countryName})`).join(', ')}`);
const counts = new Map();
for (const { mcc, mnc } of entries) counts.set(`${mcc}-${mnc}`, (counts.get(`${mcc}-${mnc}`) ?? 0) + 1);
console.log(`pairs with several entries: ${[...counts.values()].filter(count => count > 1).length}`);
SCRIPT
seen=$(node try.mjs)
expected='3094 entries, 9 with an MNC that is none:
  208 50144 (FR)
  208 50164 (FR)
  208 50168 (FR)
  208 50169 (FR)
  208 50176 (FR)
  208 50194 (FR)
  314 100 - 190 (US)
  704 ? (GT)
  704 ? (GT)
MNCs of two digits under 310: 59 (Bermuda)
pairs with several entries: 41'
echo "mcc-mnc-list@1.1.11"
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed; it was:"
  echo "$expected"
  exit 1
fi
