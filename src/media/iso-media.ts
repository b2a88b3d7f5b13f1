import { ascii, uint32 } from './octets.ts';

/** One box: where its content begins and ends. */
export interface Box {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** What the file says of itself: brands, tracks, length. */
export interface IsoMedia {
  /** Major brand and compatible brands, as written, such as `3gp4`. */
  readonly brands: readonly string[];
  readonly hasVideo: boolean;
  readonly hasAudio: boolean;
  readonly durationMs?: number;
}

/** The boxes between two offsets; stops at the first one that overruns (ISO/IEC 14496-12 4.2). */
export function* isoBoxes(data: Uint8Array, start: number, end: number): Generator<Box> {
  let at = start;
  while (at + 8 <= end) {
    const size32 = uint32(data, at);
    const wide = size32 === 1;
    const header = wide ? 16 : 8;
    const size = wide ? uint32(data, at + 8) * 2 ** 32 + uint32(data, at + 12) : size32;
    const boxEnd = size32 === 0 ? end : at + size;
    if (boxEnd < at + header || boxEnd > end) return;
    yield { type: ascii(data, at + 4, 4), start: at + header, end: boxEnd };
    at = boxEnd;
  }
}

/** The first box of a type directly inside another. */
export function childBox(data: Uint8Array, parent: Box, type: string): Box | undefined {
  for (const box of isoBoxes(data, parent.start, parent.end)) if (box.type === type) return box;
  return undefined;
}

/** Handler type of a track (`vide`, `soun`), ISO/IEC 14496-12 8.4.3. */
function handlerOf(data: Uint8Array, track: Box): string {
  const media = childBox(data, track, 'mdia');
  const handler = media && childBox(data, media, 'hdlr');
  return handler === undefined ? '' : ascii(data, handler.start + 8, 4);
}

/** Length from the movie header, ISO/IEC 14496-12 8.2.2. */
function movieDurationMs(data: Uint8Array, header: Box): number | undefined {
  const wide = data[header.start] === 1;
  const timescale = uint32(data, header.start + (wide ? 20 : 12));
  const at = header.start + (wide ? 24 : 16);
  const unknown = wide ? uint32(data, at) === 0xffffffff : uint32(data, at) === 0xffffffff;
  const units = wide ? uint32(data, at) * 2 ** 32 + uint32(data, at + 4) : uint32(data, at);
  return timescale === 0 || unknown ? undefined : (units / timescale) * 1000;
}

function brandsOf(data: Uint8Array, box: Box): string[] {
  const brands = [ascii(data, box.start, 4)];
  for (let at = box.start + 8; at + 4 <= box.end && brands.length < 32; at += 4) {
    brands.push(ascii(data, at, 4));
  }
  return brands;
}

/** Reads the boxes of an MP4, 3GP or other ISO media file; `undefined` when it does not begin with `ftyp`. */
export function readIsoMedia(data: Uint8Array): IsoMedia | undefined {
  const root: Box = { type: '', start: 0, end: data.length };
  if (ascii(data, 4, 4) !== 'ftyp') return undefined;
  const fileType = childBox(data, root, 'ftyp');
  if (fileType === undefined) return undefined;
  const movie = childBox(data, root, 'moov');
  const handlers = new Set<string>();
  let durationMs: number | undefined;
  if (movie !== undefined) {
    for (const box of isoBoxes(data, movie.start, movie.end)) {
      if (box.type === 'trak') handlers.add(handlerOf(data, box));
      if (box.type === 'mvhd') durationMs = movieDurationMs(data, box);
    }
  }
  return {
    brands: brandsOf(data, fileType),
    hasVideo: handlers.has('vide'),
    hasAudio: handlers.has('soun'),
    ...(durationMs === undefined ? {} : { durationMs }),
  };
}
