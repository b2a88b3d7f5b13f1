import { MmsError } from '../errors.ts';
import {
  capacityAfter,
  countSeptets,
  type InformationElement,
  MAX_PARTS,
  MAX_USER_DATA_OCTETS,
} from '../sms/index.ts';
import type { ElementPiece, Piece, TextPiece } from './pieces.ts';
import { formatElement } from './text-format.ts';

/** The alphabets of a text that objects can stand in. */
export type EmsAlphabet = 'gsm7' | 'ucs2';

/** What one message holds. */
export interface EmsPart {
  /** In the order of the message, without concatenation. */
  readonly elements: readonly InformationElement[];
  readonly text: string;
  /** An element stands behind a character that takes two septets. */
  readonly isAmbiguous: boolean;
}

/** What is not cut: in GSM 7-bit perhaps of two septets, in UCS-2 perhaps of two units. */
interface Character {
  readonly text: string;
  readonly units: number;
}

const NO_CHARACTER: Character = { text: '', units: 0 };

/** The length octet of a header, and identifier and length of an element. */
const HEADER_OCTETS = 1;
const ELEMENT_HEAD_OCTETS = 2;

/**
 * Lays pieces out in order. Every part is filled before the next begins, which makes the fewest: text is cut between
 * characters, and an element that does not fit behind what is there begins the next part.
 * @param reserved - octets of every header that the concatenation takes
 * @throws MmsError `ems/object-too-long`, `sms/too-many-parts`
 */
export function layOut(pieces: readonly Piece[], alphabet: EmsAlphabet, reserved: number): EmsPart[] {
  const writer = new PartWriter(alphabet, reserved);
  let bound: ElementPiece[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'element') {
      bound.push(piece);
      if (piece.isBoundToNext) continue;
    }
    writer.elements(bound);
    bound = [];
    if (piece.kind === 'text') writer.text(piece);
    else if (piece.kind === 'break') writer.next();
  }
  writer.elements(bound);
  return writer.parts();
}

class PartWriter {
  readonly #alphabet: EmsAlphabet;
  readonly #reserved: number;
  readonly #parts: EmsPart[] = [];
  #elements: InformationElement[] = [];
  #elementOctets = 0;
  #text = '';
  /** Septets or UTF-16 units of the text. */
  #units = 0;
  #isAmbiguous = false;

  constructor(alphabet: EmsAlphabet, reserved: number) {
    this.#alphabet = alphabet;
    this.#reserved = reserved;
  }

  parts(): EmsPart[] {
    if (!this.#isEmpty() || this.#parts.length === 0) this.#finish();
    return this.#parts;
  }

  /** Begins a new part, unless this one is still empty. */
  next(): void {
    if (!this.#isEmpty()) this.#finish();
  }

  /** Elements that stand in one part, if any part can hold them together. */
  elements(pieces: readonly ElementPiece[]): void {
    if (pieces.length === 0) return;
    const octets = pieces.reduce((sum, piece) => sum + octetsOf(piece.at(0)), 0);
    if (HEADER_OCTETS + this.#reserved + octets > MAX_USER_DATA_OCTETS) {
      if (pieces.length === 1) {
        throw new MmsError('ems/object-too-long', `an object of ${octets} octets fits into no message`, {
          path: pieces[0]?.path,
        });
      }
      for (const piece of pieces) this.elements([piece]);
      return;
    }
    if (this.#roomWith(octets) < 0) this.next();
    for (const piece of pieces) this.#add(piece.at(this.#text.length));
  }

  text({ text, format, path }: TextPiece): void {
    const characters = this.#charactersOf(text);
    const formatOctets = format === undefined ? 0 : octetsOf(formatElement(format, 0, 1, path));
    let next = 0;
    while (next < characters.length) {
      const start = this.#text.length;
      next = this.#take(characters, next, this.#roomWith(formatOctets));
      const length = this.#text.length - start;
      if (format !== undefined && length > 0) this.#add(formatElement(format, start, length, path));
      if (next < characters.length) this.#finish();
    }
  }

  /** Adds the characters from `first` on that fit, and tells which is the next. */
  #take(characters: readonly Character[], first: number, room: number): number {
    let left = room;
    let next = first;
    for (; next < characters.length; next++) {
      const { text, units } = characters[next] ?? NO_CHARACTER;
      if (units > left) break;
      left -= units;
      this.#text += text;
    }
    this.#units += room - left;
    return next;
  }

  #charactersOf(text: string): Character[] {
    const isEachOneUnit = this.#alphabet === 'gsm7' && countSeptets(text) === text.length;
    const unitsOf = (character: string): number => {
      if (this.#alphabet === 'ucs2') return character.length;
      return isEachOneUnit ? 1 : countSeptets(character);
    };
    return Array.from(text, character => ({ text: character, units: unitsOf(character) }));
  }

  #add(element: InformationElement): void {
    this.#elements.push(element);
    this.#elementOctets += octetsOf(element);
    this.#isAmbiguous ||= this.#alphabet === 'gsm7' && this.#units > this.#text.length;
  }

  /** Units of text that still fit when so many octets of elements are added; below 0 if they do not fit at all. */
  #roomWith(octets: number): number {
    const elements = this.#reserved + this.#elementOctets + octets;
    const header = elements === 0 ? 0 : HEADER_OCTETS + elements;
    return capacityAfter(header, this.#alphabet) - this.#units;
  }

  #isEmpty(): boolean {
    return this.#elements.length === 0 && this.#text === '';
  }

  #finish(): void {
    if (this.#parts.length === MAX_PARTS) {
      throw new MmsError('sms/too-many-parts', `expected at most ${MAX_PARTS} parts`);
    }
    this.#parts.push({ elements: this.#elements, text: this.#text, isAmbiguous: this.#isAmbiguous });
    this.#elements = [];
    this.#elementOctets = 0;
    this.#text = '';
    this.#units = 0;
    this.#isAmbiguous = false;
  }
}

function octetsOf({ data }: InformationElement): number {
  return ELEMENT_HEAD_OCTETS + data.length;
}
