#!/usr/bin/env bash
# Guess: a clip of a phone, H.263 and AMR in 3GP, has one video and one audio track, as its handlers vide and soun say, and AMR is mono (3GPP TS 26.244: the channel count of its sample entry is always 2 and means nothing).
# Seen:  mp4box calls both metadata and finds no video and no audio; music-metadata finds them, with two channels, but only of a clip that it is told is video/mp4: its own type, and what it finds out itself, it refuses.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts mp4box@2.4.1 music-metadata@11.16.1
cat > try.mjs <<'SCRIPT'
import { createFile } from 'mp4box';
import { parseBuffer } from 'music-metadata';

const u16 = (...values) => values.flatMap(value => [value >> 8, value & 0xff]);
const u32 = (...values) => values.flatMap(value => u16(value >>> 16, value & 0xffff));
const ascii = text => [...Buffer.from(text, 'latin1')];
const box = (type, ...parts) => {
  const body = parts.flat();
  return [...u32(body.length + 8), ...ascii(type), ...body];
};
const matrix = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);
const zeros = length => Array(length).fill(0);
/** One second of AMR at 12.2 kbit/s in 50 frames (26.244 6.5), and of H.263 in 15 pictures (6.6). */
const amr = box('samr', zeros(6), u16(1), zeros(8), u16(2, 16), zeros(4), u16(8000, 0), box('damr', ascii('test'), 0, u16(0x80), 0, 1));
const h263 = box('s263', zeros(6), u16(1), zeros(16), u16(176, 144), u32(0x480000, 0x480000, 0), u16(1), zeros(32), u16(24, 0xffff), box('d263', ascii('test'), 0, 10, 0));
const track = (id, handler, header, entry, [scale, samples, each, size], offset) =>
  box('trak',
    box('tkhd', u32(7, 0, 0, id, 0, 1000, 0, 0, 0, 0), matrix, u32(handler === 'vide' ? 176 << 16 : 0, handler === 'vide' ? 144 << 16 : 0)),
    box('mdia',
      box('mdhd', u32(0, 0, 0, scale, scale), u16(0x55c4, 0)),
      box('hdlr', u32(0, 0), ascii(handler), zeros(13)),
      box('minf', header,
        box('dinf', box('dref', u32(0, 1), box('url ', u32(1)))),
        box('stbl', box('stsd', u32(0, 1), entry), box('stts', u32(0, 1, samples, each)), box('stsc', u32(0, 1, 1, samples, 1)), box('stsz', u32(0, size, samples)), box('stco', u32(0, 1, offset))))));
const type = box('ftyp', ascii('3gp4'), u32(0x200), ascii('3gp4'));
const movie = offset =>
  box('moov',
    box('mvhd', u32(0, 0, 0, 1000, 1000, 0x10000), u16(0x100), zeros(10), matrix, zeros(24), u32(3)),
    track(1, 'soun', box('smhd', u32(0, 0)), amr, [8000, 50, 160, 32], offset),
    track(2, 'vide', box('vmhd', u32(1, 0, 0)), h263, [15000, 15, 1000, 8], offset + 1600));
const clip = Uint8Array.from([...type, ...movie(type.length + movie(0).length + 8), ...box('mdat', Array(1600 + 120).fill(0x3c))]);

const file = createFile();
file.onReady = ({ tracks, audioTracks, videoTracks }) => {
  for (const { codec, type } of tracks) console.log(`mp4box: ${codec} is ${type}`);
  console.log(`mp4box: audio tracks ${audioTracks.length}, video tracks ${videoTracks.length}`);
};
file.appendBuffer(Object.assign(clip.slice().buffer, { fileStart: 0 }));
file.flush();
for (const mimeType of [undefined, 'video/3gpp', 'audio/3gpp', 'video/mp4']) {
  try {
    const { format } = await parseBuffer(clip, { mimeType });
    console.log(`music-metadata, told ${mimeType ?? 'nothing'}: audio ${format.hasAudio}, video ${format.hasVideo}, channels ${format.numberOfChannels}`);
  } catch (error) {
    console.log(`music-metadata, told ${mimeType ?? 'nothing'}: ${error.name}`);
  }
}
SCRIPT
seen=$(node try.mjs)
expected='mp4box: samr is metadata
mp4box: s263 is metadata
mp4box: audio tracks 0, video tracks 0
music-metadata, told nothing: UnsupportedFileTypeError
music-metadata, told video/3gpp: UnsupportedFileTypeError
music-metadata, told audio/3gpp: UnsupportedFileTypeError
music-metadata, told video/mp4: audio true, video true, channels 2'
echo "mp4box@2.4.1 music-metadata@11.16.1"
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed; it was:"
  echo "$expected"
  exit 1
fi
