import { expect, it } from 'vitest';
import { renderPreview } from '../../../src/preview/index.ts';
import { looseMessage } from '../message.ts';

const text = { contentType: 'text/plain', data: new TextEncoder().encode('Hello') };

it('a part has its row of changes by its new name, and by its type alone where that stays', () => {
  const before = looseMessage([{ ...text, contentLocation: 'long name.txt' }]);
  const page = renderPreview(before, {
    phones: [
      {
        id: 'old',
        message: looseMessage([{ ...text, contentLocation: 'a.txt' }]),
        changes: [
          {
            name: 'long name.txt',
            newName: 'a.txt',
            action: 'changed',
            inType: 'text/plain',
            outType: 'text/plain',
            inBytes: 5,
            outBytes: 5,
            steps: ['a short name'],
          },
          { name: 'gone.amr', action: 'dropped', inType: 'audio/amr', inBytes: 900, outBytes: 0, steps: [] },
        ],
      },
    ],
  });
  expect(page).toContain('<th scope="row">long name.txt &#8594; a.txt</th><td>text/plain</td>');
  expect(page).toContain('<td class="done">changed: a short name</td>');
  // neither a text nor a part that is gone has a picture
  expect(page).toMatch(/<td>audio\/amr<\/td>.*<td class="done">dropped<\/td><td><span class="pair"><\/span>/);
});
