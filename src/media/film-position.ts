import { type Box, childBox, isoBoxes } from './iso-media.ts';
import { ascii, hasAscii } from './octets.ts';

/** Where a film was taken: ISO 6709 in the user data of QuickTime, and that of 3GPP TS 26.244 8. */
const POSITIONS: readonly string[] = ['\xa9xyz', 'loci'];

/** The boxes of an MP4 or 3GP that say where it was taken, of the film and of its tracks. */
export function filmPositions(data: Uint8Array): readonly Box[] {
  if (!hasAscii(data, 'ftyp', 4)) return [];
  const movie = childBox(data, { type: '', start: 0, end: data.length }, 'moov');
  if (movie === undefined) return [];
  const found: Box[] = [];
  for (const box of isoBoxes(data, movie.start, movie.end)) {
    const userData = box.type === 'trak' ? childBox(data, box, 'udta') : box;
    if (userData?.type !== 'udta') continue;
    for (const item of isoBoxes(data, userData.start, userData.end)) {
      if (POSITIONS.includes(item.type)) found.push(item);
    }
  }
  return found;
}

/** The film with free space in the place of its positions: a film names places in the file, so nothing may move. */
export function withoutFilmPositions(data: Uint8Array): Uint8Array {
  const blank = data.slice();
  for (const { type, start, end } of filmPositions(data)) {
    // a box of 64 bits has its size between type and content
    const typeAt = ascii(data, start - 4, 4) === type ? start - 4 : start - 12;
    blank.set([0x66, 0x72, 0x65, 0x65], typeAt); // free
    blank.fill(0, start, end);
  }
  return blank;
}
