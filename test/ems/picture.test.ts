import { describe, expect, it } from 'vitest';
import { bitmapOfRows, toPixels } from '../../src/bitmap/index.ts';
import { decodeEms, emsPicture, encodeEms, hasEms, picturesSideBySide } from '../../src/ems/index.ts';
import { decodeSms, encodeSms } from '../../src/sms/index.ts';

const to = '+447700900123';
const bitmap = (width: number, height: number) =>
  bitmapOfRows(Array.from({ length: height }, (_, y) => '#'.repeat(y % (width + 1)).padEnd(width, '.')));

describe('pictures of any size', () => {
  it.each([
    ['small', 160, 120, 16, 16],
    ['large', 160, 120, 32, 32],
    ['variable', 160, 120, 40, 25],
    ['variable', 24, 10, 24, 10],
    ['variable', 20, 10, 24, 10],
    ['variable', 1, 300, 8, 128],
    ['variable', 900, 1, 904, 1],
  ] as const)('%s: %ix%i becomes %ix%i', (form, width, height, columns, rows) => {
    const picture = emsPicture(toPixels(bitmap(width, height)), { form });
    expect([picture.rows[0]?.length, picture.rows.length]).toEqual([columns, rows]);
    expect(encodeEms([picture], { to })).toHaveLength(1);
  });

  it('keeps the pixels of a picture that fits', () => {
    const { rows } = bitmap(64, 16);
    expect(emsPicture(toPixels(bitmapOfRows(rows))).rows).toEqual(rows);
  });

  it('stand side by side under a prompt, and give the whole again', () => {
    const whole = bitmap(90, 64);
    const [prompt, ...pictures] = picturesSideBySide(whole);
    expect(prompt).toEqual({ type: 'userPrompt', objects: 6 });
    const segments = encodeEms(picturesSideBySide(whole), { to });
    expect(decodeEms(segments.map(({ tpdu }) => tpdu)).items).toEqual(picturesSideBySide(whole));
    const joined = whole.rows.map((_, y) =>
      pictures.map(item => ('rows' in item ? item.rows[y] : '')).join(''),
    );
    expect(joined).toEqual(whole.rows.map(row => row.padEnd(96, '.')));
  });

  it('are not divided where one element holds them, and refused above 128 rows', () => {
    expect(picturesSideBySide(bitmap(64, 16))).toHaveLength(1);
    expect(() => picturesSideBySide(bitmap(8, 129))).toThrow(
      expect.objectContaining({ code: 'ems/picture-size', path: 'height' }),
    );
  });
});

describe('hasEms', () => {
  it('tells an EMS message from a plain one', () => {
    const partsOf = (tpdus: readonly Uint8Array[]) => decodeSms(tpdus).parts;
    const ems = encodeEms([{ type: 'sound', number: 1 }], { to });
    const plain = encodeSms({ to, text: 'a'.repeat(200) });
    expect(partsOf(ems.map(({ tpdu }) => tpdu)).map(hasEms)).toEqual([true]);
    expect(partsOf(plain.map(({ tpdu }) => tpdu)).map(hasEms)).toEqual([false, false]);
  });
});
