#!/usr/bin/env bash
# Guess: readers of iCalendar that take VERSION:1.0 leave out a rule of vCalendar 1.0 (D1 #5: five days), and keep the entry and its neighbours.
# Seen:  node-ical reads nothing of a calendar in which one entry has such a rule; ical.js keeps a rule without parts, calls the entry recurring, and raises a TypeError when its times are asked for.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts ical.js@2.2.1 node-ical@0.26.1
cat > try.mjs <<'SCRIPT'
import ICAL from 'ical.js';
import ical from 'node-ical';

const entry = (name, rule) => ['BEGIN:VEVENT', `UID:${name}`, 'DTSTART:20261201T080000', `SUMMARY:${name}`, ...rule, 'END:VEVENT'];
const calendar = rule =>
  ['BEGIN:VCALENDAR', 'VERSION:1.0', ...entry('breakfast', []), ...entry('supper', rule), 'END:VCALENDAR', ''].join('\r\n');
const attempt = job => {
  try {
    return job();
  } catch (error) {
    return error.name;
  }
};
const summaries = text => Object.values(ical.sync.parseICS(text)).flatMap(({ summary }) => summary ?? []).join(' ');
for (const rule of [[], ['RRULE:D1 #5'], ['RRULE:W2 MO FR #0']]) {
  const text = calendar(rule);
  const [, supper] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  const event = new ICAL.Event(supper);
  console.log(rule.join() || 'no rule');
  console.log(`  node-ical: ${attempt(() => summaries(text))}`);
  console.log(`  ical.js: recurring ${event.isRecurring()}, first time ${attempt(() => event.iterator().next())}`);
}
SCRIPT
seen=$(node try.mjs)
expected='no rule
  node-ical: breakfast supper
  ical.js: recurring false, first time 2026-12-01T08:00:00
RRULE:D1 #5
  node-ical: Error
  ical.js: recurring true, first time TypeError
RRULE:W2 MO FR #0
  node-ical: Error
  ical.js: recurring true, first time TypeError'
echo "ical.js@2.2.1 node-ical@0.26.1"
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed; it was:"
  echo "$expected"
  exit 1
fi
