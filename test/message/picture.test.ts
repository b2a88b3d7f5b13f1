import { expect, it } from 'vitest';
import { encodeWbmp } from '../../src/bitmap/index.ts';
import { pictureOf } from '../../src/message/index.ts';

it('looks at other octets of the same part anew', () => {
  const part = { data: encodeWbmp({ width: 2, height: 1, rows: ['#.'] }) };
  expect(pictureOf(part)).toMatchObject({ format: 'wbmp', width: 2, height: 1 });
  expect(pictureOf(part)).toBe(pictureOf(part));
  part.data = encodeWbmp({ width: 1, height: 2, rows: ['#', '.'] });
  expect(pictureOf(part)).toMatchObject({ width: 1, height: 2 });
  part.data = new TextEncoder().encode('no picture');
  expect(pictureOf(part)).toBeUndefined();
});
