#!/usr/bin/env bash
# Guess: each IMSI gets an answer of its own, so that a list of them can be read with map.
# Seen:  imsi-grok answers with the row of its table and writes the MSIN into it: all subscribers of a network share one object, and each call changes the answers before it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts imsi-grok@1.0.0
cat > try.mjs <<'SCRIPT'
import imsi from 'imsi-grok';

const numbers = ['247010000000001', '262010000000002', '247010000000003'];
const answers = numbers.map(imsi.grok);
answers.forEach(({ mcc, mnc, msin }, at) => console.log(`${numbers[at]}: ${mcc} ${mnc} ${msin}`));
console.log(`first and last are one object: ${answers[0] === answers[2]}`);
SCRIPT
seen=$(node try.mjs)
expected='247010000000001: 247 01 0000000003
262010000000002: 262 01 0000000002
247010000000003: 247 01 0000000003
first and last are one object: true'
echo "imsi-grok@1.0.0"
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed; it was:"
  echo "$expected"
  exit 1
fi
