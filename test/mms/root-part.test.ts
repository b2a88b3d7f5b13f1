import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.ts';
import { Presentation } from '../../src/presentation/index.ts';
import { RETRIEVE, z } from './tolerance.ts';

const SMIL = z('application/smil');
const TYPE = `89${SMIL}`;

const code = (octets: number): string => octets.toString(16).padStart(2, '0');
const counted = (hex: string): string => code(hex.replaceAll(' ', '').length / 2);

/** A part of headers and text, both below 128 octets. */
const entry = (headers: string, text: string): string =>
  `${counted(headers)}${code(text.length)} ${headers} ${z(text).slice(0, -2)}`;

const smil = (headers: string, text = '<smil/>'): string => entry(`${SMIL}${headers}`, text);
const contentId = (id: string): string => `c022${z(id)}`;
const location = (name: string): string => `8e${z(name)}`;

const related = (parameters: string, parts: readonly string[]): Presentation => {
  const contentType = `b3${parameters}`;
  return Presentation.fromMms(
    fromHex(`${RETRIEVE} 84 ${counted(contentType)}${contentType} ${code(parts.length)} ${parts.join(' ')}`),
  );
};

const rootOf = (parameters: string, parts: readonly string[]): number => {
  const { smil: found, parts: all } = related(parameters, parts);
  return found === undefined ? -1 : all.indexOf(found.part);
};

const OTHER = smil(location('other.smil'));
/** Its file name comes from the Content-Location, so that only the Content-ID says a. */
const NAMED_A = `${contentId('<a>')}${location('root.smil')}`;

describe('the root part of multipart.related', () => {
  it('has the Content-ID that start names', () => {
    expect(rootOf(`${TYPE}8a${z('<a>')}`, [OTHER, smil(NAMED_A)])).toBe(1);
  });

  it('is found when start lacks the angle brackets', () => {
    expect(rootOf(`${TYPE}8a${z('a')}`, [OTHER, smil(NAMED_A)])).toBe(1);
  });

  it('is found when Content-ID lacks the angle brackets', () => {
    expect(rootOf(`${TYPE}8a${z('<a>')}`, [OTHER, smil(`${contentId('a')}${location('root.smil')}`)])).toBe(
      1,
    );
  });

  it('is found when start has quotation marks', () => {
    expect(rootOf(`8a22${z('<a>"')}`, [OTHER, smil(NAMED_A)])).toBe(1);
  });

  it('has the Content-Location that start names when no Content-ID fits', () => {
    expect(rootOf(`${TYPE}8a${z('<a>')}`, [OTHER, smil(location('a'))])).toBe(1);
  });

  it('has the name that start names when nothing else fits', () => {
    const named = entry(`16${SMIL}85${z('a.s')}`, '<smil/>');
    expect(rootOf(`${TYPE}8a${z('a.s')}`, [OTHER, named])).toBe(1);
  });

  it('has the Content-ID that start names although a part before has it as Content-Location', () => {
    expect(rootOf(`${TYPE}8a${z('<a>')}`, [smil(location('a')), smil(NAMED_A)])).toBe(1);
  });

  it('has the name that start names although it is none for a file', () => {
    const named = entry(`16${SMIL}85${z('a b')}`, '<smil/>');
    expect(rootOf(`${TYPE}8a${z('a b')}`, [OTHER, named])).toBe(1);
  });

  it('is the first SMIL part when start names none', () => {
    expect(rootOf(`8a${z('<none>')}`, [entry('83', 'Hi'), OTHER, smil(NAMED_A)])).toBe(1);
  });

  it('is the first SMIL part when there is no start', () => {
    expect(rootOf('', [entry('83', 'Hi'), OTHER])).toBe(1);
  });

  it('is not a presentation when there is no SMIL', () => {
    expect(rootOf(`8983 8a${z('<t>')}`, [entry(`83${contentId('<t>')}`, 'Hi')])).toBe(-1);
  });
});

describe('a reference of the root part finds its part', () => {
  const picture = (src: string, ...headers: readonly string[]): number => {
    const document = `<smil><body><par><img src="${src}"/></par></body></smil>`;
    const message = related(TYPE, [smil('', document), ...headers.map(header => entry(header, 'GIF'))]);
    const part = message.slides[0]?.image?.part;
    return part === undefined ? -1 : message.parts.indexOf(part);
  };

  it.each([
    ['by Content-ID', 'cid:a', ['9d', `9d${contentId('<a>')}`], 2],
    ['by Content-ID without angle brackets', 'cid:a', ['9d', `9d${contentId('a')}`], 2],
    ['by Content-ID before Content-Location', 'cid:a', [`9d${location('a')}`, `9d${contentId('<a>')}`], 2],
    ['by Content-Location', 'cid:a', ['9d', `9d${location('a')}`], 2],
    ['by name', 'cid:a.g', ['9d', `069d85${z('a.g')}`], 2],
    ['by filename', 'cid:a.g', ['9d', `069d86${z('a.g')}`], 2],
    ['by filename of its Content-Disposition', 'cid:a.g', ['9d', `9dae0681 98${z('a.g')}`], 2],
    ['in another case', 'cid:A', ['9d', `9d${contentId('<a>')}`], 2],
    ['exactly before in another case', 'cid:A', [`9d${contentId('<a>')}`, `9d${contentId('<A>')}`], 2],
    ['percent-decoded', 'cid:a%20b', ['9d', `9d${contentId('<a b>')}`], 2],
    ['by Content-Location without cid', 'a', ['9d', `9d${location('a')}`], 2],
    ['by Content-Location before Content-ID', 'a', [`9d${contentId('<a>')}`, `9d${location('a')}`], 2],
    ['by Content-ID where no other name fits', 'a', ['9d', `9d${contentId('<a>')}`], 2],
  ] as const)('%s', (_, src, headers, position) => {
    expect(picture(src, ...headers)).toBe(position);
  });
});
