import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFolder } from '../../src/archive/index.ts';
import { lint } from '../../src/lint/index.ts';
import {
  foldedNameKey,
  type MessagePart,
  partFinder,
  partNames,
  rootPart,
  textOf,
} from '../../src/message/index.ts';
import { decodePdu } from '../../src/mms/index.ts';
import { Presentation } from '../../src/presentation/index.ts';
import { renderPreview } from '../../src/preview/index.ts';
import { octetsOf, partsOf, type ResolveRow, ROWS, textOfRow, wholePartsOf } from './rows.ts';

/** The texts that the slides show, in their order. */
function expectedTexts(row: ResolveRow): (string | undefined)[] {
  return Object.values(row.sources).map(index => textOfRow(row, index));
}

function textsOfSlides(message: Presentation): (string | undefined)[] {
  return message.slides.map(({ text }) => text && textOf(text.part).text);
}

async function recomposed(message: Presentation): Promise<Presentation> {
  const folder = mkdtempSync(join(tmpdir(), 'resolve-'));
  try {
    await writeFolder(join(folder, 'parts'), message.unpack());
    return await Presentation.fromFolder(join(folder, 'parts'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.each(ROWS)('$name', row => {
  it('the answer', () => {
    const parts = partsOf(row);
    const find = partFinder(parts);
    for (const [src, index] of Object.entries(row.sources)) {
      const expected = index === null ? undefined : { part: parts[index], exact: row.inAnotherCase !== true };
      expect(find(src)).toEqual(expected);
      if (index !== null) expect(find(src)?.part).toBe(parts[index]);
    }
    const whole = wholePartsOf(row);
    expect(rootPart(whole, { parameters: { start: row.start ?? '<smil>' } })).toBe(whole[row.root ?? 0]);
  });

  it('slides show it, before and after unpacking', async () => {
    const message = Presentation.fromMms(octetsOf(row));
    expect(textsOfSlides(message)).toEqual(expectedTexts(row));
    expect(textsOfSlides(await recomposed(message))).toEqual(expectedTexts(row));
  });

  it('lint judges it', () => {
    const missing = Object.values(row.sources).filter(index => index === null).length;
    for (const subject of [octetsOf(row), decodePdu(octetsOf(row)), Presentation.fromMms(octetsOf(row))]) {
      const codes = lint(subject as Parameters<typeof lint>[0]).map(({ code }) => code);
      expect(codes.filter(code => code === 'ref/unresolved')).toHaveLength(missing);
      expect(codes.includes('ref/case-mismatch')).toBe(row.inAnotherCase === true);
    }
  });

  it('the preview shows it', () => {
    const page = renderPreview(octetsOf(row));
    for (const text of expectedTexts(row)) if (text !== undefined) expect(page).toContain(text);
  });
});

describe('names', () => {
  const named = (contentId: string): MessagePart => ({
    contentType: 'image/gif',
    contentId,
    parameters: {},
    data: new Uint8Array(),
  });

  it.each(['a', '<a>', '"<a>"', '<a', 'a>'])('finds %s as a', contentId => {
    expect(partFinder([named(contentId)])('cid:a')?.exact).toBe(true);
  });

  it.each(['', '<', '>', '"', '<>', '""'])('finds no part by a Content-ID of %s alone', contentId => {
    expect(partFinder([named(contentId)])('cid:a')).toBeUndefined();
  });

  it('takes steps in proportion to a Content-ID of brackets alone', () => {
    const part = named(`${'>'.repeat(200_000)}x`);
    expect(partFinder([part])('cid:a')).toBeUndefined();
  });

  it('takes letters that are one in small for the same in another case', () => {
    expect(foldedNameKey('Straße.JPG')).toBe('straße.jpg');
    expect(foldedNameKey('E\u0301')).toBe('\u00e9');
  });
});

describe('the names of a part', () => {
  const bare = { contentType: 'text/plain', parameters: {}, data: new Uint8Array() };
  const disposition = (parameters: Readonly<Record<string, string>>) => ({
    name: 'Content-Disposition',
    value: { disposition: 'attachment', parameters },
  });

  it.each<[string, Partial<MessagePart>, string[]]>([
    ['none', {}, []],
    [
      'its place, its name, its file name, that of its disposition, its Content-ID',
      {
        contentLocation: 'b',
        parameters: { name: 'c', filename: 'd' },
        headers: [disposition({ filename: 'e' })],
        contentId: '<a>',
        name: 'f',
      },
      ['b', 'c', 'd', 'e', 'a'],
    ],
    ['no empty one and no number', { contentLocation: '', parameters: { name: 7, filename: 'd' } }, ['d']],
    [
      'the file name of no header but the disposition',
      {
        headers: [{ name: 'Date', value: 'x' }, disposition({ filename: 'e' })],
      } as Partial<MessagePart>,
      ['e'],
    ],
    ['that of the first disposition', { headers: [disposition({}), disposition({ filename: 'e' })] }, []],
  ])('are %s', (_, part, names) => {
    expect(partNames({ ...bare, ...part })).toEqual(names);
  });

  it('do not find a part that goes by none', () => {
    const find = partFinder([bare]);
    for (const src of ['here', 'cid:', 'cid:undefined', 'undefined']) expect(find(src)).toBeUndefined();
  });

  it('are given by us last', () => {
    const [ours, stated] = [
      { ...bare, name: 'a' },
      { ...bare, contentLocation: 'a' },
    ];
    expect(partFinder([ours, stated])('a')?.part).toBe(stated);
    expect(partFinder([ours])('a')?.part).toBe(ours);
  });

  it('count for the first part that has one', () => {
    const parts = [
      { ...bare, contentId: '<a>' },
      { ...bare, contentId: '<a>' },
    ];
    expect(partFinder(parts)('cid:a')?.part).toBe(parts[0]);
  });

  it('of no part are what leaves the message', () => {
    const parts = [{ ...bare, contentLocation: 'http://example.com/a' }];
    for (const src of ['http://example.com/a', 'a']) expect(partFinder(parts)(src)).toBeUndefined();
  });
});

describe('the presentation of a message', () => {
  const document = (contentId: string) => ({
    contentType: 'application/smil',
    contentId,
    parameters: {},
    data: new Uint8Array(),
  });
  const documents = [document('<a>'), document('<b>'), document('<>')];

  it.each([
    ['<b>', 1],
    ['<c>', 0],
    ['', 0],
    ['<>', 0],
    [7, 0],
    [undefined, 0],
  ])('with a start of %j is document %i', (start, index) => {
    expect(rootPart(documents, { parameters: start === undefined ? {} : { start } })).toBe(documents[index]);
  });
});
