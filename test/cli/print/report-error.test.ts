import { describe, expect, it } from 'vitest';
import type { CliContext } from '../../../src/cli/command.ts';
import { reportError } from '../../../src/cli/print/report-error.ts';
import { MmsError } from '../../../src/errors.ts';
import { issue } from '../../../src/issues/index.ts';
import { outside } from '../../support/cli.ts';

function told(error: unknown, { json = false, ...more }: Partial<CliContext> & { json?: boolean } = {}) {
  const { context, told: stderr } = outside(more);
  const isInput = reportError(error, 'compose', context, json);
  return { stderr: stderr(), isInput };
}

describe('an error of a command', () => {
  it('is one line, with its stack where that is asked for', () => {
    const fault = new TypeError('a fault\u001b of the program');
    expect(told(fault)).toEqual({ stderr: 'mms compose: a fault\\u{1b} of the program\n', isInput: true });
    expect(told(fault, { env: { DEBUG: '1' } }).stderr).toContain('report-error.test.ts');
    expect(told('thrown text', { env: { DEBUG: '1' } }).stderr).toBe('mms compose: thrown text\n');
    expect(told(fault, { hasErrorColours: true }).stderr).toContain('\u001b[');
  });

  it('is JSON where results are', () => {
    expect(JSON.parse(told(new TypeError('a fault'), { json: true }).stderr)).toEqual({
      error: { code: 'cli/failed', message: 'a fault' },
    });
    expect(JSON.parse(told('thrown text', { json: true }).stderr)).toMatchObject({
      error: { code: 'cli/failed', message: 'thrown text' },
    });
  });

  it('tells where it stands in a file, and in one without name', () => {
    const found = { line: 3, column: 7, severity: 'error', path: 'mode' } as const;
    const of = (details: object): string =>
      told(
        new MmsError('manifest/value', 'odd', {
          details: { issues: [issue('manifest/value', 'odd', { ...found, ...details })] },
        }),
      ).stderr;
    expect(of({ file: 'a.yaml' })).toMatch(/^mms compose: a\.yaml:3:7 mode: odd {2}\[manifest\/value\]/);
    expect(of({ file: 'a.yaml', column: undefined })).toMatch(/^mms compose: a\.yaml:3:1 mode: odd/);
    expect(of({})).toMatch(/^mms compose: line 3:7 mode: odd/);
    expect(told(new MmsError('mms/unknown-message-type', 'odd', { offset: 5 })).stderr).toMatch(
      /^mms compose: offset 5: odd/,
    );
  });
});
