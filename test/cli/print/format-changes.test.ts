import { describe, expect, it } from 'vitest';
import { formatChanges, withoutChanges } from '../../../src/cli/print/format-changes.ts';

const changes = [
  {
    name: 'a.png',
    newName: 'a.jpg',
    action: 'changed',
    inType: 'image/png',
    inBytes: 900,
    outBytes: 300,
    steps: ['320×240', 'quality 74'],
  },
  { name: 'b.txt', action: 'kept', inType: 'text/plain', inBytes: 5, outBytes: 5, steps: [] },
] as const;

describe('what adapting did', () => {
  it('is a table of parts by their old and new names', () => {
    expect(formatChanges(changes).split('\n')).toEqual([
      'part            in  out  change',
      'a.png → a.jpg  900  300  320×240, quality 74',
      'b.txt            5    5  -',
      '',
    ]);
  });

  it('is not told a second time as findings, but for what tells of a person', () => {
    const issue = {
      severity: 'warning',
      message: 'm',
      path: 'parts[0]',
      file: 'a.png',
      fixed: true,
    } as const;
    const told = withoutChanges(
      [
        { ...issue, code: 'media/alpha-flattened' },
        { ...issue, code: 'media/location' },
        { ...issue, code: 'media/alpha-flattened', file: 'b.txt' },
        { code: 'media/alpha-flattened', severity: 'warning', message: 'm', path: 'parts[0]', fixed: true },
        { ...issue, code: 'media/alpha-flattened', fixed: false },
      ],
      changes,
    );
    expect(told.map(({ code, file, fixed }) => [code, file, fixed])).toEqual([
      ['media/location', 'a.png', true],
      ['media/alpha-flattened', 'b.txt', true],
      ['media/alpha-flattened', undefined, true],
      ['media/alpha-flattened', 'a.png', false],
    ]);
  });
});
