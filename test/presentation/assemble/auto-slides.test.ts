import { describe, expect, it } from 'vitest';
import { autoSlides } from '../../../src/presentation/assemble/auto-slides.ts';
import { amr, GIF, isoMedia, latin1 } from '../../media/samples.ts';

const DATA: Readonly<Record<string, Uint8Array>> = {
  gif: GIF,
  txt: latin1('Hello'),
  amr: amr(1),
  '3gp': isoMedia('3gp4', ['vide']),
  vcf: latin1('BEGIN:VCARD\r\nVERSION:2.1\r\nN:Doe\r\nEND:VCARD\r\n'),
};

/** The names on each slide of files with such names; without an extension it is a picture. */
async function slidesOf(...names: string[]) {
  const files = names.map(name => ({ name, data: DATA[name.split('.').at(-1) ?? ''] ?? GIF }));
  const { slides, attachments } = await autoSlides(files);
  return {
    slides: slides.map(({ image, video, text, audio }) =>
      [image, video, text, audio].flatMap(placed => placed?.asset.name ?? []).join(' '),
    ),
    attachments: attachments.map(({ name }) => name),
  };
}

describe('slides of files', () => {
  it.each([
    ['each picture with its caption', ['a.gif', 'a.txt', 'b.gif', 'b.txt'], ['a.gif a.txt', 'b.gif b.txt']],
    ['a film with a text, but with no sound', ['a.3gp', 'b.txt', 'c.amr'], ['a.3gp b.txt', 'c.amr']],
    ['a pair has a slide of its own', ['x.txt', 'a.gif', 'a.txt'], ['x.txt', 'a.gif a.txt']],
    ['a pair is joined by what it has room for', ['a.gif', 'a.txt', 'b.amr'], ['a.gif a.txt b.amr']],
  ])('%s', async (_, names, slides) => {
    expect(await slidesOf(...names)).toEqual({ slides, attachments: [] });
  });

  it('leave out what no slide can show', async () => {
    expect(await slidesOf('a.gif', 'c.vcf')).toEqual({ slides: ['a.gif'], attachments: ['c.vcf'] });
  });
});

describe('files of one name', () => {
  it.each([
    ['whose name has more dots', ['a.b.gif', 'c.gif', 'a.b.txt'], ['a.b.gif a.b.txt', 'c.gif']],
    ['one without extension', ['a', 'b.gif', 'a.txt'], ['a a.txt', 'b.gif']],
    ['one in a folder', ['pictures/1.gif', '2.gif', '1.txt'], ['pictures/1.gif 1.txt', '2.gif']],
    [
      'and a third of that name elsewhere',
      ['x/a.gif', 'x/a.txt', 'b.gif', 'y/a.amr'],
      ['x/a.gif x/a.txt', 'b.gif y/a.amr'],
    ],
    ['in another case and form', ['E\u0301.gif', 'b.gif', '\u00e9.txt'], ['E\u0301.gif \u00e9.txt', 'b.gif']],
  ])('share a slide: %s', async (_, names, slides) => {
    expect((await slidesOf(...names)).slides).toEqual(slides);
  });
});
