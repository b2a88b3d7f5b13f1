import { expect, it } from 'vitest';
import { presentation } from '../../../src/presentation/index.ts';
import { emptyEntry } from '../../../src/presentation/write/entry.ts';
import { entryOctets, uintvarOctets } from '../../../src/presentation/write/size-report.ts';
import { encodeMultipart } from '../../../src/wsp/index.ts';

it.each([0, 127, 128, 16_383, 16_384])(
  'the size of a part of %i octets is that in the message',
  async length => {
    const message = await presentation()
      .attach({ data: new Uint8Array(length), name: 'a.bin', type: 'application/x-own' })
      .build();
    const { total, headerBytes, parts } = message.sizeReport();
    const [part] = message.parts;
    // one octet before the entries counts them
    const octets = encodeMultipart(part === undefined ? [] : [part]).length - 1;
    expect(part && entryOctets(part)).toBe(octets);
    expect(parts).toEqual([
      { name: 'a.bin', type: 'application/x-own', outBytes: length, overheadBytes: octets - length },
    ]);
    expect(headerBytes).toBe(total - octets);
    expect(message.toMms()).toHaveLength(total);
  },
);

it.each([
  [0, 1],
  [127, 1],
  [128, 2],
  [2 ** 32 - 1, 5],
])('%i takes %i octets', (value, octets) => {
  expect(uintvarOctets(value)).toBe(octets);
});

it('the entry of a part is made once', async () => {
  const [part] = (await presentation().attach({ value: 'x', name: 'x.txt' }).build()).parts;
  expect(part).toBeDefined();
  if (part !== undefined) expect(emptyEntry(part)).toBe(emptyEntry(part));
});
