import { expect, it } from 'vitest';
import { formatTable } from '../../../src/cli/print/format-table.ts';

it('a table has its columns flush, also where rows are short', () => {
  expect(formatTable([['name', 'octets'], ['a'], ['long name', '5']], [1])).toBe(
    'name       octets\na\nlong name       5\n',
  );
});
