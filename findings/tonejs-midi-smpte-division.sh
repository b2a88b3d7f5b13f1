#!/usr/bin/env bash
# Guess: a file that counts in frames of a second (its division is negative) plays one note of one second, or is refused.
# Seen:  midi-file reads 25 frames of 40 ticks; @tonejs/midi, which stands on it, gives NaN for every time, without an error.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @tonejs/midi@2.0.28 midi-file@1.2.4
cat > try.mjs <<'SCRIPT'
import toneMidi from '@tonejs/midi';
import midiFile from 'midi-file';

// One track: A4 on, off after 1000 ticks of 1/1000 s (Standard MIDI Files 1.0: division e7 28 is -25 frames, 40 ticks).
const octets = Buffer.from('4d5468640000000600000001e7284d54726b0000000d00904560876880450000ff2f00', 'hex');
const { framesPerSecond, ticksPerFrame } = midiFile.parseMidi(octets).header;
console.log(`midi-file: ${framesPerSecond} frames a second, ${ticksPerFrame} ticks a frame`);
const { duration, tracks } = new toneMidi.Midi(octets);
const [note] = tracks[0].notes;
console.log(`@tonejs/midi: ${note.durationTicks} ticks, note of ${note.duration} s, file of ${duration} s`);
SCRIPT
seen=$(node try.mjs)
expected='midi-file: 25 frames a second, 40 ticks a frame
@tonejs/midi: 1000 ticks, note of NaN s, file of NaN s'
echo "@tonejs/midi@2.0.28, midi-file@1.2.4"
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed; it was:"
  echo "$expected"
  exit 1
fi
