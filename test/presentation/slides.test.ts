import { describe, expect, it } from 'vitest';
import { Presentation } from '../../src/presentation/index.ts';
import { amr, GIF, latin1 } from '../media/samples.ts';
import { looseMessage, messageOfSmil, named } from '../preview/message.ts';

describe('the slides of a message', () => {
  it('show a <ref> by the kind of its part, and each medium from its begin to its end', () => {
    const smil =
      '<smil><head><layout/></head><body><par><ref src="a.amr" begin="1s" end="2s"/><ref src="a.txt"/><ref src="a.pdf"/><img src="gone.gif"/></par></body></smil>';
    const { slides } = Presentation.fromMms(
      messageOfSmil(smil, [
        named('a.amr', 'audio/amr', amr(1)),
        named('a.txt', 'text/plain', latin1('Hello')),
        named('a.pdf', 'application/pdf', latin1('%PDF-1.4')),
      ]),
    );
    expect(slides).toHaveLength(1);
    expect(slides[0]).toMatchObject({
      audio: { part: { name: 'a.amr' }, beginMs: 1000, endMs: 2000 },
      text: { part: { name: 'a.txt' } },
      image: { part: { name: 'a.pdf' } },
    });
    expect(slides[0]?.text).not.toHaveProperty('endMs');
  });

  it('show what their elements say, nothing that is not there, and never the document', () => {
    const slide = (media: string): string => `<par>${media}</par>`;
    const smil = `<smil><head><layout/></head><body>${[
      '<img src="a.txt" alt="A"/>',
      '<img src="gone.gif"/><text src="s"/>',
    ]
      .map(slide)
      .join('')}</body></smil>`;
    const message = Presentation.fromMms(
      messageOfSmil(smil, [named('a.txt', 'text/plain', latin1('Hello'))]),
    );
    const [, part] = message.parts;
    expect(message.slides).toStrictEqual([{ image: { part, alt: 'A' } }, {}]);
    const [bare] = Presentation.fromMms(
      messageOfSmil(smil.replace(' alt="A"', ' end="2s"'), [named('a.txt', 'text/plain', latin1('Hello'))]),
    ).slides;
    expect(bare?.image).toStrictEqual({ part: expect.anything(), endMs: 2000 });
  });

  it('are none where the message has no presentation', () => {
    const message = Presentation.fromMms(looseMessage([named('a.gif', 'image/gif', GIF)]));
    expect(message.slides).toEqual([]);
  });
});
