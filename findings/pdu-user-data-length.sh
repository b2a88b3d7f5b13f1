#!/usr/bin/env bash
# Guess: TP-UDL of a 7-bit text counts septets (3GPP TS 23.040 9.2.3.16), and a status report is asked for only where one is wanted.
# Seen:  pdu writes the number of packed octets, so that a phone shows 9 of 10 characters and 140 of 160; every message asks for a status report; the characters of the extension table go out by their ASCII codes, so that { arrives as ä.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts pdu@1.1.0
cat > try.mjs <<'SCRIPT'
import pdu from 'pdu';

/** What stands at fixed places of an SMS-SUBMIT without SMSC and validity period, to a number of 12 digits (9.2.2.2). */
const fieldsOf = ([submit]) => ({
  asksForReport: (Number.parseInt(submit.slice(2, 4), 16) & 0x20) !== 0,
  userDataLength: Number.parseInt(submit.slice(26, 28), 16),
  userData: submit.slice(28),
});
for (const text of ['hellohello', 'a'.repeat(160), '{']) {
  const { asksForReport, userDataLength, userData } = fieldsOf(
    pdu.generate({ text, receiver: '447700900123', encoding: '7bit' }),
  );
  console.log(`${text.slice(0, 10)}: ${text.length} characters, TP-UDL ${userDataLength}, status report ${asksForReport}`);
  if (text.length === 1) console.log(`user data ${userData}`);
}
SCRIPT
seen=$(node try.mjs)
expected='hellohello: 10 characters, TP-UDL 9, status report true
aaaaaaaaaa: 160 characters, TP-UDL 140, status report true
{: 1 characters, TP-UDL 1, status report true
user data 7b'
echo "pdu@1.1.0"
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed; it was:"
  echo "$expected"
  exit 1
fi
