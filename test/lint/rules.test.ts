import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ISSUE_CODES, issue } from '../../src/issues/index.ts';
import {
  LINT_RULES,
  type LintMessage,
  type LintOptions,
  lint,
  type RuleLevels,
} from '../../src/lint/index.ts';
import { encodePdu } from '../../src/mms/index.ts';
import { amr, GOOD, part, smil, text } from './samples.ts';

const codesOf = (message: string | Uint8Array | LintMessage, options?: LintOptions): string[] =>
  lint(message, options).map(({ code }) => code);

interface Sample {
  readonly code: keyof typeof ISSUE_CODES;
  readonly passes: LintMessage | string;
  readonly fails: LintMessage | string;
  readonly path?: string;
}

/** A document whose only slide has this `dur` and content. */
const document = (dur: string, content = '<img src="a.jpg" region="Image"/>', layout = ''): string =>
  `<smil><head><layout><root-layout width="160" height="140"/><region id="Image" width="160" height="140"/>${layout}` +
  `</layout></head><body><par dur="${dur}">${content}</par></body></smil>`;

const slide = (media: string, dur = '5000ms'): string => `<par dur="${dur}">${media}</par>`;
const shows = (src: string): string => slide(`<text src="${src}" region="Text"/>`);
const withSlides = (slides: string, ...parts: LintMessage['parts']): LintMessage => ({
  parts: [smil(slides), text('a.txt', 'hello'), ...parts],
});
const sound = (dur: string): LintMessage => ({
  parts: [smil(slide('<audio src="a.amr"/>', dur)), part('a.amr', 'audio/amr', amr(6000))],
});

const SAMPLES: readonly Sample[] = [
  {
    code: 'layout/background-attribute',
    passes: document('5000ms'),
    fails: document('5000ms').replace('<region ', '<region backgroundColor="red" '),
  },
  {
    code: 'layout/unused-region',
    passes: document('5000ms'),
    fails: document('5000ms', undefined, '<region id="Text" width="160" height="20"/>'),
    path: 'layout.regions[1]',
  },
  { code: 'slide/empty', passes: document('5000ms'), fails: document('5000ms', ''), path: 'slides[0]' },
  {
    code: 'slide/too-many',
    passes: document('5000ms').replace(/<par.*<\/par>/, par => par.repeat(10)),
    fails: document('5000ms').replace(/<par.*<\/par>/, par => par.repeat(11)),
    path: 'slides[10]',
  },
  { code: 'timing/too-short', passes: document('1000ms'), fails: document('999ms'), path: 'slides[0]' },
  { code: 'timing/too-long', passes: document('60000ms'), fails: document('60001ms'), path: 'slides[0]' },
  {
    code: 'timing/shorter-than-media',
    passes: sound('6000ms'),
    fails: sound('5999ms'),
    path: 'slides[0].audio',
  },
  {
    code: 'ref/unresolved',
    passes: withSlides(shows('cid:a.txt')),
    fails: withSlides(shows('b.txt')),
    path: 'slides[0].text',
  },
  {
    code: 'ref/case-mismatch',
    passes: withSlides(shows('a.txt')),
    fails: withSlides(shows('A.TXT')),
    path: 'slides[0].text',
  },
  {
    code: 'ref/unreferenced',
    passes: withSlides(shows('a.txt')),
    fails: withSlides(shows('a.txt'), text('b.txt', 'x')),
    path: 'parts[2]',
  },
  {
    code: 'media/element-mismatch',
    passes: withSlides(slide('<ref src="a.txt" region="Text"/>')),
    fails: withSlides(slide('<img src="a.txt" region="Image"/>')),
    path: 'slides[0].image',
  },
  {
    code: 'name/too-long',
    passes: withSlides(shows('a.txt'), text(`${'n'.repeat(36)}.txt`, 'x')),
    fails: withSlides(shows('a.txt'), text(`${'n'.repeat(37)}.txt`, 'x')),
    path: 'parts[2]',
  },
  {
    code: 'name/collision',
    passes: withSlides(shows('a.txt'), text('b.txt', 'x')),
    fails: withSlides(shows('a.txt'), text('A.txt', 'x')),
    path: 'parts[2]',
  },
  {
    code: 'text/charset-missing',
    passes: withSlides(shows('a.txt')),
    fails: { parts: [text('a.txt', 'x', null)] },
    path: 'parts[0]',
  },
  {
    code: 'text/charset-guessed',
    passes: { parts: [text('a.txt', 'å', 'utf-8')] },
    fails: { parts: [text('a.txt', Uint8Array.of(0xe5), 'utf-8')] },
    path: 'parts[0]',
  },
  {
    code: 'text/utf16-without-bom',
    passes: { parts: [text('a.txt', Uint8Array.of(0xfe, 0xff, 0, 0x61), 'utf-16')] },
    fails: { parts: [text('a.txt', Uint8Array.of(0, 0x61), 'utf-16')] },
    path: 'parts[0]',
  },
  {
    code: 'header/subject-too-long',
    passes: { ...GOOD, headers: { subject: '😀'.repeat(40) } },
    fails: { ...GOOD, headers: { subject: 'x'.repeat(41) } },
    path: 'subject',
  },
];

describe.each(SAMPLES)('$code', ({ code, passes, fails, path }) => {
  it('is silent about the passing sample', () => {
    expect(codesOf(passes)).not.toContain(code);
  });

  it('is raised by the failing sample, with its path, and by nothing else', () => {
    const found = lint(fails).filter(entry => entry.code === code);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      ...(path === undefined ? {} : { path }),
      severity: ISSUE_CODES[code].severity,
    });
  });
});

