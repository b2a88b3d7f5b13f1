import { expect, it } from 'vitest';
import { autoSlides } from '../../../src/presentation/assemble/auto-slides.ts';
import { GIF, latin1 } from '../../media/samples.ts';

it('what no slide can show is attached, and each picture with its caption has a slide of its own', async () => {
  const text = latin1('Hello');
  const { slides, attachments } = await autoSlides([
    { name: 'a.gif', data: GIF },
    { name: 'a.txt', data: text },
    { name: 'b.gif', data: GIF },
    { name: 'b.txt', data: text },
    { name: 'c.vcf', data: latin1('BEGIN:VCARD\r\nVERSION:2.1\r\nN:Doe\r\nEND:VCARD\r\n') },
  ]);
  expect(slides.map(({ image, text: caption }) => [image?.asset.name, caption?.asset.name])).toEqual([
    ['a.gif', 'a.txt'],
    ['b.gif', 'b.txt'],
  ]);
  expect(attachments.map(({ name }) => name)).toEqual(['c.vcf']);
});
