/** Octets of a text in which every character stands for one octet. */
export function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, character => character.charCodeAt(0));
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** UTF-16 little-endian, as Notepad saves "Unicode", with or without its mark. */
export function utf16le(text: string, bom = true): Uint8Array {
  return new Uint8Array(Buffer.from(bom ? `\ufeff${text}` : text, 'utf16le'));
}

export function concat(...parts: (Uint8Array | readonly number[])[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts.map(part => Uint8Array.from(part))));
}

export function be32(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

/** An ISO media box. */
export function box(type: string, ...content: (Uint8Array | readonly number[])[]): Uint8Array {
  const body = concat(...content);
  return concat(be32(body.length + 8), latin1(type), body);
}

const track = (handler: string): Uint8Array =>
  box('trak', box('mdia', box('hdlr', be32(0), be32(0), latin1(handler), be32(0))));

/** A film without media data: brand, tracks by handler type, length in milliseconds. */
export function isoMedia(brand: string, handlers: readonly string[], durationMs = 0): Uint8Array {
  const header = box('mvhd', be32(0), be32(0), be32(0), be32(1000), be32(durationMs));
  return concat(box('ftyp', latin1(brand), be32(0)), box('moov', header, ...handlers.map(track)));
}

/** A MIDI file of format 0: division 96, the given events after a zero delta time. */
export function midi(...events: number[]): Uint8Array {
  const body = [...events, 0x00, 0xff, 0x2f, 0x00];
  return concat(latin1('MThd'), be32(6), [0, 0, 0, 1, 0, 96], latin1('MTrk'), be32(body.length), body);
}

/** A MIP message for one channel (MMA RP-034). */
export const MIP = [0x00, 0xf0, 0x07, 0x7f, 0x7f, 0x0b, 0x01, 0x00, 0x05, 0xf7] as const;

/** Half a quarter note at 96 ticks: 48 ticks. */
export const NOTE = [0x00, 0x90, 0x3c, 0x40, 0x30, 0x80, 0x3c, 0x40] as const;

/** WAV, 8 bit mono at 8 kHz. */
export function wav(samples: number): Uint8Array {
  const data = new Uint8Array(samples).fill(128);
  const le32 = (value: number): number[] => be32(value).reverse();
  const format = [1, 0, 1, 0, ...le32(8000), ...le32(8000), 1, 0, 8, 0];
  return concat(
    latin1('RIFF'),
    le32(36 + samples),
    latin1('WAVEfmt '),
    le32(16),
    format,
    latin1('data'),
    le32(samples),
    data,
  );
}

/** AMR at 12.2 kbit/s: frame type 7, 31 octets of speech. */
export function amr(frames: number): Uint8Array {
  const frame = [0x3c, ...new Array<number>(31).fill(0)];
  return concat(latin1('#!AMR\n'), ...new Array<number[]>(frames).fill(frame));
}

/** MP3 at 128 kbit/s, 44.1 kHz: 417 octets a frame. */
export function mp3(frames: number): Uint8Array {
  const frame = [0xff, 0xfb, 0x90, 0x00, ...new Array<number>(413).fill(0)];
  return concat(...new Array<number[]>(frames).fill(frame));
}

/** The smallest whole pictures by hand: what has a mark need not be decodable here. */
export const GIF = latin1(
  'GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;',
);
export const PNG_MAGIC = latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0');
export const JPEG_MAGIC = latin1('\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0');
export const WBMP = new Uint8Array([0x00, 0x00, 0x0a, 0x02, 0x80, 0x00, 0x00, 0x00]);
/** OS/2 BMP of one red pixel. */
export const BMP = concat(
  latin1('BM\x1e\0\0\0\0\0\0\0\x1a\0\0\0\x0c\0\0\0\x01\0\x01\0\x01\0\x18\0'),
  [0, 0, 255, 0],
);

/** An EXIF block with an orientation and an empty GPS directory. */
export function exif(orientation: number, order: 'II' | 'MM' = 'MM'): Uint8Array {
  const number = (value: number, octets: number): number[] => {
    const bigEndian = be32(value).slice(4 - octets);
    return order === 'MM' ? bigEndian : bigEndian.reverse();
  };
  const entry = (tag: number, type: number, value: number[]): number[] => [
    ...number(tag, 2),
    ...number(type, 2),
    ...number(1, 4),
    ...value,
    ...new Array<number>(4 - value.length).fill(0),
  ];
  const entries = [entry(0x0112, 3, number(orientation, 2)), entry(0x8825, 4, number(38, 4))].flat();
  return concat(
    latin1(order),
    number(42, 2),
    number(8, 4),
    number(2, 2),
    entries,
    number(0, 4),
    number(0, 2),
  );
}
