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

  it('keep the names by which a document kept octet by octet finds them', async () => {
    const renamed = smil.replace('cid:a.gif', 'cid:mein bild.gif');
    const { parts } = await Presentation.fromFiles(
      [
        { name: 'show.smil', data: latin1(renamed) },
        { name: 'mein bild.gif', data: GIF },
      ],
      { smil: 'verbatim' },
    );
    expect(parts[1]).toMatchObject({ contentId: '<mein bild.gif>', contentLocation: 'mein bild.gif' });
    expect(parts[1]?.name).not.toBe('mein bild.gif');
  });
});
