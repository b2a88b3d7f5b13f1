import { describe, expect, it } from 'vitest';
import { assembleDraft } from '../../../src/presentation/assemble/slide-draft.ts';
import { Presentation, type PresentationContent, presentation } from '../../../src/presentation/index.ts';
import { amr, GIF, latin1 } from '../../media/samples.ts';

const asset = (name: string, data: Uint8Array) => ({ name, data });
const image = asset('a.gif', GIF);
const text = asset('b.txt', latin1('Hello'));
const audio = asset('c.amr', amr(500));

const namesOf = ({ parts }: Presentation) => parts.map(({ name }) => name);
const sourcesOf = ({ smil }: Pick<PresentationContent, 'smil'>) =>
  smil?.document.slides.map(({ media }) => media.map(({ src }) => src).join(' '));

describe('a slide', () => {
  it.each([
    [undefined, ['a.gif', 'b.txt', 'c.amr']],
    ['text-above-image', ['b.txt', 'a.gif', 'c.amr']],
  ] as const)(
    'by the layout %s has its media in one order, as parts and in the document',
    async (preset, names) => {
      const message = await presentation(preset === undefined ? {} : { layout: { preset } })
        .slide({ image, text, audio })
        .build();
      expect(namesOf(message)).toEqual(['smil.smil', ...names]);
      expect(sourcesOf(message)).toEqual([names.join(' ')]);
    },
  );

  it('has the order of its files', async () => {
    const message = await Presentation.fromFiles([text, audio, image]);
    expect(namesOf(message)).toEqual(['smil.smil', 'b.txt', 'c.amr', 'a.gif']);
    expect(sourcesOf(message)).toEqual(['b.txt c.amr a.gif']);
  });

  it('lasts as long as it says, else as its sound, else as all do', async () => {
    const { slides } = await presentation({ defaults: { duration: '4s' } })
      .slide({ image, duration: '3s' })
      .slide({ audio })
      .slide({ text })
      .build();
    expect(slides.map(({ durationMs }) => durationMs)).toEqual([3000, 10_000, 4000]);
  });

  it('may have places that are empty', async () => {
    const slides = [{ image: undefined, text: { asset: text } }];
    const draft = { slides, attachments: [], hasSmil: true, headers: {}, issues: [] };
    expect(sourcesOf(await assembleDraft(draft))).toEqual(['b.txt']);
  });
});

it('no part has a name of the document', async () => {
  const message = await presentation()
    .slide({ image: { ...image, name: 'smil' } })
    .attach({ ...text, name: 'smil.smil' })
    .build();
  expect(message.parts.map(({ contentId }) => contentId)).toEqual(['<smil>', '<smil-2>', '<smil-2.smil>']);
});
