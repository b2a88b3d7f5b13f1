import { describe, expect, it } from 'vitest';
import { isMmsError } from '../../src/errors.ts';
import { LIMITS } from '../../src/limits.ts';
import { parseXml } from '../../src/xml/index.ts';
import { expectLinear } from '../support/growth.ts';

const OPTIONS = { entities: true };

function outcome(text: string): string {
  try {
    parseXml(text, OPTIONS);
    return 'read';
  } catch (error) {
    if (!isMmsError(error)) throw error;
    return error.code;
  }
}

const declare = (...declarations: string[]): string => `<!DOCTYPE a [${declarations.join('\n')}]>`;
const entity = (name: string, value: string): string => `<!ENTITY ${name} "${value}">`;

describe('entities that a document declares', () => {
  it('are read in attributes and texts, the first of a name', () => {
    const text = `<?xml version="1.0"?>\n<!DOCTYPE a SYSTEM "x.dtd" [\n<!ENTITY ns-x 'urn:x#'>\n<!ENTITY\ty "two\nlines"><!ENTITY y "later">]>\n<a x:b="&ns-x;b&amp;" c="&y;">&y;&#33;<![CDATA[&y;]]></a>`;
    const { root, doctype } = parseXml(text, OPTIONS);
    expect(doctype).toEqual({ line: 2, column: 1 });
    expect(root.attributes.get('x:b')?.value).toBe('urn:x#b&');
    expect(root.attributes.get('c')?.value).toBe('two lines');
    expect(root.children).toEqual(['two\nlines!&y;']);
  });

  it('need the option', () => {
    expect(() => parseXml(`${declare(entity('x', 'y'))}<a/>`)).toThrow(
      expect.objectContaining({ code: 'xml/doctype-internal-subset' }),
    );
  });

  it.each([
    ['an entity in an entity', declare(entity('x', 'y'), entity('z', '&x;'))],
    ['a parameter entity', declare('<!ENTITY % p "x">')],
    ['a reference to one', declare(entity('x', '%p;'))],
    ['an external entity', declare('<!ENTITY x SYSTEM "file:///etc/passwd">')],
    ['a public one', declare('<!ENTITY x PUBLIC "p" "http://localhost/x">')],
    ['an unparsed one', declare('<!ENTITY x SYSTEM "x" NDATA gif>')],
    ['markup', declare(entity('x', '<b/>'))],
    ['another meaning of lt', declare(entity('lt', 'EVIL'))],
    ['a long one', declare(entity('x', 'x'.repeat(LIMITS.maxXmlEntityLength + 1)))],
    ['a 17th', declare(...Array.from({ length: LIMITS.maxXmlEntities + 1 }, (_, i) => entity(`x${i}`, 'y')))],
    ['another declaration', declare('<!ELEMENT a ANY>')],
    ['a reference in the subset', declare(entity('x', 'y'), '%x;')],
    ['no end', `<!DOCTYPE a [${entity('x', 'y')}`],
  ])('refuse %s', (_, doctype) => {
    expect(outcome(`${doctype}<a/>`)).toBe('xml/doctype-internal-subset');
  });

  it('are taken up to their bounds', () => {
    const most = Array.from({ length: LIMITS.maxXmlEntities }, (_, i) =>
      entity(`x${i}`, 'y'.repeat(LIMITS.maxXmlEntityLength)),
    );
    expect(parseXml(`${declare(...most)}<a>&x15;</a>`, OPTIONS).root.children).toEqual(['y'.repeat(256)]);
    expect(outcome(`${declare(entity('x', 'y'))}<a>&z;</a>`)).toBe('xml/not-well-formed');
  });

  it('are not taken elsewhere', () => {
    expect(outcome(`<a>${entity('x', 'y')}</a>`)).toBe('xml/not-well-formed');
    expect(outcome(`<!doctype a [${entity('x', 'y')}]><a/>`)).toBe('xml/not-well-formed');
  });

  it('make no bomb: all references together add no more than a document may have', () => {
    const bomb = (value: number, references: number): string =>
      `${declare(entity('x', 'y'.repeat(value)))}<a b="${'&x;'.repeat(references / 2)}">${'&x;'.repeat(references / 2)}</a>`;
    expect(outcome(bomb(256, 250))).toBe('read');
    expect(outcome(bomb(256, 20_000))).toBe('xml/too-large');
    expect(outcome(bomb(2, 20_000))).toBe('read');
    for (const [value, references] of [
      [256, 258],
      [256, 10_000],
      [64, 1200],
    ] as const) {
      const text = bomb(value, references);
      let longest = 0;
      try {
        const { root } = parseXml(text, OPTIONS);
        longest = (root.attributes.get('b')?.value.length ?? 0) + String(root.children[0]).length;
      } catch (error) {
        expect(error).toMatchObject({ code: 'xml/too-large' });
      }
      expect(longest).toBeLessThanOrEqual(text.length + LIMITS.maxXmlBytes);
    }
  });

  it('take time in proportion to the input', () => {
    const shapes = [entity('x', 'y'), '<!ENTITY x "', '<!ENTITY ', ' ', '"', "'", '[', '&x;', 'SYSTEM "a" '];
    for (const shape of shapes) {
      for (const start of [
        '<!DOCTYPE a [',
        '<!DOCTYPE a ',
        '<!DOCTYPE a SYSTEM ',
        declare(entity('x', 'y')),
      ]) {
        const read = (count: number): void =>
          expect(() =>
            parseXml(start + shape.repeat(count), { ...OPTIONS, maxBytes: 1e8, maxAttributes: 1e8 }),
          ).toThrow(expect.objectContaining({ name: 'MmsError' }));
        expectLinear(read, 100_000, start + shape);
      }
    }
  });
});
