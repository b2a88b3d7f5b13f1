import { expect, it } from 'vitest';
import { renderPreview } from '../../../src/preview/index.ts';
import { GIF, latin1 } from '../../media/samples.ts';
import { messageOfSmil, named } from '../message.ts';

it('a medium stands in the lane of its kind, from its begin to its end; one without part in none', async () => {
  const smil =
    '<smil><head><layout/></head><body><par dur="3s"><img src="a.gif" end="1s"/><text src="a.txt" begin="1s"/><img src="gone.gif"/></par><par dur="1s"><text src="a.txt"/></par></body></smil>';
  const message = messageOfSmil(smil, [
    named('a.gif', 'image/gif', GIF),
    named('a.txt', 'text/plain', latin1('Hello')),
  ]);
  const page = renderPreview(message);
  const blocks = [
    ...page.matchAll(/<rect class="lane-(\w+)" x="(\d+)" y="(\d+)" width="(\d+)"[^>]*data-slide="(\d)"/g),
  ];
  expect(blocks.map(([, ...block]) => block.join(' '))).toEqual([
    'image 0 3 248 1',
    'text 250 21 498 1',
    'text 750 21 248 2',
  ]);
});
