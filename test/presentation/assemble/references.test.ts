import { expect, it } from 'vitest';
import { resolveReferences } from '../../../src/presentation/assemble/references.ts';
import { parseSmil } from '../../../src/smil/index.ts';

/** What a reference of the document `show/main.smil` finds among files, or what is wrong with it. */
function found(src: string, ...names: string[]): string | undefined {
  const parsed = parseSmil(`<smil><head><layout/></head><body><par><img src="${src}"/></par></body></smil>`);
  const assets = names.map(name => ({ name, data: new Uint8Array(0) }));
  const { bySrc, issues } = resolveReferences(parsed, 'show/main.smil', assets);
  return bySrc.get(src)?.name ?? issues.map(({ code }) => code).join();
}

it.each([
  ['./pictures/../a.gif', ['show/a.gif', 'a.gif'], 'show/a.gif'],
  ['../a.gif', ['a.gif'], 'a.gif'],
  ['../../x/../../a/b.gif', ['c.gif'], 'ref/unresolved'],
  ['A.GIF', ['show/a.gif'], 'show/a.gif'],
  ['https://example.com/a.gif', ['a.gif'], 'ref/external'],
  [' ', ['a.gif'], 'ref/unresolved'],
] as const)('the reference %j finds among %j: %s', (src, names, expected) => {
  expect(found(src, ...names)).toBe(expected);
});
