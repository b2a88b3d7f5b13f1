import { describe, expect, it } from 'vitest';
import { Presentation } from '../../../src/presentation/index.ts';
import { parseSmil } from '../../../src/smil/index.ts';
import { amr } from '../../media/samples.ts';
import { messageOfSmil, named } from '../../preview/message.ts';

const smil =
  '<smil><head><layout><root-layout width="100" height="100"/></layout></head><body><par><audio src="cid:sound"/><img src="gone.gif"/></par></body></smil>';

/** The message for a receiver that takes no AMR, its sound converted to another type. */
async function converted(contentType: string) {
  const message = Presentation.fromMms(messageOfSmil(smil, [named('sound', 'audio/amr', amr(1))]));
  const { presentation } = await message.adapt(
    { id: 'other', accept: [contentType] },
    { convert: async ({ data }) => ({ contentType, data }) },
  );
  const { slides } = parseSmil(presentation.smil?.part.data ?? new Uint8Array()).smil;
  const [, part] = presentation.parts;
  return { name: part?.name, sources: slides.flatMap(({ media }) => media.map(({ src }) => src)) };
}

describe('a part that changed its type', () => {
  it('gets the extension of the type, and the document follows in the form that it had', async () => {
    expect(await converted('audio/mpeg')).toEqual({ name: 'sound.mp3', sources: ['cid:sound.mp3'] });
  });

  it('keeps its name where the type has no extension', async () => {
    expect(await converted('audio/x-own')).toMatchObject({ name: 'sound' });
  });
});
