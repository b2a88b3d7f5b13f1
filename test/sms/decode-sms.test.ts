import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { decodeDeliver, decodeSms, decodeSubmit, encodeSms, encodeSubmit } from '../../src/sms/index.ts';
import { DELIVERS, messageOf, SUBMITS } from './vectors.ts';

const named = <T extends { name: string }>(rows: readonly T[]) => rows.map(row => [row.name, row] as const);

describe('decodeSubmit', () => {
  it.each(named(SUBMITS))('reads %s as tshark does', (_, { parts, decode, input }) => {
    for (const [index, { tpdu, udl }] of parts.entries()) {
      const read = decodeSubmit(fromHex(tpdu));
      const expected = decode[index];
      expect(read.warnings).toEqual([]);
      expect(read.to.replace(/^\+|^alpha:/, '')).toBe(expected?.da);
      expect(read.dataCodingScheme).toBe(expected?.dcs);
      expect(read.protocolIdentifier).toBe(expected?.pid);
      expect(read.userDataLength).toBe(udl);
      if (expected?.ref !== undefined) {
        expect(read.concatenation).toMatchObject({
          reference: expected.ref,
          total: expected.total,
          sequence: expected.seq,
        });
      }
      // tshark knows no language tables
      if (input.single === undefined) expect(read.text).toBe(expected?.text);
    }
  });

  it.each(named(SUBMITS))('gives of %s what encodeSubmit takes', (_, { parts }) => {
    for (const { tpdu } of parts) {
      expect(toHex(encodeSubmit(decodeSubmit(fromHex(tpdu)))).toUpperCase()).toBe(tpdu);
    }
  });
});

describe('decodeSms', () => {
  it.each(named(SUBMITS))('gives the input of %s', (_, vector) => {
    const { text, data } = messageOf(vector);
    const read = decodeSms(vector.parts.map(({ tpdu }) => fromHex(tpdu)));
    expect(read.text).toBe(text);
    expect(read.data).toEqual(data);
    expect([read.missing, read.warnings]).toEqual([[], []]);
  });

  it.each(named(SUBMITS))('gives of %s what encodeSms takes', (_, vector) => {
    const read = decodeSms(vector.parts.map(({ tpdu }) => fromHex(tpdu)));
    if (read.messageType !== 'sms-submit') throw new Error('not a submit');
    expect(encodeSms(read).map(({ tpdu }) => toHex(tpdu).toUpperCase())).toEqual(
      vector.parts.map(({ tpdu }) => tpdu),
    );
  });

  it('takes parts in any order, names the missing, drops repeats', () => {
    const tpdus = encodeSms({ to: '12345', text: 'x'.repeat(400), reference: 9 }).map(({ tpdu }) => tpdu);
    const [first, second, third] = tpdus as [Uint8Array, Uint8Array, Uint8Array];
    expect(decodeSms([third, first, second]).text).toBe('x'.repeat(400));
    expect(decodeSms([third, first, third]).missing).toEqual([2]);
    const { text, warnings } = decodeSms([third]);
    expect(text).toBe('x'.repeat(400 - 306));
    expect(warnings.map(({ code }) => code)).toEqual(['sms/missing-parts']);
  });

  it('refuses parts of different messages', () => {
    const message = (to: string, reference: number) =>
      encodeSms({ to, text: 'y'.repeat(200), reference }).map(({ tpdu }) => tpdu);
    const single = encodeSms({ to: '12345', text: 'z' }).map(({ tpdu }) => tpdu);
    for (const strangers of [message('12345', 2), message('12346', 1), single]) {
      expect(() => decodeSms([...message('12345', 1), ...strangers])).toThrow(
        expect.objectContaining({ code: 'sms/mixed-parts', path: 'tpdus[2]' }),
      );
    }
    expect(() => decodeSms([...single, ...single])).toThrow(
      expect.objectContaining({ code: 'sms/mixed-parts' }),
    );
    expect(() => decodeSms([])).toThrow(expect.objectContaining({ code: 'bytes/value-type' }));
  });

  it('joins an escape and its septet that another sender split', () => {
    const part = (sequence: number, septets: readonly number[]): Uint8Array => {
      const bits = [0, ...septets.flatMap(septet => Array.from({ length: 7 }, (_, i) => (septet >> i) & 1))];
      const octets = Array.from({ length: Math.ceil(bits.length / 8) }, (_, at) =>
        bits.slice(at * 8, at * 8 + 8).reduce((octet, bit, i) => octet | (bit << i), 0),
      );
      const head = [0x41, 0, 5, 0x81, 0x21, 0x43, 0xf5, 0, 0, septets.length + 7];
      return Uint8Array.of(...head, 5, 0, 3, 1, 2, sequence, ...octets);
    };
    const first = part(1, [...new Array<number>(152).fill(0x61), 0x1b]);
    const message = decodeSms([first, part(2, [0x65])]);
    expect(message).toMatchObject({ text: `${'a'.repeat(152)}€`, warnings: [] });
    expect(decodeSms([first]).warnings.map(({ code }) => code)).toEqual([
      'sms/unassigned-septet',
      'sms/missing-parts',
    ]);
  });

  it('reports parts that hardly belong together', () => {
    const tpdusOf = (text: string, port: number): Uint8Array[] =>
      encodeSms({ to: '12345', text, reference: 1, ports: { destination: port } }).map(({ tpdu }) => tpdu);
    const [a, b, c, d] = [
      tpdusOf('A'.repeat(200), 1),
      tpdusOf('B'.repeat(200), 1),
      tpdusOf('C'.repeat(200), 2),
      tpdusOf('Ж'.repeat(100), 1),
    ];
    const codesOf = (...tpdus: (Uint8Array | undefined)[]): string[] =>
      decodeSms(tpdus.filter(tpdu => tpdu !== undefined)).warnings.map(({ code }) => code);
    expect(codesOf(a[0], a[1])).toEqual([]);
    expect(codesOf(a[0], a[1], a[1])).toEqual([]);
    expect(codesOf(a[0], c[1])).toEqual(['sms/parts-differ']);
    expect(codesOf(a[0], d[1])).toEqual(['sms/parts-differ']);
    expect(codesOf(a[0], a[1], b[0])).toEqual(['sms/parts-differ']);
  });

  it('joins a surrogate pair that another sender split', () => {
    const part = (sequence: number, ucs2: string): Uint8Array =>
      fromHex(`4100058121 43f5 0008 08 0500030102${sequence.toString(16).padStart(2, '0')} ${ucs2}`);
    expect(decodeSms([part(1, 'd83d'), part(2, 'de00')])).toMatchObject({ text: '😀', warnings: [] });
    expect(decodeSms([part(1, 'd83d'), part(2, '0041')]).warnings.map(({ code }) => code)).toEqual([
      'sms/lone-surrogate',
    ]);
  });
});

