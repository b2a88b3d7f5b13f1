import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { type Issue, issue } from '../../src/issues/index.ts';
import { FINDING_FORMATS } from '../../src/lint/index.ts';

const ISSUES: readonly Issue[] = [
  issue('slide/duplicate-media', 'more than one <img> on slide 2', {
    file: 'a b/sale.smil',
    line: 12,
    column: 9,
    path: 'slides[1].image',
  }),
  issue('layout/missing-head', 'no <head>', { file: 'a b/sale.smil', line: 4, column: 3, fixed: true }),
  issue('wsp/length-overrun', 'too long', { file: 'sale.mms', offset: 17, path: 'parts[0]' }),
  issue('slide/empty', 'slide 1 shows nothing', { file: 'sale.mms#smil.smil', line: 1, column: 7 }),
  issue('timing/too-short', 'a\nb\u001b[31m %: ,', { path: 'slides[0]', hint: 'c' }),
];

describe('text', () => {
  it('has a line for each finding and one that counts', () => {
    expect(FINDING_FORMATS.text(ISSUES)).toBe(
      [
        'a b/sale.smil:12:9      error    slide/duplicate-media  more than one <img> on slide 2  [MMS-CONF2]',
        'a b/sale.smil:4:3       warning  layout/missing-head    no <head>  [fixed]',
        'sale.mms:17 parts[0]    error    wsp/length-overrun     too long  [WAP-230 8.4.2.2]',
        'sale.mms#smil.smil:1:7  warning  slide/empty            slide 1 shows nothing',
        'slides[0]               info     timing/too-short       a\\u{a}b\\u{1b}[31m %: ,',
        '✖ 2 errors, 2 warnings, 1 info (1 fixed)',
        '',
      ].join('\n'),
    );
    const advised = [
      issue('size/over-usual', 'the message is large', { hint: 'adapt it' }),
      issue('size/over-usual', 'the message is large: adapt it', { hint: 'adapt it' }),
      issue('size/over-usual', 'the message is large', { hint: 'adapt it', fixed: true }),
    ];
    expect(
      FINDING_FORMATS.text(advised)
        .split('\n')
        .map(line => line.replace(/^.*usual {2}/, '')),
    ).toEqual([
      'the message is large; adapt it',
      'the message is large: adapt it',
      'the message is large  [fixed]',
      '✔ 3 warnings (1 fixed)',
      '',
    ]);
    expect(FINDING_FORMATS.text([])).toBe('✔ no findings\n');
    expect(FINDING_FORMATS.text(ISSUES.slice(1, 2))).toContain('✔ 1 warning (1 fixed)');
    expect(FINDING_FORMATS.text([issue('slide/none', 'x', { fixed: true })])).toContain(
      '✔ 1 error (1 fixed)',
    );
  });

  it('ends a line with its last word, whatever is known of the place', () => {
    const lineOf = (found: Issue): string | undefined => FINDING_FORMATS.text([found]).split('\n')[0];
    expect(lineOf(issue('size/over-usual', 'large '))).toBe('  warning  size/over-usual  large');
    expect(lineOf(issue('size/over-usual', 'large', { file: 'a.mms' }))).toBe(
      'a.mms  warning  size/over-usual  large',
    );
  });

  it('shows severities in colour for a terminal', () => {
    const issues = [issue('slide/none', 'x'), issue('size/over-usual', 'y'), issue('timing/too-short', 'z')];
    expect(FINDING_FORMATS.text(issues, { colour: true }).split('\n').slice(0, 3)).toEqual([
      '  \u001b[31merror  \u001b[39m  slide/none        x  [MMS-CONF2]',
      '  \u001b[33mwarning\u001b[39m  size/over-usual   y',
      '  \u001b[36minfo   \u001b[39m  timing/too-short  z',
    ]);
  });
});

describe('json', () => {
  it('has the findings as they are, counted', () => {
    const report = JSON.parse(FINDING_FORMATS.json(ISSUES));
    expect(report).toEqual({ errors: 2, warnings: 2, infos: 1, fixed: 1, findings: ISSUES });
  });
});

