#!/usr/bin/env bash
# Guess: both places of the dot that tunes in the field have, 8c.5 and 8c5., make the note half as long again; blanks behind commas do no harm.
# Seen:  a dot behind the octave is dropped in silence; with blanks behind the commas of the defaults, all of them fall back to 4, 6 and 63.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts rtttl-parse@1.3.1
cat > try.mjs <<'SCRIPT'
import rtttl from 'rtttl-parse';

const lengths = notes => rtttl.parse(`x:d=4,o=5,b=125:${notes}`).melody.map(({ duration }) => duration);
console.log('8c  8c.5  8c5. last', lengths('8c,8c.5,8c5.').join(', '), 'ms');
console.log('d=8,o=5,b=125   ', JSON.stringify(rtttl.parse('x:d=8,o=5,b=125:c').defaults));
console.log('d=8, o=5, b=125 ', JSON.stringify(rtttl.parse('x:d=8, o=5, b=125:c').defaults));
SCRIPT
seen=$(node try.mjs)
expected='8c  8c.5  8c5. last 240, 360, 240 ms
d=8,o=5,b=125    {"duration":"8","octave":"5","bpm":"125"}
d=8, o=5, b=125  {"duration":"8","octave":"6","bpm":"63"}'
echo "rtttl-parse@1.3.1"
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed; it was:"
  echo "$expected"
  exit 1
fi