describe('decodeDeliver', () => {
  it.each(named(DELIVERS))('reads %s', (_, { input, parts, decode }) => {
    const read = decodeDeliver(fromHex(parts[0]?.tpdu ?? ''));
    expect(read.from.replace('alpha:', '')).toBe(input.from);
    expect(read.from.replace(/^\+|^alpha:/, '')).toBe(decode[0]?.oa);
    expect(read).toMatchObject({
      text: input.text,
      serviceCentreTimestamp: input.timestamp,
      dataCodingScheme: decode[0]?.dcs,
      moreMessagesToSend: false,
      warnings: [],
    });
  });

  it('reads what decodeSms reads', () => {
    const tpdu = fromHex(DELIVERS[0]?.parts[0]?.tpdu ?? '');
    expect(decodeSms([tpdu])).toMatchObject({ messageType: 'sms-deliver', text: 'hellohello' });
  });
});

describe('what real senders do wrong', () => {
  const submit = (hex: string) => decodeSubmit(fromHex(hex));
  const codes = (hex: string) => submit(hex).warnings.map(({ code }) => code);

  it('is read with a warning', () => {
    expect(codes('0100 0181F1 0000 02E834 FFFF')).toEqual(['sms/trailing-octets']);
    expect(codes('0100 0101F1 0000 02E834')).toEqual(['sms/address-form']);
    expect(codes('0100 0281F1 0000 02E834')).toEqual(['sms/address-form']);
    expect(codes('0100 0181F1 0080 02E834')).toEqual(['sms/reserved-coding']);
    expect(codes('0100 0181F1 0020 02E834')).toEqual(['sms/reserved-coding']);
    expect(codes('1900 0181F1 0000 99999999999999 02E834')).toEqual(['sms/timestamp']);
    expect(codes('0100 0181F1 0008 03004100')).toEqual(['sms/user-data-length']);
    expect(codes('4100 0181F1 0000 0F 050003470002 C2E170381C0E8701')).toEqual(['sms/element-ignored']);
  });

  it('is read as far as there are user data', () => {
    const hex = '41000C914477009001320008A0050003000301306F3044';
    expect(submit(hex)).toMatchObject({ text: 'はい', userDataLength: 0xa0 });
    expect(codes(hex)).toEqual(['sms/user-data-length', 'sms/user-data-length']);
    expect(submit('0100 0181F1 0000 03E834')).toMatchObject({ text: 'hi' });
    expect(() => decodeSubmit(fromHex(hex), { strict: true })).toThrow(
      expect.objectContaining({ code: 'sms/user-data-length' }),
    );
  });

  it.each([
    '41000C914477009001320008A0050003000301306F3044',
    '0100 0101F1 0000 02E834',
    '0100 0081 0000 02E834',
    '0100 0181F1 0008 03004100',
    '0100 16811111111111111111111111 0000 02E834',
  ])('is written back as it was read: %s', hex => {
    expect(toHex(encodeSubmit(submit(hex)))).toBe(toHex(fromHex(hex)));
  });

  it('is refused of a caller', () => {
    const read = submit('41000C914477009001320008A0050003000301306F3044');
    const { warnings: _, ...own } = read;
    for (const write of [() => encodeSubmit(own), () => encodeSubmit(read, { strict: true })]) {
      expect(write).toThrow(expect.objectContaining({ code: 'sms/user-data-length' }));
    }
  });

  it('keeps compressed text as octets', () => {
    expect(submit('0100 0181F1 0020 02E834').data).toEqual(fromHex('e834'));
  });

  it('is refused when strict', () => {
    expect(() => decodeSubmit(fromHex('0100 0181F1 0000 02E834 FF'), { strict: true })).toThrow(
      expect.objectContaining({ code: 'sms/trailing-octets', offset: 10 }),
    );
  });

  it('is refused where nothing can be made of it', () => {
    expect(() => submit('00')).toThrow(expect.objectContaining({ code: 'sms/message-type' }));
    expect(() => decodeSms([fromHex('02')])).toThrow(expect.objectContaining({ code: 'sms/message-type' }));
    expect(() => decodeDeliver(fromHex('01'))).toThrow(expect.objectContaining({ code: 'sms/message-type' }));
    expect(() => decodeSms([new Uint8Array(0)])).toThrow(
      expect.objectContaining({ code: 'bytes/truncated' }),
    );
  });
});