describe('github', () => {
  it('is one workflow command a finding, properties and text escaped', () => {
    expect(FINDING_FORMATS.github(ISSUES)).toBe(
      [
        '::error file=a b/sale.smil,line=12,col=9,title=slide/duplicate-media::slides[1].image: more than one <img> on slide 2',
        '::warning file=a b/sale.smil,line=4,col=3,title=layout/missing-head::no <head> [fixed]',
        '::error file=sale.mms,title=wsp/length-overrun::parts[0]: too long',
        '::warning file=sale.mms,title=slide/empty::slide 1 shows nothing',
        '::notice title=timing/too-short::slides[0]: a\\u{a}b\\u{1b}[31m %25: ,',
        '',
      ].join('\n'),
    );
    const odd = issue('slide/none', 'x', { file: 'a:b,c%.smil', line: 1 });
    expect(FINDING_FORMATS.github([odd])).toBe(
      '::error file=a%3Ab%2Cc%25.smil,line=1,col=1,title=slide/none::x\n',
    );
    expect(FINDING_FORMATS.github([issue('slide/none', 'x', { file: 'a\r\nb' })])).toBe(
      '::error file=a%0D%0Ab,title=slide/none::x\n',
    );
  });
});

describe('sarif', () => {
  const logOf = (issues: readonly Issue[]) => JSON.parse(FINDING_FORMATS.sarif(issues));

  it('is valid by the schema of OASIS', () => {
    const log = logOf(ISSUES);
    const schema = JSON.parse(
      readFileSync(resolve(import.meta.dirname, '../vectors/lint/sarif-2.1.0.schema.json'), 'utf8'),
    );
    const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
    expect([validate(log), validate.errors]).toEqual([true, null]);
    expect(validate({ ...log, runs: [{ ...log.runs[0], results: [{ level: 'info' }] }] })).toBe(false);
  });

  it('is one run of version 2.1.0 that names its rules', () => {
    const { $schema, version, runs } = logOf(ISSUES);
    expect([$schema, version]).toEqual(['https://json.schemastore.org/sarif-2.1.0.json', '2.1.0']);
    const [run] = runs;
    expect(run.tool.driver.name).toBe('mms-composer');
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.tool.driver.rules).toHaveLength(5);
    expect(run.tool.driver.rules[0]).toEqual({
      id: 'slide/duplicate-media',
      shortDescription: { text: 'two media of one kind on a slide' },
      defaultConfiguration: { level: 'error' },
    });
  });

  it('has regions and logical locations', () => {
    const { results } = logOf(ISSUES).runs[0];
    expect(results[0]).toEqual({
      ruleId: 'slide/duplicate-media',
      ruleIndex: 0,
      level: 'error',
      message: { text: 'more than one <img> on slide 2' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'a%20b/sale.smil' },
            region: { startLine: 12, startColumn: 9 },
          },
          logicalLocations: [{ fullyQualifiedName: 'slides[1].image' }],
        },
      ],
    });
    expect(results[1].properties).toEqual({ fixed: true });
    expect(results[2].locations[0].physicalLocation.region).toEqual({ byteOffset: 17, byteLength: 0 });
    expect(results[3].locations[0].physicalLocation.artifactLocation.uri).toBe('sale.mms#smil.smil');
    expect(results[4]).toMatchObject({
      level: 'note',
      locations: [{ logicalLocations: [{ fullyQualifiedName: 'slides[0]' }] }],
    });
    expect(logOf([issue('zip/empty', 'x')]).runs[0].results[0].locations).toEqual([]);
    expect(logOf([issue('zip/empty', 'x', { file: 'a.zip' })]).runs[0].results[0].locations).toEqual([
      { physicalLocation: { artifactLocation: { uri: 'a.zip' } } },
    ]);
  });

  it('begins a region at the first column where none is known', () => {
    const [found] = logOf([issue('slide/none', 'x', { file: 'a.smil', line: 3 })]).runs[0].results;
    expect(found.locations[0].physicalLocation.region).toEqual({ startLine: 3, startColumn: 1 });
  });

  it('has the advice behind the message', () => {
    const texts = logOf([issue('zip/empty', 'x', { hint: 'y' }), issue('zip/empty', 'x')]).runs[0].results;
    expect(texts.map(({ message }: { message: unknown }) => message)).toEqual([
      { text: 'x. y' },
      { text: 'x' },
    ]);
  });

  it('takes any file name', () => {
    const uriOf = (file: string): string =>
      logOf([issue('zip/empty', 'x', { file })]).runs[0].results[0].locations[0].physicalLocation
        .artifactLocation.uri;
    expect(uriOf('a\\b?.smil')).toBe('a/b%3F.smil');
    expect(uriOf('\ud800å')).toBe('%EF%BF%BD%C3%A5');
  });
});
