#!/usr/bin/env bash
# Guess: a library that offers vCard 2.1 writes a line break as quoted-printable there, and no backslash before a comma.
# Seen:  vcards-js states the charset, as 2.1 wants, and leaves the escapes of 3.0, which mean nothing there: an old phone shows
#        a backslash before the comma, and a backslash and an n for the line break.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts vcards-js@2.11.1
cat > try.cjs <<'SCRIPT'
const vCardsJS = require('vcards-js');

for (const version of ['2.1', '3.0']) {
  const card = vCardsJS();
  card.version = version;
  card.firstName = 'Zoë';
  card.lastName = 'Baker';
  card.note = 'Cakes, bread\nOpen at 7';
  const lines = card.getFormattedString().split('\r\n');
  console.log(lines.filter(line => /^(?:VERSION|N|NOTE)\b/.test(line)).join('\n'));
}
SCRIPT
seen=$(node try.cjs)
expected='VERSION:2.1
N;CHARSET=utf-8:Baker;Zoë;;;
NOTE;CHARSET=utf-8:Cakes\, bread\nOpen at 7
VERSION:3.0
N:Baker;Zoë;;;
NOTE:Cakes\, bread\nOpen at 7'
echo "vcards-js@2.11.1"
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed; it was:"
  echo "$expected"
  exit 1
fi
