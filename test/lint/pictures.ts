const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

export function concat(...blocks: Uint8Array[]): Uint8Array {
  return new Uint8Array(blocks.flatMap(block => [...block]));
}

/** A JPEG of 8 by 8 pixels without a scan, whose Exif block has a GPS directory or a maker. */
export function tiffWithGps(gps: boolean): Uint8Array {
  const [high, low] = gps ? [0x88, 0x25] : [0x01, 0x0f];
  const entry = [high, low, 0, 3, 0, 0, 0, 1, 0, 1, 0, 0];
  const tiff = [...ascii('MM'), 0, 0x2a, 0, 0, 0, 8, 0, 1, ...entry, 0, 0, 0, 0];
  const exif = [...ascii('Exif'), 0, 0, ...tiff];
  const frame = [8, 0, 8, 0, 8, 1, 1, 0x11, 0];
  return new Uint8Array([
    ...[0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2, ...exif],
    ...[0xff, 0xc0, 0, frame.length + 2, ...frame],
    ...[0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0xff, 0xd9],
  ]);
}
