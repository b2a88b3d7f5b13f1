import { expect, it } from 'vitest';
import { formatSlides } from '../../../src/preview/index.ts';
import { amr, latin1 } from '../../media/samples.ts';
import { messageOfSmil, named, picture } from '../message.ts';

it('sounds, missing parts and empty lines stand beside the picture, which may be lower than they are', async () => {
  const smil =
    '<smil><head><layout/></head><body><par dur="1s"><img src="a.png"/><audio src="a.amr"/><img src="gone.gif"/><text src="a.txt"/></par><par dur="2s"><text src="a.txt"/></par></body></smil>';
  const message = messageOfSmil(smil, [
    named('a.png', 'image/png', await picture(40, 10)),
    named('a.amr', 'audio/amr', amr(1)),
    named('a.txt', 'text/plain', latin1(`One\n\n${'Two\n'.repeat(20)}`)),
  ]);
  const [first = '', second = ''] = (await formatSlides(message, { columns: 10 })).split(/\n(?=Slide)/);
  const lines = first.split('\n');
  expect(lines.map(line => line.slice(12)).slice(0, 8)).toEqual([
    'Slide 1 of 2, 1 s',
    '',
    'a.png',
    '♪ a.amr',
    'no part for gone.gif',
    'One',
    '',
    'Two',
  ]);
  // below the picture the words stay where they are
  expect(lines.at(-3)).toBe(`${' '.repeat(12)}Two`);
  // without a picture nothing is beside the words
  expect(second.split('\n').slice(0, 3)).toEqual(['Slide 2 of 2, 2 s', '', 'One']);
});
