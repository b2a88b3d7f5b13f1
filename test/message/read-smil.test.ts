import { expect, it } from 'vitest';
import { parseSmilPart } from '../../src/message/index.ts';

const document = (alt: string) => `<smil><body><par><img src="a.gif" alt="${alt}"/></par></body></smil>`;
const altOf = (data: Uint8Array, charset?: string): string | undefined => {
  const parameters = charset === undefined ? {} : { charset };
  return parseSmilPart({ parameters, data }).smil.slides[0]?.media[0]?.alt;
};

it('reads a document in the charset that its part states', () => {
  const latin1 = Uint8Array.from(document('caf\u00e9'), character => character.charCodeAt(0));
  expect(altOf(latin1, 'iso-8859-1')).toBe('café');
  // E9 is shch in the Cyrillic one
  expect(altOf(latin1, 'iso-8859-5')).toBe('cafщ');
});

it('reads UTF-8 where the part states none, or any', () => {
  const utf8 = new TextEncoder().encode(document('café'));
  expect(altOf(utf8)).toBe('café');
  expect(altOf(utf8, '*')).toBe('café');
});

it('recovers only where it is asked to', () => {
  const data = new TextEncoder().encode(document('A & B'));
  expect(() => parseSmilPart({ parameters: {}, data })).toThrow(
    expect.objectContaining({ code: 'smil/not-well-formed' }),
  );
  const { smil, issues } = parseSmilPart({ parameters: {}, data }, { recover: true });
  expect(issues.map(({ code }) => code)).toContain('smil/not-well-formed');
  expect(smil.slides[0]?.media[0]?.alt).toBe('A & B');
});
