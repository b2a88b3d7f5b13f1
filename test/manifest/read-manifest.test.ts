import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readManifest } from '../../src/manifest/index.ts';
import { mutate } from '../support/mutate.ts';
import { random, runs } from '../support/property.ts';
import { EXAMPLE, UNPACKED } from './example.ts';

const YAML = `# Spring sale
subject: Spring sale
to: ["+447700900123"]
slides:
  - image: img/hero.jpg
    text: |
      Everything
      must go
    duration: auto
  - text: { value: Watch, begin: 1s }
`;

async function findingsOf(text: string): Promise<string[]> {
  const { issues } = await readManifest(text);
  return issues.map(({ code, path = '-', line, column }) => `${line}:${column} ${code} ${path}`);
}

describe('readManifest', () => {
  it('reads YAML', async () => {
    const { manifest, issues } = await readManifest(YAML, { file: 'sale.yaml' });
    expect(issues).toEqual([]);
    expect(manifest).toEqual({
      subject: 'Spring sale',
      to: ['+447700900123'],
      slides: [
        { image: 'img/hero.jpg', text: 'Everything\nmust go\n', duration: 'auto' },
        { text: { value: 'Watch', begin: '1s' } },
      ],
    });
  });

  it.each([
    ['compact', JSON.stringify(EXAMPLE)],
    ['indented by blanks', JSON.stringify(EXAMPLE, null, 2)],
    ['indented by tabs', JSON.stringify(EXAMPLE, null, '\t')],
    ['with CR LF', JSON.stringify(EXAMPLE, null, '\t').replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\ufeff${JSON.stringify(EXAMPLE)}`],
    ['as YAML', stringify(EXAMPLE)],
  ])('reads JSON %s', async (_name, text) => {
    expect(await readManifest(text)).toMatchObject({ manifest: EXAMPLE, issues: [] });
  });

  it('reads what JSON can escape', async () => {
    const text = String.raw`{"slides":[{"text":"\ud83d\ude00 \/ \u00e4 \"\\ \t"}]}`;
    const { manifest } = await readManifest(text);
    expect(manifest?.slides?.[0]?.text).toBe(JSON.parse(text).slides[0].text);
  });

  it('reads an unpacked message with its braces', async () => {
    expect(await readManifest(JSON.stringify(UNPACKED, null, 2))).toMatchObject({
      manifest: UNPACKED,
      issues: [],
    });
  });

  it('takes words and dates for what they are in YAML 1.2', async () => {
    const { manifest } = await readManifest(
      'slides: []\nsubject: yes\nheaders: { date: 2004-05-23, deliveryReport: no, readReport: true }',
    );
    expect(manifest).toMatchObject({
      subject: 'yes',
      headers: { date: '2004-05-23', deliveryReport: 'no', readReport: true },
    });
  });

  it('says file, line and column of every problem', async () => {
    const { manifest, issues } = await readManifest(
      YAML.replace('image:', 'imgae:')
        .replace('begin: 1s', 'begin: soon')
        .replace('"+447700900123"', '+447700900123'),
      { file: 'sale.yaml' },
    );
    expect(manifest).toBeUndefined();
    expect(issues).toMatchObject([
      {
        file: 'sale.yaml',
        line: 3,
        column: 6,
        code: 'manifest/type',
        path: 'to[0]',
        hint: 'put it in quotes',
      },
      {
        file: 'sale.yaml',
        line: 5,
        column: 5,
        code: 'manifest/unknown-key',
        path: 'slides[0].imgae',
        hint: 'did you mean image?',
      },
      { file: 'sale.yaml', line: 10, column: 34, code: 'manifest/value', path: 'slides[1].text.begin' },
    ]);
    expect(issues.every(({ offset }) => offset === undefined)).toBe(true);
  });

  it.each([
    ['a key of its own', '{\n  "slides": [],\n  "sildes": 1\n}', '3:3 manifest/unknown-key sildes'],
    ['the object that lacks a key', 'parts:\n  - src: a', '2:5 manifest/missing parts[0].type'],
    ['the key in conflict', 'slides: []\nsmil: a.smil', '2:1 manifest/conflict smil'],
    ['an empty value', 'slides: []\nsubject:', '2:9 manifest/type subject'],
    ['an item that is missing', 'slides:\n  - text: a\n  -\n', '3:4 manifest/type slides[1]'],
    ['what an alias stands for', 'vars: { a: &a 5 }\nsubject: *a\nslides: []', '2:10 manifest/type subject'],
    ['a tab after text', 'slides: []\nsubject: 5\tx\nmode: strict', '3:7 manifest/value mode'],
    ['a line after CR LF', 'slides: []\r\nmode: strict', '2:7 manifest/value mode'],
    ['nothing at all', '', '1:1 manifest/type -'],
    ['a comment alone', '# nothing\n', '1:1 manifest/type -'],
    ['a text', 'Hello', '1:1 manifest/type -'],
  ])('points at %s', async (_name, text, finding) => {
    expect(await findingsOf(text)).toEqual([finding]);
  });

  it.each([
    ['an open quote', 'slides: []\nsubject: "Sale', '2:15 manifest/syntax -'],
    ['an open list', 'slides: [\n', '2:1 manifest/syntax -'],
    ['a colon in a text', 'slides: []\nsubject: Sale: now', '2:10 manifest/syntax -'],
    ['a key given twice', 'slides: []\nmode: free\nslides: []', '3:1 manifest/syntax -'],
    ['a key given twice in JSON', '{"slides": [], "slides": []}', '1:16 manifest/syntax -'],
    ['a key that is a list', 'slides: []\n? [a]\n: b', '2:3 manifest/syntax -'],
    ['a key that is an alias', 'subject: &a slides\n*a : []', '2:1 manifest/syntax -'],
    ['a second document', 'slides: []\n---\nslides: []', '2:1 manifest/syntax -'],
    ['an unknown anchor', 'slides: *a', '1:9 manifest/syntax -'],
    ['a tag', 'slides: []\nsubject: !!binary aGk=', '2:10 manifest/syntax -'],
    ['a tag of a language', 'slides: !!js/function "x"', '1:9 manifest/syntax -'],
    ['a stray bracket', 'slides: []]', '1:11 manifest/syntax -'],
    ['JSON with a comma too many', '{"slides": [,]}', '1:13 manifest/syntax -'],
  ])('refuses %s', async (_name, text, finding) => {
    const [first] = await findingsOf(text);
    expect(first).toBe(finding);
  });

  it('knows where everything stands, with and without the name of the file', async () => {
    const named = await readManifest(YAML, { file: 'sale.yaml' });
    expect(named.placeOf?.('slides[1].text.begin')).toEqual({ file: 'sale.yaml', line: 10, column: 34 });
    const nameless = await readManifest(YAML);
    expect(nameless.placeOf?.('to[0].type')).toEqual({ line: 3, column: 6 });
    expect(nameless.placeOf?.('cc')).toBeUndefined();
  });

  it('tells what to do about a colon', async () => {
    const { issues } = await readManifest('subject: Sale: now');
    expect(issues[0]?.hint).toBe('put a text that contains ": " in quotes');
  });

  it('lets aliases repeat a value', async () => {
    const { manifest } = await readManifest('slides:\n  - &one { text: a }\n  - *one\n  - *one\n');
    expect(manifest?.slides).toEqual([{ text: 'a' }, { text: 'a' }, { text: 'a' }]);
  });

  it('knows no merge key', async () => {
    expect(await findingsOf('slides: []\nbudget: &b { reserve: 0 }\nlayout: { <<: *b }')).toEqual([
      '3:11 manifest/unknown-key layout.<<',
    ]);
  });

  it.each([
    ['yaml', 'slides: []\n__proto__: { polluted: 1 }'],
    ['json', '{"slides": [], "__proto__": {"polluted": 1}}'],
  ])('refuses __proto__ in %s', async (_name, text) => {
    const { manifest, issues } = await readManifest(text);
    expect(manifest).toBeUndefined();
    expect(issues).toMatchObject([{ code: 'manifest/unknown-key', path: '__proto__' }]);
    expect('polluted' in {}).toBe(false);
  });

  it('keeps to the bounds of the caller', async () => {
    const code = async (limits: object): Promise<string | undefined> =>
      (await readManifest(YAML, { limits })).issues[0]?.code;
    expect(await code({ maxManifestBytes: YAML.length })).toBeUndefined();
    expect(await code({ maxManifestBytes: YAML.length - 1 })).toBe('manifest/too-large');
    expect(await code({ maxManifestTokens: 50 })).toBe('manifest/too-large');
    expect(await code({ maxManifestDepth: 4 })).toBeUndefined();
    expect(await code({ maxManifestDepth: 3 })).toBe('manifest/too-deep');
    await expect(readManifest(YAML, { limits: { maxManifestBytes: Number.NaN } })).rejects.toMatchObject({
      path: 'limits.maxManifestBytes',
    });
  });

  it.each([
    ['flow', (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`],
    ['flow with keys', (levels: number) => `${'{a: '.repeat(levels)}1${'}'.repeat(levels)}`],
    ['block items', (levels: number) => `${'- '.repeat(levels)}1`],
    [
      'block keys',
      (levels: number) => Array.from({ length: levels }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    ],
  ])('counts levels in %s', async (_name, nested) => {
    const codes = async (levels: number): Promise<string[]> =>
      (await readManifest(nested(levels))).issues.map(({ code }) => code);
    expect(await codes(32)).not.toContain('manifest/too-deep');
    expect(await codes(33)).toEqual(['manifest/too-deep']);
    expect(await codes(40)).toEqual(['manifest/too-deep']);
  });

  it('counts bytes, not characters', async () => {
    const text = `slides: [{ text: "${'ä'.repeat(100)}" }]`;
    expect((await readManifest(text, { limits: { maxManifestBytes: 200 } })).issues).toMatchObject([
      { code: 'manifest/too-large', line: 1, column: 1 },
    ]);
  });
});

const MILLION = 1_000_000;

describe('hostile manifests', () => {
  it.each([
    ['open lists', '['.repeat(MILLION)],
    ['open objects', '{a: '.repeat(MILLION / 4)],
    ['nested items', '- '.repeat(MILLION / 2)],
    ['nested keys', '? '.repeat(MILLION / 2)],
    ['indented keys', Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['closing brackets', ']'.repeat(MILLION)],
    ['commas', `[${','.repeat(MILLION)}]`],
    ['anchors', '&a '.repeat(MILLION / 3)],
    ['aliases', `[${'*a,'.repeat(MILLION / 3)}]`],
    ['a million lines', '\n'.repeat(MILLION)],
    ['documents', '---\n'.repeat(MILLION / 4)],
    ['directives', '%YAML 1.2\n'.repeat(MILLION / 10)],
    ['keys', Array.from({ length: 80_000 }, (_, key) => `k${key}: 1`).join('\n')],
    ['quotes', '""'.repeat(MILLION / 2)],
    ['blanks', ' '.repeat(MILLION)],
    ['exclamation marks', '!'.repeat(MILLION)],
    ['one long text', `subject: ${'a'.repeat(MILLION)}`],
    ['one long key', `${'a'.repeat(MILLION)}: 1`],
    ['backslashes', `"${'\\'.repeat(MILLION)}"`],
    ['a list in itself', 'slides: &a [*a, *a]'],
    [
      'a billion laughs',
      `vars:\n${Array.from({ length: 10 }, (_, i) => ` a${i}: &a${i} [${i === 0 ? 'lol' : `*a${i - 1}, `.repeat(9)}]`).join('\n')}`,
    ],
    ['49,000 wrong keys', Array.from({ length: 8000 }, (_, key) => `k${key}: 1`).join('\n')],
    [
      'variables in variables',
      `vars: { a: "${'x'.repeat(400_000)}" }\nslides: [{ text: "${'{{a}}'.repeat(90_000)}" }]`,
    ],
    ['braces without end', `slides: [{ text: 5, alt: "${'{{ '.repeat(MILLION / 4)}" }]`],
  ])('are refused: %s', async (_name, text) => {
    const { manifest, issues } = await readManifest(text);
    expect(manifest).toBeUndefined();
    expect(issues.length).toBeGreaterThan(0);
  });

  it('give issues whatever is cut off or changed', async () => {
    const texts = [YAML, JSON.stringify(UNPACKED), stringify(EXAMPLE)];
    const next = random();
    for (const text of texts) {
      for (let end = 0; end < text.length; end += 7) await readManifest(text.slice(0, end));
    }
    const [one = '', two = '', three = ''] = texts;
    const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
    for (let i = 0; i < runs(300); i++) {
      const bytes = mutate(encode([one, two, three][i % 3] ?? ''), encode(two), next);
      const { manifest, issues } = await readManifest(new TextDecoder().decode(bytes));
      expect(manifest === undefined).toBe(issues.length > 0);
      for (const { line, column } of issues) expect([line, column].every(Number.isInteger)).toBe(true);
    }
  });
});
