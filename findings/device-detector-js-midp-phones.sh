#!/usr/bin/env bash
# Guess: phones of 2003 to 2005 whose User-Agent names MIDP and CLDC are feature phones, smartphones only those that name Symbian.
# Seen:  Nokia 6230, Motorola V3 and Samsung E700, all without an open system, are smartphones; Sony Ericsson K750i, Siemens S65 and Sagem myX5-2, no less able, are feature phones.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts device-detector-js@3.0.3
cat > try.mjs <<'SCRIPT'
import DeviceDetector from 'device-detector-js';

const detector = new DeviceDetector();
const java = 'Profile/MIDP-2.0 Configuration/CLDC-1.1';
for (const agent of [
  `Nokia6230/2.0 (05.50) ${java}`,
  `Nokia6600/1.0 (4.09.1) SymbianOS/7.0s Series60/2.0 ${java}`,
  `MOT-V3/0E.40.3CR MIB/2.2.1 ${java}`,
  `SEC-SGHE700/1.0 ${java}`,
  `SonyEricssonK750i/R1L Browser/SEMC-Browser/4.2 ${java}`,
  `SonyEricssonP900/R101 SymbianOS/7.0 ${java}`,
  `SIE-S65/12 UP.Browser/7.0.0.1.c (GUI) MMP/2.0 ${java}`,
  `SAGEM-myX5-2/1.0 ${java}`,
]) {
  const { device } = detector.parse(agent);
  console.log(`${agent.slice(0, agent.indexOf('/'))}: ${device.brand} ${device.model}, ${device.type}`);
}
SCRIPT
seen=$(node try.mjs)
expected='Nokia6230: Nokia 6230, smartphone
Nokia6600: Nokia 6600, smartphone
MOT-V3: Motorola V3, smartphone
SEC-SGHE700: Samsung SGHE700, smartphone
SonyEricssonK750i: Sony Ericsson K750i, feature phone
SonyEricssonP900: Sony Ericsson P900, smartphone
SIE-S65: Siemens S65, feature phone
SAGEM-myX5-2: Sagem myX5-2, feature phone'
echo "device-detector-js@3.0.3"
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed; it was:"
  echo "$expected"
  exit 1
fi
