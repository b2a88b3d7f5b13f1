import { describe, expect, it } from 'vitest';
import type { PreparedPart } from '../../../src/presentation/adapt/prepare-part.ts';
import { replaceParts } from '../../../src/presentation/adapt/rebuild.ts';
import { Presentation } from '../../../src/presentation/index.ts';
import { parseSmil } from '../../../src/smil/index.ts';
import { amr, GIF, latin1 } from '../../media/samples.ts';
import { looseMessage, messageOfSmil, named } from '../../preview/message.ts';

const smilOf = (...media: string[]): string =>
  `<smil><head><layout><root-layout width="100" height="100"/></layout></head><body>${media
    .map(one => `<par dur="1s">${one}</par>`)
    .join('')}</body></smil>`;
const sound = named('sound', 'audio/amr', amr(1));

/** The media of each slide, and the names of the parts. */
function shown({ smil, parts }: Presentation) {
  const { slides } = parseSmil(smil?.part.data ?? new Uint8Array()).smil;
  return {
    slides: slides.map(({ media }) => media.map(({ element, src }) => `${element} ${src}`).join()),
    parts: parts.map(({ name }) => name),
  };
}

/** The message for a receiver that takes no AMR, its sound converted to another type. */
async function converted(contentType: string, message: Presentation): Promise<Presentation> {
  const { presentation } = await message.adapt(
    { id: 'other', accept: [contentType, 'image/gif'] },
    { convert: async ({ data }) => ({ contentType, data }) },
  );
  return presentation;
}

const read = (smil: string, ...parts: Parameters<typeof looseMessage>[0]) =>
  Presentation.fromMms(messageOfSmil(smil, parts));

describe('a part that changed its type', () => {
  it('gets the extension of the type, and the document follows in the form that it had', async () => {
    const message = read(
      smilOf(
        '<audio src="cid:sound"/><img src="gone.gif"/>',
        '<img src="./a.gif"/>',
        '<audio src="1cid:s"/>',
      ),
      sound,
      named('a.gif', 'image/gif', GIF),
      named('1cid:s', 'audio/amr', amr(1)),
    );
    const adapted = await converted('audio/mpeg', message);
    expect(shown(adapted)).toEqual({
      slides: ['audio cid:sound.mp3', 'img ./a.gif', 'audio 1cid_s.mp3'],
      parts: ['s', 'sound.mp3', 'a.gif', '1cid_s.mp3'],
    });
    expect(adapted.parts).toContain(adapted.smil?.part);
  });

  it('keeps its name where the type has no extension', async () => {
    expect(shown(await converted('audio/x-own', read(smilOf('<audio src="sound"/>'), sound))).parts).toEqual([
      's',
      'sound',
    ]);
  });

  it('takes no name of a part that stays', async () => {
    const loose = Presentation.fromMms(
      looseMessage([named('a.amr', 'audio/amr', amr(1)), named('a.mp3', 'audio/mpeg', amr(1))]),
    );
    expect((await converted('audio/mpeg', loose)).parts.map(({ name }) => name)).toEqual([
      'a-2.mp3',
      'a.mp3',
    ]);
  });

  it('as a text stays one of its slide', async () => {
    const page = named('a.html', 'text/html', latin1('<p>Hi'));
    const adapted = await converted('text/plain', read(smilOf('<text src="a.html"/>'), page));
    expect(shown(adapted).slides).toEqual(['text a.txt']);
  });
});

describe('a part that is replaced by a text or left out', () => {
  const target = { id: 'mute', accept: ['image/gif'] };

  it('is shown as that text where its slide has room for one', async () => {
    const message = read(
      smilOf(
        '<audio src="a.amr"/>',
        '<text src="b.txt"/><audio src="b.amr"/>',
        '<video src="c.3gp"/><audio src="c.amr"/>',
      ),
      ...['a.amr', 'b.amr', 'c.amr'].map(name => named(name, 'audio/amr', amr(1))),
      named('b.txt', 'text/plain', latin1('Hi')),
      named('c.3gp', 'video/3gpp', latin1('film')),
    );
    const { presentation } = await message.adapt(target, { unsupported: 'replace' });
    expect(shown(presentation).slides).toEqual(['text a.txt', 'text b.txt', 'text c-2.txt']);
  });

  it('takes the document with it where no slide is left, and else its slide', async () => {
    const gone = read(smilOf('<audio src="sound"/>'), sound, named('a.gif', 'image/gif', GIF));
    const { presentation, changes } = await gone.adapt(target, { unsupported: 'drop' });
    expect(presentation.parts.map(({ name }) => name)).toEqual(['a.gif']);
    expect(presentation.smil).toBeUndefined();
    expect(changes).toMatchObject([
      { name: 's', action: 'dropped', outBytes: 0, steps: ['no slide is left'] },
      { name: 'sound', action: 'dropped', steps: ['left out'] },
      { name: 'a.gif', action: 'kept', steps: [] },
    ]);
    const half = read(
      smilOf('<audio src="sound"/>', '<img src="a.gif"/>'),
      sound,
      named('a.gif', 'image/gif', GIF),
    );
    const other = await half.adapt(target, { unsupported: 'drop' });
    expect(shown(other.presentation).slides).toEqual(['img a.gif']);
    expect(other.changes[0]).toEqual({
      name: 's',
      action: 'changed',
      inType: 'application/smil',
      outType: 'application/smil',
      inBytes: half.parts[0]?.data.length,
      outBytes: other.presentation.smil?.part.data.length,
      steps: ['follows the changed parts'],
    });
  });
});

describe('a part of the same type', () => {
  const [part] = Presentation.fromMms(looseMessage([sound])).parts;
  const prepared = (result: PreparedPart['result']) =>
    part === undefined ? [] : [{ part, result, action: 'kept', steps: [], issues: [] } as const];

  it('stays what it was, or has other octets', () => {
    if (part === undefined) return expect.unreachable();
    expect(replaceParts(prepared(part)).get(part)).toBe(part);
    const data = amr(2);
    expect(replaceParts(prepared({ data, contentType: 'audio/amr' })).get(part)).toStrictEqual({
      ...part,
      data,
    });
  });
});
