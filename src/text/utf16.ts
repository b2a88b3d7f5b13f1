import { NODE_BUFFER } from '../bytes/index.ts';

/** From here on Node's own way is faster, which costs the same for any length. */
const LONG = 28;
/** Most units of which the room is kept for the next text. */
const MOST_KEPT = 65_536;

/** Room for units, and the same as octets. */
interface Room {
  readonly units: Uint16Array;
  readonly octets: Uint8Array;
}

function roomFor(count: number): Room {
  const units = new Uint16Array(count);
  return { units, octets: new Uint8Array(units.buffer) };
}

let kept = roomFor(1024);

type Write = (this: Uint8Array, text: string, at: number, octets: number) => number;

/** Node writes the low octet of each unit first, as most machines have it. */
const isLowFirst = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
const write: Write | undefined = isLowFirst ? NODE_BUFFER?.prototype.ucs2Write : undefined;

/**
 * The UTF-16 units of a text at the start of an array, which the next text may overwrite: to read them there costs half
 * of asking the text for each.
 */
export function utf16Units(text: string): Uint16Array {
  const { length } = text;
  const { units, octets } = length <= kept.units.length ? kept : largerRoom(length);
  if (length < LONG || write === undefined) utf16UnitsByHand(text, units);
  else write.call(octets, text, 0, length * 2);
  return units;
}

/** {@link utf16Units} where Node is not, and for what is short. */
export function utf16UnitsByHand(text: string, units: Uint16Array): void {
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
}

function largerRoom(count: number): Room {
  const larger = roomFor(count);
  if (count <= MOST_KEPT) kept = larger;
  return larger;
}
