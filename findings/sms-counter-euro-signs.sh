#!/usr/bin/env bash
# Guess: a counter that answers GSM_7BIT_EX counts two septets for a euro sign (3GPP TS 23.038 6.2.1.1), so that 81 of them make two messages and 160 three.
# Seen:  sms-counter knows the extension table, names it, and counts one: 160 euro signs are one message.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts sms-counter@1.0.0 @marcinkowalczyk/sms-counter@1.0.1 split-sms@0.1.7
cat > try.mjs <<'SCRIPT'
import fork from '@marcinkowalczyk/sms-counter';
import counter from 'sms-counter';
import splitter from 'split-sms';

for (const length of [80, 81, 160]) {
  const text = '€'.repeat(length);
  console.log(`${length} euro signs`);
  for (const [name, { count }] of Object.entries({ 'sms-counter': counter, '@marcinkowalczyk/sms-counter': fork })) {
    const { encoding, length, messages } = count(text);
    console.log(`  ${name}: ${encoding}, length ${length}, messages ${messages}`);
  }
  console.log(`  split-sms, for comparison: parts ${splitter.split(text).parts.length}`);
}
SCRIPT
seen=$(node try.mjs)
expected='80 euro signs
  sms-counter: GSM_7BIT_EX, length 80, messages 1
  @marcinkowalczyk/sms-counter: GSM_7BIT_EX, length 80, messages 1
  split-sms, for comparison: parts 1
81 euro signs
  sms-counter: GSM_7BIT_EX, length 81, messages 1
  @marcinkowalczyk/sms-counter: GSM_7BIT_EX, length 81, messages 1
  split-sms, for comparison: parts 2
160 euro signs
  sms-counter: GSM_7BIT_EX, length 160, messages 1
  @marcinkowalczyk/sms-counter: GSM_7BIT_EX, length 160, messages 1
  split-sms, for comparison: parts 3'
echo "sms-counter@1.0.0 @marcinkowalczyk/sms-counter@1.0.1 split-sms@0.1.7"
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed; it was:"
  echo "$expected"
  exit 1
fi