describe('lint', () => {
  it('finds nothing in a good message', () => {
    expect(codesOf(GOOD)).toEqual(['layout/unused-region']);
  });

  it('gives every rule one row', () => {
    const codes = LINT_RULES.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const file = resolve(import.meta.dirname, '../vectors/lint/rules.json');
    const { rules }: { rules: string[] } = JSON.parse(readFileSync(file, 'utf8'));
    expect(rules).toHaveLength(85);
    expect(rules.filter(rule => !codes.some(code => code === rule))).toEqual([]);
  });

  it('says where in the document of a message a finding is', () => {
    const found = lint(withSlides(shows('b.txt')), { file: 'x.mms' }).find(
      ({ code }) => code === 'ref/unresolved',
    );
    expect(found).toMatchObject({
      file: 'x.mms#smil.smil',
      line: 1,
      column: expect.any(Number),
    });
    const [unreferenced] = lint(withSlides(shows('a.txt'), text('b.txt', 'x')), { file: 'x.mms' });
    expect(unreferenced).toMatchObject({ code: 'ref/unreferenced', file: 'x.mms', path: 'parts[2]' });
  });

  it('is mild about what no slide could show', () => {
    const message = withSlides(shows('a.txt'), part('a.vcf', 'text/x-vCard', 'BEGIN:VCARD'));
    expect(lint(message).find(({ code }) => code === 'ref/unreferenced')?.severity).toBe('info');
    expect(codesOf({ parts: [text('a.txt', 'x')] })).toEqual([]);
  });

  it('reports what other readers found, once', () => {
    const raised = issue('ref/unreferenced', 'left over', { file: 'b.txt', path: 'parts[2]' });
    const fixed = issue('name/flattened', 'lost its folder', { fixed: true });
    const message = { ...withSlides(shows('a.txt'), text('b.txt', 'x')), issues: [raised, fixed] };
    const found = lint(message);
    expect(found).toContainEqual(raised);
    expect(found).toContainEqual(fixed);
    expect(found.filter(({ code }) => code === 'ref/unreferenced')).toHaveLength(1);
  });

  it('reads the octets of an .mms', () => {
    const bytes = encodePdu({
      messageType: 'm-send-req',
      transactionId: 'T1',
      to: ['+447700900123'],
      subject: 's'.repeat(41),
      contentType: { type: 'application/vnd.wap.multipart.related' },
      parts: withSlides(shows('b.txt')).parts,
    });
    expect(codesOf(bytes).sort()).toEqual([
      'header/subject-too-long',
      'layout/unused-region',
      'ref/unreferenced',
      'ref/unresolved',
    ]);
    expect(codesOf(bytes.subarray(0, -3))).toContain('wsp/part-truncated');
  });

  it('makes findings of input that cannot be read', () => {
    expect(codesOf(Uint8Array.of(0x8c))).toEqual(['bytes/truncated']);
    expect(codesOf(new Uint8Array())).toEqual(['mms/not-a-pdu']);
    expect(codesOf('<smil>')).toEqual(['smil/not-well-formed']);
    expect(codesOf('')).toEqual(['smil/not-well-formed']);
    expect(codesOf(`<smil>${' '.repeat(70_000)}</smil>`)).toEqual(['xml/too-large']);
    expect(codesOf({ parts: [part('smil', 'application/smil', '<smil>')] })).toEqual([
      'smil/not-well-formed',
    ]);
  });

  it('reads a document in UTF-16', () => {
    expect(codesOf(Uint8Array.of(0xff, 0xfe, 0x3c, 0, 0x61, 0, 0x2f, 0, 0x3e, 0))).toEqual(['smil/root']);
  });
});

describe('a name', () => {
  it('may be too long among others', () => {
    const named = text('a.txt', 'x');
    const parameters = { ...named.parameters, name: `${'n'.repeat(37)}.txt` };
    expect(codesOf({ parts: [{ ...named, parameters }] })).toContain('name/too-long');
  });

  it('is not that of another letter', () => {
    expect(codesOf({ parts: [text('straße.txt', 'x'), text('strasse.txt', 'x')] })).not.toContain(
      'name/collision',
    );
  });
});

describe('a slide without a duration', () => {
  it('lasts as long as its sound', () => {
    const untimed = smil('<par><audio src="a.amr"/></par>');
    expect(codesOf({ parts: [untimed, part('a.amr', 'audio/amr', amr(6000))] })).not.toContain(
      'timing/shorter-than-media',
    );
  });
});

describe('settings', () => {
  const fails = withSlides(shows('A.TXT'));

  it('switch rules off, raise and lower them', () => {
    expect(codesOf(fails, { rules: { 'ref/case-mismatch': 'off' } })).not.toContain('ref/case-mismatch');
    const levelWith = (level: 'error' | 'info'): unknown =>
      lint(fails, { rules: { 'ref/case-mismatch': level } }).find(({ code }) => code === 'ref/case-mismatch')
        ?.severity;
    expect([levelWith('error'), levelWith('info')]).toEqual(['error', 'info']);
  });

  it('must name rules and levels that exist', () => {
    expect(() => lint(GOOD, { rules: { 'ref/nothing': 'off' } })).toThrow(
      expect.objectContaining({ code: 'lint/unknown-rule', path: 'rules["ref/nothing"]' }),
    );
    expect(() => lint(GOOD, { rules: { toString: 'off' } as unknown as RuleLevels })).toThrow(
      expect.objectContaining({ code: 'lint/unknown-rule' }),
    );
    expect(() => lint(GOOD, { rules: JSON.parse('{ "slide/none": "loud" }') })).toThrow(
      expect.objectContaining({ code: 'lint/unknown-level', path: 'rules["slide/none"]' }),
    );
    expect(() => lint(GOOD, { rules: { 'slide/none': undefined } })).not.toThrow();
  });
});
