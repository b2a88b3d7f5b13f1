import { describe, expect, it } from 'vitest';
import { Presentation } from '../../../src/presentation/index.ts';
import { GIF, latin1 } from '../../media/samples.ts';

const smil =
  '<smil><head><layout><root-layout width="100" height="100"/></layout></head><body><par><img src="cid:a.gif"/></par></body></smil>';
const files = [
  { name: 'show.smil', data: latin1(smil) },
  { name: 'a.gif', data: GIF },
  { name: 'b.gif', data: GIF.slice() },
];

describe('files with a SMIL document', () => {
  it('refuse one that is not among them', async () => {
    await expect(Presentation.fromFiles(files, { smilName: 'other.smil' })).rejects.toThrow(
      expect.objectContaining({ code: 'file/not-found', path: 'other.smil' }),
    );
  });

  it('lose what it does not name where they are to, and say so', async () => {
    const { parts, issues } = await Presentation.fromFiles(files, { unreferenced: 'drop' });
    expect(parts.map(({ name }) => name)).toEqual(['show.smil', 'a.gif']);
    expect(issues).toContainEqual(
      expect.objectContaining({ message: 'b.gif: no slide shows it; it was dropped', severity: 'warning' }),
    );
  });

  it('take the one at the top, where others stand in folders', async () => {
    const several = [{ name: 'in/other.smil', data: latin1('<smil/>') }, ...files];
    expect((await Presentation.fromFiles(several)).smil?.part.name).toBe('show.smil');
    const [, ...inFolder] = [...several, { name: 'in/show.smil', data: latin1(smil) }];
    expect((await Presentation.fromFiles(inFolder.slice(1))).smil?.part.name).toBe('show.smil');
  });

  it('are refused where two might be meant', async () => {
    const several = [...files, { name: 'other.smil', data: latin1(smil) }];
    await expect(Presentation.fromFiles(several)).rejects.toMatchObject({
      code: 'zip/several-smil',
      message: expect.stringMatching(/: show\.smil, other\.smil$/),
      hint: expect.stringContaining('name'),
    });
  });

  it('go without it where none is wanted', async () => {
    const { parts, smil: document } = await Presentation.fromFiles(files, { smil: 'never' });
    expect(document).toBeUndefined();
    expect(parts.map(({ name }) => name)).toEqual(['a.gif', 'b.gif']);
  });
});

describe('files without a SMIL document', () => {
  it.each([
    [1, undefined, false],
    [1, 'auto', false],
    [1, 'always', true],
    [2, 'auto', true],
    [2, 'never', false],
  ] as const)('of which there are %i have one with %s: %s', async (count, mode, hasSmil) => {
    const message = await Presentation.fromFiles(files.slice(1, 1 + count), { smil: mode });
    expect(message.smil !== undefined).toBe(hasSmil);
    expect(message.parts).toHaveLength(hasSmil ? count + 1 : count);
  });
});
