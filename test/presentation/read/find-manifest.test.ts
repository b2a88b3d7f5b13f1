import { describe, expect, it } from 'vitest';
import { findManifest, isManifestText } from '../../../src/presentation/read/find-manifest.ts';
import { utf8 } from '../../media/samples.ts';

const SLIDES = 'slides:\n  - text: Hi\n';

/** The manifest among files, which have slides where nothing else is said. */
const found = (...files: (string | readonly [name: string, text: string])[]) =>
  findManifest(
    files.map(file =>
      typeof file === 'string' ? { name: file, data: utf8(SLIDES) } : { name: file[0], data: utf8(file[1]) },
    ),
  )?.name;

describe('a manifest among files', () => {
  it.each<[string, Parameters<typeof found>, string | undefined]>([
    ['looks like one', ['a.txt', 'show.yaml', ['b.json', '{}']], 'show.yaml'],
    ['is called as they usually are, whatever it holds', [['message.json', '{}'], 'a.txt'], 'message.json'],
    ['and goes before another', ['show.yaml', 'message.yml'], 'message.yml'],
    [
      'stands in the outermost folder',
      ['in/message.json', 'the-manifest-of-the-show.yaml'],
      'the-manifest-of-the-show.yaml',
    ],
    ['which may be deep', ['x/y/message.json', 'x/y/z/message.json'], 'x/y/message.json'],
    ['is none among media', ['a.txt', ['package.json', '{"name": "a"}']], undefined],
  ])('%s: %j', (_, files, name) => {
    expect(found(...files)).toBe(name);
  });

  it.each([[['a.yaml', 'b.yaml']], [['message.json', 'message.yaml', 'a.yaml']]])(
    'must be the only one: %j',
    names => {
      const [first, second] = names;
      expect(() => found(...names)).toThrow(
        expect.objectContaining({
          code: 'manifest/several',
          message: `more than one manifest: ${first}, ${second}`,
          hint: expect.stringContaining('one of them'),
        }),
      );
    },
  );
});

it.each([
  ['slides:\n', true],
  ['subject: Hi\nparts :\n', true],
  ['smil: show.smil', true],
  ['smil: auto', false],
  ['  slides:\n', false],
  ['slides: [{ text: Hi }]', true],
  ['\n {"slides": []}', true],
  ['{"smil" : "show.smil"}', true],
  ['{"other": "slides"}', false],
])('the text %j may be one: %s', (text, isManifest) => {
  expect(isManifestText(utf8(text))).toBe(isManifest);
});
