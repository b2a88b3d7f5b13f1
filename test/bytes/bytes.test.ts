import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHexByHand, toHexByHand } from '../../src/bytes/hex.ts';
import { ByteReader, ByteWriter, fromHex, toHex } from '../../src/bytes/index.ts';
import { isMmsError, MmsError } from '../../src/errors.ts';
import { runs } from '../support/property.ts';
import { unwatched } from '../support/trace.ts';

describe('hex', () => {
  it('round-trips any octets, in either case and with white space', () => {
    fc.assert(
      fc.property(fc.uint8Array(), bytes => {
        const hex = toHex(bytes);
        expect(fromHex(hex)).toEqual(bytes);
        expect(fromHex(hex.toUpperCase().replace(/(..)/g, '$1 \t\r\n'))).toEqual(bytes);
        expect(hex).toBe(Buffer.from(bytes).toString('hex'));
      }),
    );
  });

  it('is the same by Node and by hand, also of a view, and of texts that are no hexadecimal', () => {
    const octets = fc.uint8Array({ minLength: 20, maxLength: 200 }).map(bytes => bytes.subarray(3));
    const odd = fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF \n_g\u00a0é'), maxLength: 200 });
    const outcome = (run: () => Uint8Array): unknown => {
      try {
        return run();
      } catch (error) {
        if (!isMmsError(error)) throw error;
        return [error.code, error.message, error.offset];
      }
    };
    fc.assert(
      fc.property(octets, odd, (bytes, text) => {
        const hex = toHexByHand(bytes);
        expect(toHex(bytes)).toBe(hex);
        expect(fromHex(hex)).toStrictEqual(fromHexByHand(hex));
        for (const wrong of [text, `${hex}${text}`, `${text}${hex}`])
          expect(outcome(() => fromHex(wrong))).toStrictEqual(outcome(() => fromHexByHand(wrong)));
      }),
      { numRuns: runs(500) },
    );
  });

  it('reads texts longer than what Node is given at once', () => {
    const bytes = Uint8Array.from({ length: 10_001 }, (_, i) => (i * 31) & 0xff);
    const hex = toHex(bytes);
    expect(toHex(fromHex(hex))).toBe(hex);
    expect(() => fromHex(`${hex.slice(0, -1)}g`)).toThrow(expect.objectContaining({ offset: 20_001 }));
  });

  it('says where a bad digit is, and refuses an odd length', () => {
    expect(() => fromHex('00 1g')).toThrow(expect.objectContaining({ code: 'hex/bad-digit', offset: 4 }));
    expect(() => fromHex('0_0')).toThrow(MmsError);
    expect(() => fromHex('001')).toThrow(expect.objectContaining({ code: 'hex/odd-length' }));
    expect(() => fromHex('0\u00a00')).toThrow(expect.objectContaining({ offset: 1 }));
  });
});

describe('ByteReader', () => {
  it('never reads past a bounded value and says where it stands', () => {
    const reader = new ByteReader(new Uint8Array([1, 2, 3, 4]));
    reader.enter('parts');
    reader.enter(2);
    reader.enter('contentType');
    const outer = reader.narrow(2);
    expect([reader.octet(), reader.octet(), reader.peek()]).toEqual([1, 2, -1]);
    expect(() => reader.octet()).toThrow(
      expect.objectContaining({ code: 'bytes/truncated', offset: 2, path: 'parts[2].contentType' }),
    );
    reader.widen(outer);
    expect(reader.left).toBe(2);
    expect(() => reader.narrow(3)).toThrow(expect.objectContaining({ code: 'wsp/length-overrun' }));
    expect(() => reader.view(2 ** 32)).toThrow(expect.objectContaining({ code: 'bytes/truncated' }));
  });

  it('reads other octets in several places once they are mended, and leaves the input alone', () => {
    const bytes = Uint8Array.of(1, 2, 3, 4);
    const reader = new ByteReader(bytes);
    reader.mend(0, [9]);
    reader.mend(2, [8, 7]);
    expect([reader.octet(), reader.octet(), reader.octet(), reader.peek()]).toEqual([9, 2, 8, 7]);
    expect([...bytes]).toEqual([1, 2, 3, 4]);
  });

  it('hands out views, not copies', () => {
    const bytes = new Uint8Array([1, 2, 3]);
    expect(new ByteReader(bytes).view(2).buffer).toBe(bytes.buffer);
  });

  it('goes back to a mark with its warnings and path', () => {
    const reader = new ByteReader(new Uint8Array(4));
    const mark = reader.mark();
    reader.enter('x');
    reader.octet();
    reader.warn('wsp/non-minimal', 'long');
    reader.reset(mark);
    expect([reader.offset, reader.warnings.length, reader.path]).toEqual([0, 0, '']);
  });

  it('throws a warning in strict mode', () => {
    const reader = new ByteReader(new Uint8Array(1), { strict: true });
    expect(() => reader.warn('wsp/non-minimal', 'long')).toThrow(
      expect.objectContaining({ code: 'wsp/non-minimal' }),
    );
  });

  it('traces fields with their extent', () => {
    const events: unknown[] = [];
    const trace = {
      ...unwatched,
      enter: (name: string | number, start: number) => events.push(['enter', name, start]),
      leave: (end: number, value: unknown) => events.push(['leave', end, value]),
    };
    const reader = new ByteReader(new Uint8Array([7, 8]), { trace });
    reader.enter('a');
    reader.leave(reader.octet());
    expect(events).toEqual([
      ['enter', 'a', 0],
      ['leave', 8, 7],
    ]);
  });
});

