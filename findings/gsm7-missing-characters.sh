#!/usr/bin/env bash
# Guess: an encoder of the GSM 7-bit alphabet refuses a character that the alphabet lacks, or writes a question mark or a letter like it.
# Seen:  gsm7 writes the escape to the extension table alone, which changes the character behind it: the Polish word for
#        "that" arrives as a euro sign, and what has no meaning behind an escape is read as "undefined" by gsm7 itself.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts gsm7@1.3.1
cat > try.cjs <<'SCRIPT'
const { encode, decode } = require('gsm7');

for (const text of ['Już', 'że', 'myślę, że nie', 'façade', 'crème brûlée']) {
  const octets = encode(text);
  console.log(`${text}: ${octets.toString('hex')}, read as ${JSON.stringify(decode(octets))}`);
}
SCRIPT
seen=$(node try.cjs)
expected='Już: cafa06, read as "Ju"
że: 9b32, read as "€"
myślę, że nie: edfc86bd61813665903b5d06, read as "myundefinedundefined € nie"
façade: e6f0264c2e03, read as "faundefinedde"
crème brûlée: 6339a15d0689e51b76a10c, read as "crème brundefinedée"'
echo "gsm7@1.3.1"
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed; it was:"
  echo "$expected"
  exit 1
fi
