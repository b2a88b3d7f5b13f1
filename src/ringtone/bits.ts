import type { FieldLabel, ReadTrace } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';

/** Writes numbers of any width up to 30 bits, highest bit first. */
export class BitWriter {
  #octets = new Uint8Array(256);
  #position = 0;

  /** Writes the low `width` bits. */
  bits(value: number, width: number): void {
    const needed = (this.#position + width + 7) >> 3;
    if (needed > this.#octets.length) this.#grow(needed);
    this.#put(this.#position, value, width);
    this.#position += width;
  }

  /** Leaves room for a number that is known later and returns its place for {@link fill}. */
  reserve(width: number): number {
    const place = this.#position;
    this.bits(0, width);
    return place;
  }

  /** Writes the number that {@link reserve} left room for. */
  fill(place: number, value: number, width: number): void {
    this.#put(place, value, width);
  }

  /** Zero bits up to the next octet. */
  align(): void {
    this.#position = (this.#position + 7) & ~7;
  }

  /** A copy of what was written; the last octet is filled up with zero bits. */
  toBytes(): Uint8Array {
    return this.#octets.slice(0, (this.#position + 7) >> 3);
  }

  /** Into bits that are still zero. */
  #put(position: number, value: number, width: number): void {
    const octets = this.#octets;
    let at = position;
    let left = width;
    while (left > 0) {
      const room = 8 - (at & 7);
      const take = left < room ? left : room;
      const piece = (value >> (left - take)) & ((1 << take) - 1);
      octets[at >> 3] = (octets[at >> 3] ?? 0) | (piece << (room - take));
      at += take;
      left -= take;
    }
  }

  #grow(needed: number): void {
    const larger = new Uint8Array(Math.max(needed, this.#octets.length * 2));
    larger.set(this.#octets);
    this.#octets = larger;
  }
}

/** Reads numbers of any width up to 30 bits, highest bit first, never past the end. */
export class BitReader {
  readonly bytes: Uint8Array;
  /** Position of the next bit. */
  position = 0;
  /** Fields of the trace that are open. */
  depth = 0;
  readonly #trace: ReadTrace | undefined;

  constructor(bytes: Uint8Array, trace?: ReadTrace) {
    this.bytes = bytes;
    this.#trace = trace;
  }

  /** The octet that holds the next bit. */
  get offset(): number {
    return this.position >> 3;
  }

  /** Bits before the end. */
  get left(): number {
    return this.bytes.length * 8 - this.position;
  }

  /** @throws MmsError `bytes/truncated` */
  bits(width: number): number {
    if (width > this.left) {
      throw new MmsError('bytes/truncated', `expected ${width} more bits, found ${this.left}`, {
        offset: this.offset,
      });
    }
    let value = 0;
    let left = width;
    while (left > 0) {
      const room = 8 - (this.position & 7);
      const take = left < room ? left : room;
      const octet = this.bytes[this.position >> 3] ?? 0;
      value = (value << take) | ((octet >> (room - take)) & ((1 << take) - 1));
      this.position += take;
      left -= take;
    }
    return value;
  }

  /**
   * A number as a field of the trace.
   * @throws MmsError `bytes/truncated`
   */
  field(name: string, width: number): number {
    if (this.#trace === undefined) return this.bits(width);
    this.enter(name);
    const value = this.bits(width);
    this.leave(value);
    return value;
  }

  /** The next bits, which stay. */
  peek(width: number): number {
    const { position } = this;
    const value = this.bits(width);
    this.position = position;
    return value;
  }

  /** Skips to the next octet and returns the bits skipped, which are to be zero. */
  align(): number {
    const width = -this.position & 7;
    return width === 0 ? 0 : this.field('filler', width);
  }

  /** Reads a number as a piece of the field begun last. */
  piece(name: string, width: number): number {
    const start = this.position;
    const value = this.bits(width);
    if (this.#trace !== undefined) this.#trace.piece({ name }, start, this.position, value);
    return value;
  }

  /** Begins a field of the trace. */
  enter(name: string | number, label?: FieldLabel): void {
    this.depth++;
    if (this.#trace !== undefined) this.#trace.enter(name, this.position, this.position, label);
  }

  /** Ends the field begun last. */
  leave(value?: unknown): void {
    this.depth--;
    if (this.#trace !== undefined) this.#trace.leave(this.position, value);
  }

  /** Ends the fields that an error left open. */
  leaveTo(depth: number): void {
    while (this.depth > depth) this.leave();
  }
}
