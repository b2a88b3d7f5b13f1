import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type CsvOptions, csvRecipients } from '../../../src/bulk/index.ts';

async function read(source: AsyncIterable<string | Uint8Array>, options?: CsvOptions) {
  const found = [];
  for await (const one of csvRecipients(source, options)) found.push(one);
  return found;
}

describe('a list in CSV', () => {
  it.each([',', ';', '\t'] as const)('has its fields between %j, and the others in them', async delimiter => {
    const list = `number${delimiter}name\n447700900000${delimiter}",;\t"\n`;
    expect(await read(Readable.from([list]), { delimiter, column: 'number' })).toEqual([
      { to: '447700900000', variables: { name: ',;\t' } },
    ]);
  });

  it('lets through what goes wrong where it comes from', async () => {
    const broken = async function* () {
      yield 'to\n';
      throw new RangeError('the disk is gone');
    };
    await expect(read(broken())).rejects.toThrow(RangeError);
  });
});
