import { describe, expect, it } from 'vitest';
import { resolveReferences } from '../../../src/presentation/assemble/references.ts';
import { parseSmil } from '../../../src/smil/index.ts';

/** What references of the document `show/main.smil` find among files. */
function resolve(sources: readonly string[], names: readonly string[]) {
  const media = sources.map(src => `<img src="${src}"/>`).join('');
  const parsed = parseSmil(`<smil><head><layout/></head>\n<body><par>${media}</par></body></smil>`);
  const assets = names.map(name => ({ name, data: new Uint8Array(0) }));
  return resolveReferences(parsed, 'show/main.smil', assets);
}

describe('a reference', () => {
  it.each([
    // in the folder of the document, then from the top
    ['a.gif', ['a.gif', 'other/a.gif', 'show/a.gif'], 'show/a.gif'],
    ['a.gif', ['other/a.gif', 'a.gif'], 'a.gif'],
    ['./pictures/../a.gif', ['show/a.gif', 'a.gif'], 'show/a.gif'],
    ['x//b/./a.gif', ['a.gif', 'show/x/b/a.gif'], 'show/x/b/a.gif'],
    ['x\\a.gif', ['a.gif', 'x/a.gif'], 'x/a.gif'],
    ['../a.gif', ['a.gif', 'show/a.gif'], 'a.gif'],
    ['e\u0301.gif', ['x/\u00e9.gif', 'show/\u00e9.gif'], 'show/\u00e9.gif'],
    // by a base name that is unique
    ['a.gif', ['other/a.gif', 'other/A.gif'], 'other/a.gif'],
    ['a.gif', ['other/a.gif', 'more/a.gif'], 'ref/unresolved'],
    // without regard to case
    ['A.GIF', ['show/a.gif', 'other/a.gif'], 'show/a.gif ref/case-mismatch'],
    ['A.GIF', ['other/a.gif', 'b.gif'], 'other/a.gif ref/case-mismatch'],
    ['A.GIF', ['other/a.gif', 'more/a.gif'], 'ref/unresolved'],
    // none
    ['../../a/b.gif', ['a/b.gif', 'c/b.gif'], 'ref/unresolved'],
    ['../../x/../../a/b.gif', ['c.gif'], 'ref/unresolved'],
    ['https://example.com/a.gif', ['a.gif'], 'ref/external'],
    [' ', ['a.gif'], 'ref/unresolved'],
    ['', ['a.gif'], 'ref/unresolved'],
  ] as const)('%j finds among %j: %s', (src, names, expected) => {
    const { bySrc, issues } = resolve([src], names);
    const asset = bySrc.get(src);
    expect([...(asset === undefined ? [] : [asset.name]), ...issues.map(({ code }) => code)].join(' ')).toBe(
      expected,
    );
  });

  it('is told with its place, each time where it finds nothing, once where it differs in case', () => {
    const { bySrc, issues } = resolve(['b.gif', 'A.GIF', 'A.GIF', 'b.gif'], ['show/a.gif']);
    expect([...bySrc.keys()]).toEqual(['A.GIF']);
    const missing = {
      code: 'ref/unresolved',
      severity: 'error',
      message: 'no file for "b.gif"',
      path: 'slides[0].image',
      file: 'show/main.smil',
      line: 2,
    };
    expect(issues).toMatchObject([
      { ...missing, column: 17, hint: expect.stringContaining('add the file') },
      { code: 'ref/case-mismatch', fixed: true, hint: expect.stringContaining('as the file has it') },
      missing,
    ]);
    expect(issues[0]).not.toHaveProperty('fixed');
  });

  it('is cut where it is very long', () => {
    expect(resolve(['a'.repeat(500)], []).issues[0]?.message).toHaveLength('no file for ""'.length + 200);
  });
});
