import { describe, expect, it } from 'vitest';
import { renderPreview } from '../../../src/preview/index.ts';
import { GIF, latin1 } from '../../media/samples.ts';
import { looseMessage, messageOfSmil, named } from '../message.ts';

const parts = [
  { contentType: 'text/plain', contentLocation: 'a.txt', data: latin1('Hello') },
  { contentType: 'image/gif', contentLocation: 'a.gif', data: GIF },
  { contentType: 'audio/x-rtttl', contentLocation: 'a.rtttl', data: latin1('Tune:d=4,o=5,b=100:c,e,g') },
];

describe('a phone', () => {
  it('lists the parts of a message without presentation, and says which it does not take', () => {
    const page = renderPreview(looseMessage(parts), {
      phones: [{ id: 'one', accept: ['text/*', 'audio/*'] }],
    });
    expect(page).toContain('<p class="bubble" data-text="part1">Hello</p>');
    expect(page).toContain('<p class="refused">image/gif is not taken</p>');
    expect(page).toMatch(/<p class="sound" data-sound="part3">&#9834; a\.rtttl: x-rtttl[^<]*<\/p>/);
  });

  it('that ignores the layout says what it does not take and what is missing', async () => {
    const smil =
      '<smil><head><layout/></head><body><par dur="1s"><img src="a.gif"/><img src="b.gif"/><ref src="a.pdf"/></par></body></smil>';
    const message = messageOfSmil(smil, [
      named('a.gif', 'image/gif', GIF),
      named('a.pdf', 'application/pdf', latin1('%PDF-1.4')),
    ]);
    const phone = { id: 'one', ignoresLayout: true, accept: ['application/*'] };
    const page = renderPreview(message, { phones: [phone] });
    expect(page).toContain('<p class="refused">image/gif is not taken</p>');
    expect(page).toContain('<p class="refused">no part for b.gif</p>');
    expect(page).toContain('<p class="symbol">a.pdf: pdf</p>');
  });
});
