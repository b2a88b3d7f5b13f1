import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodeImage } from '../../../src/media/index.ts';
import { Presentation, presentation } from '../../../src/presentation/index.ts';
import { amr, latin1 } from '../../media/samples.ts';
import { looseMessage, named } from '../../preview/message.ts';

describe('a part for a receiver', () => {
  it('stays as it is where it is protected, which is said', async () => {
    const data = latin1('--a\r\nContent-Type: image/gif\r\n\r\nGIF89a\r\n--a--');
    const part = named('a.dm', 'application/vnd.oma.drm.message', data);
    const { presentation: adapted, changes } = await Presentation.fromMms(looseMessage([part])).adapt({
      id: 'old',
      accept: ['image/jpeg'],
    });
    expect(changes).toMatchObject([{ name: 'a.dm', action: 'kept' }]);
    expect(adapted.issues).toContainEqual(
      expect.objectContaining({ code: 'media/drm-untouched', path: 'parts[0]' }),
    );
    expect(adapted.parts[0]?.data).toEqual(data);
  });

  it.each([
    ['Hello', ['us-ascii'], 'us-ascii'],
    ['Hello', ['us-ascii', 'iso-8859-1'], 'us-ascii'],
    ['Hello', ['iso-8859-1'], 'iso-8859-1'],
    ['ÿ', ['iso-8859-1'], 'iso-8859-1'],
    ['aΚ', ['iso-8859-1'], 'utf-8'],
    ['Καφές', ['iso-8859-1', 'utf-16'], 'utf-16'],
    ['Grüße', ['us-ascii', 'utf-16'], 'utf-16'],
    // where none is taken that has the characters, nothing is gained by another
    ['Καφές', ['us-ascii', 'iso-8859-1'], 'utf-8'],
  ])('is written for %j and the charsets %j in %s', async (text, charsets, expected) => {
    const message = await presentation()
      .slide({ text: { value: text, charset: 'utf-8' } })
      .build();
    const { presentation: adapted } = await message.adapt({ id: 'old', accept: ['*/*'], charsets });
    expect(adapted.slides[0]?.text?.part.parameters).toMatchObject({ charset: expected });
  });

  it('has a background where its transparency is lost', async () => {
    const create = { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } as const;
    const data = await sharp({ create }).png().toBuffer();
    const message = await presentation()
      .slide({ image: { data, name: 'a.png' } })
      .build();
    const target = { id: 'old', accept: ['image/jpeg'] };
    const { presentation: adapted } = await message.adapt(target, { background: '#ff0000' });
    const { rgba } = await decodeImage(adapted.slides[0]?.image?.part.data ?? new Uint8Array());
    const [red = 0, green = 255] = rgba;
    expect(red - green).toBeGreaterThan(200);
    expect(adapted.issues).toContainEqual(expect.objectContaining({ path: 'parts[1]', file: 'a.png' }));
  });

  it('is told of as what became of it', async () => {
    const tone = named('tone', 'audio/amr', amr(1));
    const text = named('a.txt', 'text/plain', latin1('Hi'));
    const message = Presentation.fromMms(looseMessage([tone, { ...text, parameters: { charset: 'utf-8' } }]));
    const target = { id: 'old', accept: ['image/jpeg', 'audio/x-mid'], charsets: ['us-ascii'] };
    const found = {
      code: 'media/not-accepted',
      severity: 'warning',
      path: 'parts[0]',
      file: 'tone',
      fixed: true,
    };
    const ofText = {
      name: 'a.txt',
      action: 'changed',
      inType: 'text/plain',
      outType: 'text/plain',
      inBytes: 2,
      outBytes: 2,
      steps: ['charset utf-8 to us-ascii'],
    };
    const came = { name: 'tone', inType: 'audio/amr', inBytes: amr(1).length };

    const dropped = await message.adapt(target, { unsupported: 'drop' });
    expect(dropped.changes).toStrictEqual([
      { ...came, action: 'dropped', outBytes: 0, steps: ['left out'] },
      ofText,
    ]);
    expect(dropped.presentation.issues).toMatchObject([found]);

    const replaced = await message.adapt(target, { unsupported: 'replace' });
    const [note] = replaced.presentation.parts;
    expect(note).toMatchObject({
      name: 'tone.txt',
      contentType: 'text/plain',
      parameters: { charset: 'us-ascii' },
    });
    expect(new TextDecoder().decode(note?.data)).toBe('[audio/amr removed: tone]');
    expect(replaced.changes[0]).toStrictEqual({
      ...came,
      newName: 'tone.txt',
      action: 'replaced',
      outType: 'text/plain',
      outBytes: 25,
      steps: ['replaced by a text'],
    });
    expect(replaced.presentation.issues).toMatchObject([found]);

    const convert = async () => ({ data: amr(2), contentType: 'audio/midi' });
    const converted = await message.adapt(target, { convert });
    expect(converted.changes[0]).toStrictEqual({
      ...came,
      newName: 'tone.mid',
      action: 'changed',
      outType: 'audio/x-mid',
      outBytes: amr(2).length,
      steps: ['converted to audio/midi', 'audio/midi called audio/x-mid'],
    });
    expect(converted.presentation.issues).toEqual([]);
    const asListed = await message.adapt(target, {
      convert: async () => ({ data: amr(2), contentType: 'audio/x-mid' }),
    });
    expect(asListed.changes[0]).toMatchObject({ action: 'changed', steps: ['converted to audio/x-mid'] });
  });

  it('may have a charset that is a number, or be no text at all', async () => {
    const card = {
      ...named('a.vcf', 'text/x-vcard', latin1('BEGIN:VCARD')),
      parameters: { charset: 'utf-8' },
    };
    const text = { ...named('a.txt', 'text/plain', latin1('Hi')), parameters: { charset: 2999 } };
    const message = Presentation.fromMms(looseMessage([card, text]));
    const target = { id: 'old', accept: ['*/*'], charsets: ['us-ascii'] };
    const { changes } = await message.adapt(target);
    expect(changes.map(({ action }) => action)).toEqual(['kept', 'kept']);
  });

  it('that is the document stays, whatever its type is called', async () => {
    const document = latin1('<smil><head><layout/></head><body><par dur="1s"/></body></smil>');
    const message = Presentation.fromMms(looseMessage([named('a.smil', 'application/smil+xml', document)]));
    const { changes } = await message.adapt({ id: 'old', accept: ['image/gif'] });
    expect(changes).toMatchObject([{ action: 'kept', outType: 'application/smil+xml' }]);
  });
});
