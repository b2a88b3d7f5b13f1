import { describe, expect, it } from 'vitest';
import { Presentation } from '../../src/presentation/index.ts';
import { parseIMelody, parseRtttl } from '../../src/ringtone/index.ts';

const tune = parseRtttl('x:d=4,o=5,b=160:c,d,e');
const manifest = (type?: string) => ({
  slides: [
    {
      text: 'Listen',
      audio: { tune: { title: tune.title, events: tune.events }, ...(type === undefined ? {} : { type }) },
    },
  ],
});

describe('a tune in a manifest', () => {
  it.each([
    [undefined, 'audio/midi', '.mid'],
    ['audio/imelody', 'audio/imelody', '.imy'],
    ['text/x-imelody', 'text/x-imelody', '.imy'],
    ['audio/wav', 'audio/wav', '.wav'],
  ])('asked for as %s becomes %s', async (type, contentType, extension) => {
    const presentation = await Presentation.fromManifest(manifest(type));
    const part = presentation.parts.find(({ kind }) => kind === 'audio');
    expect(part?.contentType).toBe(contentType);
    expect(part?.name.endsWith(extension)).toBe(true);
    if (extension === '.imy') {
      expect(parseIMelody(part?.data ?? '').events.map(({ note }) => note)).toEqual(['c', 'd', 'e']);
    }
  });
});