describe('ByteWriter', () => {
  type Piece = number | Uint8Array | Piece[];
  const { piece } = fc.letrec<{ piece: Piece }>(tie => ({
    piece: fc.oneof(
      { maxDepth: 4 },
      fc.integer({ min: 0, max: 255 }),
      fc.uint8Array({ maxLength: 10 }),
      fc.uint8Array({ minLength: 250, maxLength: 700 }),
      fc.array(tie('piece'), { maxLength: 5 }),
    ),
  }));

  const flatten = (value: Piece): number[] => {
    if (typeof value === 'number') return [value];
    if (value instanceof Uint8Array) return [...value];
    const content = value.flatMap(flatten);
    return [content.length >> 8, content.length & 255, ...content];
  };

  const write = (writer: ByteWriter, value: Piece): void => {
    if (typeof value === 'number') writer.octet(value);
    else if (value instanceof Uint8Array) writer.octets(value);
    else {
      writer.fork();
      for (const inner of value) write(writer, inner);
      writer.join((w, length) => {
        w.octet(length >> 8);
        w.octet(length);
      });
    }
  };

  it('puts the length of a section before it, however deep, copied or referred to', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), pieces => {
        const writer = new ByteWriter();
        for (const value of pieces) write(writer, value);
        const expected = new Uint8Array(pieces.flatMap(flatten));
        expect(writer.length).toBe(expected.length);
        expect(toHex(writer.toBytes())).toBe(toHex(expected));
      }),
    );
  });

  it('writes octet after octet past any room that it had', () => {
    const writer = new ByteWriter();
    const octets = Uint8Array.from({ length: 300_000 }, (_, i) => i % 251);
    for (const octet of octets) writer.octet(octet);
    expect(Buffer.compare(writer.toBytes(), octets)).toBe(0);
  });

  it('gives large data as pieces of their own, also where nothing stands between them', () => {
    const [first, second] = [new Uint8Array(5000).fill(1), new Uint8Array(5000).fill(2)];
    const writer = new ByteWriter();
    writer.octet(7);
    writer.octets(first);
    writer.octets(second);
    writer.octet(8);
    const chunks = writer.toChunks();
    expect(chunks).toEqual([Uint8Array.of(7), first, second, Uint8Array.of(8)]);
    expect(chunks[1]).toBe(first);
  });

  it('leaves no trace of an attempt that is refused, and throws on what is no refusal', () => {
    const writer = new ByteWriter();
    writer.octet(1);
    const refused = writer.attempt(() => {
      writer.octets(new Uint8Array(5000));
      writer.fork();
      throw new MmsError('bytes/value-type', 'no');
    });
    const wrongUse = (): void => {
      throw new TypeError('no');
    };
    expect(() => writer.attempt(wrongUse)).toThrow(TypeError);
    expect([refused, [...writer.toBytes()]]).toEqual([false, [1]]);
  });

  it('leaves nothing to the next writer when it is discarded with a section open, or twice', () => {
    const writer = new ByteWriter();
    writer.fork();
    writer.octet(1);
    writer.discard();
    writer.discard();
    const [next, another] = [new ByteWriter(), new ByteWriter()];
    next.octet(2);
    another.octet(3);
    expect([next.toBytes(), another.toBytes()]).toEqual([Uint8Array.of(2), Uint8Array.of(3)]);
    expect(() => new ByteWriter().join(() => {})).toThrow(TypeError);
  });

  it('refuses a fork that was not joined', () => {
    const writer = new ByteWriter();
    writer.fork();
    expect(() => writer.toBytes()).toThrow(TypeError);
    expect(() => new ByteWriter().join(() => {})).toThrow(TypeError);
  });
});
