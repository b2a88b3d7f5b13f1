import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codePages } from '../../scripts/docs/code-pages.ts';
import { codesIn } from '../../scripts/docs/raise-lines.ts';
import type { Raise } from '../../scripts/docs/raises/raise.ts';
import { UNRAISED } from '../../scripts/docs/raises/unraised.ts';
import { RAISES } from '../../scripts/docs/raises.ts';
import { ISSUE_CODES } from '../../src/issues/index.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { ROOT } from './code-blocks.ts';

const { stdout, stderr } = spawnSync(
  process.execPath,
  ['--import', 'tsx', join(ROOT, 'scripts/docs/run-raises.ts')],
  { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
);

/** Runs these inputs by what came out of all of them. */
function expectRaised(raises: readonly (readonly [code: string, raise: Raise])[]): void {
  expect(stderr).toBe('');
  const outputs = new Map(Object.entries<string>(JSON.parse(stdout)));
  const raised = raises.map(([code]) => [code, codesIn(outputs.get(code) ?? '')]);
  expect(raised).toEqual(raises.map(([code, { besides = [] }]) => [code, [code, ...besides].sort()]));
}

const raises = Object.entries(RAISES);

describe('the inputs of the pages of codes', () => {
  it('raise their codes, and no other', () => {
    expectRaised(raises.filter(([, { needs }]) => needs === undefined));
  });

  it('are there for every code, or a reason why there is none', () => {
    const codes = Object.keys(ISSUE_CODES);
    expect(codes.filter(code => !Object.hasOwn(RAISES, code) && !Object.hasOwn(UNRAISED, code))).toEqual([]);
    expect(Object.keys(UNRAISED).filter(code => Object.hasOwn(RAISES, code))).toEqual([]);
    expect(raises.length + Object.keys(UNRAISED).length).toBe(codes.length);
    // May only fall.
    expect(Object.keys(UNRAISED).length).toBeLessThanOrEqual(5);
  });

  it('stand below what to do, which every page says in its own words', () => {
    const said = [...codePages().values()].map(page => /^## What to do\n\n(.+)$/m.exec(page)?.[1] ?? '');
    expect(said.filter(text => !/^[A-Z`].{12,}[.)]$/.test(text))).toEqual([]);
    const page = codePages().get('codes/media/no-image-library.md');
    expect(page).toContain('## What raises it\n\nIt is raised where the package `sharp` is not installed');
  });

  it('stand in the pages', () => {
    const page = codePages().get('codes/timing/zero-dur.md');
    expect(page).toContain('## An input that raises it\n\n`show.smil`:\n\n```xml\n<smil>');
    expect(page).toContain('```sh\nmms lint show.smil\n```\n');
  });

  it('stand there with what is printed about the code', () => {
    const json = [
      '{',
      ...Array(40).fill('  "x": 1,'),
      '  "code": "wsp/parts-missing",',
      '  "offset": 39',
      '}',
    ];
    const printed = new Map([
      ['wsp/parts-missing', `${json.join('\n')}\n`],
      ['timing/zero-dur', 'show.smil:8:6  error  timing/zero-dur  lasts no time\n'],
    ]);
    const pages = codePages(printed);
    expect(pages.get('codes/timing/zero-dur.md')).toMatch(
      /\nprints\n\n```\nshow\.smil:8:6 {2}error {2}timing\/zero-dur {2}lasts no time\n```\n$/,
    );
    const about = '  "code": "wsp/parts-missing",\n  "offset": 39\n}\n```\n';
    expect(pages.get('codes/wsp/parts-missing.md')).toContain(
      `\`\`\`\n…\n${'  "x": 1,\n'.repeat(4)}${about}`,
    );
  });

  it('would be found wrong', () => {
    expect(codesIn('a.smil  error  smil/root  text/plain  smil/nothing [smil/root]')).toEqual(['smil/root']);
  });
});

describeWithOracle(['postgres'], 'the inputs of the pages of codes that need a database', () => {
  it('raise their codes, and no other', () => {
    expectRaised(raises.filter(([, { needs }]) => needs === 'postgres'));
  });
});
