import { octetAt } from '../bytes/index.ts';
import { hasAscii, uint32 } from './octets.ts';

/** One frame: its octets with the header, and how long it plays. */
interface Frame {
  readonly size: number;
  readonly durationMs: number;
}

const LAYER3_KBPS = {
  mpeg1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  mpeg2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;

const MPEG1_SAMPLE_RATES = [44_100, 48_000, 32_000] as const;

/** MPEG-1, 2 or 2.5 layer III frame header (ISO/IEC 11172-3 2.4.1.3); `undefined` when these octets are none. */
function layer3Frame(data: Uint8Array, at: number): Frame | undefined {
  const header = uint32(data, at);
  if (header >>> 21 !== 0x7ff || ((header >>> 17) & 3) !== 1) return undefined;
  const version = (header >>> 19) & 3;
  const rate = MPEG1_SAMPLE_RATES[(header >>> 10) & 3];
  const kbps = LAYER3_KBPS[version === 3 ? 'mpeg1' : 'mpeg2'][(header >>> 12) & 15];
  if (version === 1 || rate === undefined || !kbps) return undefined;
  const samplesPerSecond = version === 3 ? rate : version === 2 ? rate / 2 : rate / 4;
  const samples = version === 3 ? 1152 : 576;
  const padding = (header >>> 9) & 1;
  return {
    size: Math.floor((samples * kbps * 125) / samplesPerSecond) + padding,
    durationMs: (samples / samplesPerSecond) * 1000,
  };
}

const ADTS_SAMPLE_RATES = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350,
] as const;

/** ADTS frame header (ISO/IEC 14496-3 1.A.2.2). */
function adtsFrame(data: Uint8Array, at: number): Frame | undefined {
  const header = uint32(data, at);
  if (header >>> 20 !== 0xfff || ((header >>> 17) & 3) !== 0) return undefined;
  const rate = ADTS_SAMPLE_RATES[(header >>> 10) & 15];
  const size = ((header & 3) << 11) | (uint32(data, at + 4) >>> 21);
  if (rate === undefined || size < 7) return undefined;
  return { size, durationMs: ((1024 * (octetAt(data, at + 6) & 3) + 1024) / rate) * 1000 };
}

type FrameReader = (data: Uint8Array, at: number) => Frame | undefined;

/** Octets of an ID3v2 tag at the start; its size has seven bits an octet. */
function id3Length(data: Uint8Array): number {
  if (!hasAscii(data, 'ID3')) return 0;
  return 10 + [6, 7, 8, 9].reduce((size, at) => size * 128 + (octetAt(data, at) & 0x7f), 0);
}

/** A chance sync word does not have a second frame just behind the first. */
function startsWithFrames(data: Uint8Array, at: number, read: FrameReader): boolean {
  const first = read(data, at);
  if (first === undefined) return false;
  const next = at + first.size;
  return next >= data.length || read(data, next) !== undefined;
}

/** Frames follow each other up to a tag at the end, or junk. */
function durationOfFrames(data: Uint8Array, start: number, read: FrameReader): number {
  let durationMs = 0;
  for (let at = start; at < data.length; ) {
    const frame = read(data, at);
    if (frame === undefined) break;
    durationMs += frame.durationMs;
    at += frame.size;
  }
  return durationMs;
}

/** True for AAC in ADTS frames. */
export function isAdts(data: Uint8Array): boolean {
  return startsWithFrames(data, id3Length(data), adtsFrame);
}

/** True for layer III audio, or an ID3v2 tag before anything but AAC. */
export function isMp3(data: Uint8Array): boolean {
  return hasAscii(data, 'ID3') ? !isAdts(data) : startsWithFrames(data, 0, layer3Frame);
}

/** Length of an MP3, summed over its frames. */
export function mp3DurationMs(data: Uint8Array): number | undefined {
  return isMp3(data) ? durationOfFrames(data, id3Length(data), layer3Frame) : undefined;
}

/** Length of AAC in ADTS frames. */
export function adtsDurationMs(data: Uint8Array): number | undefined {
  return isAdts(data) ? durationOfFrames(data, id3Length(data), adtsFrame) : undefined;
}
