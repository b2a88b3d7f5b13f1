import { expect, it } from 'vitest';
import { readZip } from '../../../src/archive/index.ts';
import { presentation } from '../../../src/presentation/index.ts';
import { GIF } from '../../media/samples.ts';

it('a bundle holds the parts by their names; what is compressed already stays as it is', async () => {
  const value = 'Hello '.repeat(200);
  // so much of nothing would shrink, were it not a picture
  const data = new Uint8Array(3000);
  data.set(GIF);
  const message = await presentation({ metadata: 'keep' })
    .slide({ image: { data, name: 'a.gif' }, text: { value } })
    .build();
  const zip = await message.toZip();
  const { entries } = readZip(zip);
  expect(entries.map(entry => [entry.name, entry.data])).toEqual(
    message.parts.map(part => [part.name, Uint8Array.from(part.data)]),
  );
  expect(Buffer.from(zip).includes(Buffer.from(data))).toBe(true);
  expect(Buffer.from(zip).includes(value)).toBe(false);
});
