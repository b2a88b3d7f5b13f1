import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codePages } from '../../scripts/docs/code-pages.ts';
import { codesIn } from '../../scripts/docs/raise-lines.ts';
import { RAISES } from '../../scripts/docs/raises.ts';
import { ISSUE_CODES } from '../../src/issues/index.ts';
import type { IssueCodeRow } from '../../src/issues/row.ts';
import { ROOT } from './code-blocks.ts';

const { stdout, stderr } = spawnSync(
  process.execPath,
  ['--import', 'tsx', join(import.meta.dirname, 'run-raises.ts')],
  { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
);

describe('the inputs of the pages of codes', () => {
  it('raise their codes, and no other', () => {
    expect(stderr).toBe('');
    const outputs = new Map(Object.entries<string>(JSON.parse(stdout)));
    const raised = Object.keys(RAISES).map(code => [code, codesIn(outputs.get(code) ?? '')]);
    const expected = Object.entries(RAISES).map(([code, { besides = [] }]) => [
      code,
      [code, ...besides].sort(),
    ]);
    expect(raised).toEqual(expected);
  });

  it('are there for every rule about a document, and for most codes', () => {
    const codes = Object.entries<IssueCodeRow>(ISSUE_CODES);
    const documents = codes.filter(
      ([code, { rule }]) => rule !== undefined && /^(?:smil|layout|slide)\//.test(code),
    );
    expect(documents.filter(([code]) => !Object.hasOwn(RAISES, code))).toEqual([]);
    // May only rise.
    expect(Object.keys(RAISES).length).toBeGreaterThanOrEqual(230);
  });

  it('stand in the pages', () => {
    const page = codePages().get('codes/timing/zero-dur.md');
    expect(page).toContain('## An input that raises it\n\n`show.smil`:\n\n```xml\n<smil>');
    expect(page).toContain('```sh\nmms lint show.smil\n```\n');
  });

  it('would be found wrong', () => {
    expect(codesIn('a.smil  error  smil/root  text/plain  smil/nothing [smil/root]')).toEqual(['smil/root']);
  });
});
