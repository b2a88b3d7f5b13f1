import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partNamer, safePartName } from '../../src/media/index.ts';
import { runs } from '../support/property.ts';

const codes = (wanted: string, taken: string[] = []): string[] =>
  safePartName(wanted, taken).issues.map(found => found.code);

describe('partNamer', () => {
  it('names a part as if all names before it were given', () => {
    const wanted = fc.constantFrom(
      'a.jpg',
      'A.JPG',
      'a-2.jpg',
      'a-3.jpg',
      'b/a.jpg',
      'x'.repeat(50),
      'é.txt',
      '',
    );
    fc.assert(
      fc.property(fc.array(wanted, { maxLength: 40 }), fc.array(wanted), (names, taken) => {
        const safeName = partNamer(taken);
        const before = [...taken];
        for (const name of names) {
          const expected = safePartName(name, before);
          expect(safeName(name)).toEqual(expected);
          before.push(expected.name);
        }
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('safePartName', () => {
  it.each([
    ['a.jpg', 'a.jpg', []],
    ['My photo (1).JPG', 'My_photo_1_.JPG', ['name/changed']],
    ['Ärger.txt', 'Arger.txt', ['name/changed']],
    ['写真.png', 'part.png', ['name/changed']],
    ['img/hero.jpg', 'hero.jpg', ['name/flattened']],
    ['..\\..\\evil.gif', 'evil.gif', ['name/flattened']],
    ['.profile', 'profile', ['name/changed']],
    ['..', 'part', ['name/changed']],
    ['desktop.jpg', 'desktop.jpg', []],
    ['desktop.ini', 'part-desktop.ini', ['name/changed']],
    ['con.jpg', 'part-con.jpg', ['name/changed']],
    [`${'x'.repeat(150)}.jpeg`, `${'x'.repeat(35)}.jpeg`, ['name/too-long']],
    ['', 'part', ['name/changed']],
    ['<a b="c">&.gif', '_a_b_c_.gif', ['name/changed']],
    ['a\r\nX: y.gif', 'a_X_y.gif', ['name/changed']],
    [`${'x'.repeat(50)}.jpeg`, `${'x'.repeat(35)}.jpeg`, ['name/too-long']],
    [`x.${'y'.repeat(50)}`, `x.${'y'.repeat(38)}`, ['name/too-long']],
  ])('%j becomes %j', (wanted, name, expected) => {
    expect(safePartName(wanted, []).name).toBe(name);
    expect(codes(wanted)).toEqual(expected);
  });

  it('keeps names apart without regard to case', () => {
    expect(safePartName('A.jpg', ['a.JPG']).name).toBe('A-2.jpg');
    expect(safePartName('a.jpg', ['a.jpg', 'a-2.jpg']).name).toBe('a-3.jpg');
    expect(codes('a.jpg', ['a.jpg'])).toEqual(['name/collision']);
    const long = `${'x'.repeat(36)}.jpg`;
    expect(safePartName(long, [long]).name).toBe(`${'x'.repeat(34)}-2.jpg`);
  });

  it('is safe for any names, and leaves safe ones alone', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 })), wanted => {
        const taken: string[] = [];
        for (const one of wanted) {
          const { name } = safePartName(one, taken);
          expect(name).toMatch(/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,39}$/);
          expect(safePartName(name, taken)).toEqual({ name, issues: [] });
          taken.push(name);
        }
        expect(new Set(taken.map(name => name.toLowerCase())).size).toBe(taken.length);
      }),
      { numRuns: runs(100) },
    );
  });
});
