#!/usr/bin/env bash
# Guess: a counter of long messages that knows 153 and 67 leaves an escape with its character and a surrogate pair in one part.
# Seen:  sms-length divides the length by 153 or 67, so what does not fit at the end of a part is counted as if halved: two
#        messages where three are sent. sms-segments-calculator and split-sms keep them whole.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts sms-length@0.2.2 sms-segments-calculator@1.3.0 split-sms@0.1.7
cat > try.cjs <<'SCRIPT'
const { count } = require('sms-length');
const { SegmentedMessage } = require('sms-segments-calculator');
const { split } = require('split-sms');

const TEXTS = {
  'a euro sign in place 153 and 154 of 306': `${'a'.repeat(152)}€${'a'.repeat(152)}`,
  'a euro sign in place 154 and 155 of 306': `${'a'.repeat(153)}€${'a'.repeat(151)}`,
  'an emoji in place 67 and 68 of 134': `${'я'.repeat(66)}😀${'я'.repeat(66)}`,
  'an emoji in place 68 and 69 of 134': `${'я'.repeat(67)}😀${'я'.repeat(65)}`,
};

for (const [name, text] of Object.entries(TEXTS)) {
  const { length, messages } = count(text);
  const others = [new SegmentedMessage(text).segmentsCount, split(text).parts.length];
  console.log(`${name}: length ${length}, messages ${messages}; the others ${others.join(' and ')}`);
}
SCRIPT
seen=$(node try.cjs)
expected='a euro sign in place 153 and 154 of 306: length 306, messages 2; the others 3 and 3
a euro sign in place 154 and 155 of 306: length 306, messages 2; the others 2 and 2
an emoji in place 67 and 68 of 134: length 134, messages 2; the others 3 and 3
an emoji in place 68 and 69 of 134: length 134, messages 2; the others 2 and 2'
echo "sms-length@0.2.2 sms-segments-calculator@1.3.0 split-sms@0.1.7"
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed; it was:"
  echo "$expected"
  exit 1
fi
