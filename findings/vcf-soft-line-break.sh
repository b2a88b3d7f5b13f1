#!/usr/bin/env bash
# Guess: a vCard 2.1 whose quoted-printable note goes on in a second line (vCard 2.1, 2.1.3) comes out of reading and writing as a card that says the same.
# Seen:  vcf takes the second line for a property of its own and leaves it out when writing; the soft line break stays, so that the note now swallows END:VCARD.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts vcf@2.1.2
cat > try.mjs <<'SCRIPT'
import vCard from 'vcf';

const card = [
  'BEGIN:VCARD',
  'VERSION:2.1',
  'N:Example;Ann',
  'NOTE;ENCODING=QUOTED-PRINTABLE:Ring at the blue door,=20=',
  'then wait',
  'END:VCARD',
  '',
].join('\r\n');
const read = new vCard().parse(card);
console.log(`note: ${JSON.stringify(read.get('note').valueOf())}`);
console.log(read.toString('2.1'));
SCRIPT
seen=$(node try.mjs | tr -d '\r')
expected='note: "Ring at the blue door,=20="
BEGIN:VCARD
VERSION:2.1
N:Example;Ann
NOTE;ENCODING=QUOTED-PRINTABLE:Ring at the blue door,=20=
END:VCARD'
echo "vcf@2.1.2"
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed; it was:"
  echo "$expected"
  exit 1
fi
