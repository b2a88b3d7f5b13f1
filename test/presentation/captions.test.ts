import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeZip } from '../../src/archive/index.ts';
import { openPresentation, Presentation } from '../../src/presentation/index.ts';

const HARBOUR = join(import.meta.dirname, '../../samples/harbour');
const octetsOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(HARBOUR, name)));
const PICTURES: Readonly<Record<string, Uint8Array>> = {
  jpg: octetsOf('noon.jpg'),
  png: octetsOf('night.png'),
  mid: octetsOf('harbour.mid'),
};

/** A text says its own name. */
function file(name: string): { name: string; data: Uint8Array } {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return { name, data: PICTURES[extension] ?? new TextEncoder().encode(name) };
}

/** What stands on each slide, such as `a.jpg+a.txt`. */
function slidesOf(message: Presentation): string[] {
  return message.slides.map(({ image, text, audio }) =>
    [image, text, audio].flatMap(medium => medium?.part.name ?? []).join('+'),
  );
}

async function slidesOfZip(...names: string[]): Promise<string[]> {
  return slidesOf(await Presentation.fromZip(await writeZip(names.map(file))));
}

describe('captions stay with their picture', () => {
  const zips: readonly [what: string, names: string[], slides: string[]][] = [
    ['texts first', ['a.txt', 'b.txt', 'a.jpg', 'b.png'], ['a.jpg+a.txt', 'b.png+b.txt']],
    ['pictures first', ['b.png', 'a.jpg', 'a.txt', 'b.txt'], ['b.png+b.txt', 'a.jpg+a.txt']],
    ['names in another case', ['A.TXT', 'b.txt', 'a.jpg', 'B.png'], ['a.jpg+A.TXT', 'B.png+b.txt']],
    [
      'folders for each kind',
      ['texts/1.txt', 'texts/2.txt', 'pictures/2.jpg', 'pictures/1.jpg'],
      ['1.jpg+1.txt', '2.jpg+2.txt'],
    ],
    [
      'a folder for each slide',
      ['one/p.jpg', 'one/t.txt', 'two/p.png', 'two/t.txt'],
      ['p.jpg+t.txt', 'p.png+t-2.txt'],
    ],
    ['sound and text', ['a.mid', 'b.txt', 'a.txt', 'a.jpg'], ['a.jpg+a.txt+a.mid', 'b.txt']],
    ['no two of one name', ['x.jpg', 'y.txt', 'z.png'], ['x.jpg+y.txt', 'z.png']],
    ['two pictures of one name', ['a.jpg', 'a.png', 'a.txt'], ['a.jpg', 'a.png+a.txt']],
  ];
  for (const [what, names, slides] of zips) {
    it(`in a ZIP with ${what}`, async () => expect(await slidesOfZip(...names)).toEqual(slides));
  }
});

describe('the order of files', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mms-order-'));
    for (const name of ['1.jpg', '2.jpg', '10.jpg', '1.txt', '2.txt', '10.txt'])
      writeFileSync(join(folder, name), file(name).data);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const opened = async (...names: string[]): Promise<string[]> =>
    slidesOf(await openPresentation(names.map(name => join(folder, name))));

  it('a folder counts 1, 2, 10', async () => {
    expect(slidesOf(await openPresentation([folder]))).toEqual([
      '1.jpg+1.txt',
      '2.jpg+2.txt',
      '10.jpg+10.txt',
    ]);
  });

  it('a ZIP keeps its order', async () => {
    expect(await slidesOfZip('10.jpg', '1.jpg', '2.jpg')).toEqual(['10.jpg', '1.jpg', '2.jpg']);
  });

  it('files on the command line keep theirs', async () => {
    expect(await opened('2.jpg', '10.jpg', '1.jpg')).toEqual(['2.jpg', '10.jpg', '1.jpg']);
  });

  it('files as a shell sorts them are put in natural order, which is said', async () => {
    const message = await openPresentation(['1.jpg', '10.jpg', '2.jpg'].map(name => join(folder, name)));
    expect(slidesOf(message)).toEqual(['1.jpg', '2.jpg', '10.jpg']);
    expect(message.issues).toContainEqual(expect.objectContaining({ code: 'file/sorted', fixed: true }));
  });
});
