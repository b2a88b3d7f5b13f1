import { describe, expect, it } from 'vitest';
import { readTable } from '../../scripts/facts/csv.ts';
import {
  acceptedName,
  acceptsType,
  formatOfType,
  MEDIA_FORMATS,
  namesOfType,
} from '../../src/media/index.ts';

/** How many user agent profiles list each media type. */
function listings(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { accept } of readTable('uaprof.csv', ['accept'])) {
    const types = accept.split(' ').map(type => (type.split(';', 1)[0] ?? '').toLowerCase());
    for (const type of new Set(types)) counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return counts;
}

/** Names that no profile lists: what file-type and registries call them. */
const OTHER_SOURCES: ReadonlySet<string> = new Set([
  'image/apng',
  'image/x-wap.wbmp',
  'image/heif',
  'image/heic-sequence',
  'image/heif-sequence',
  'audio/3gpp-amr',
  'audio/aacp',
  'video/x-m4v',
  'application/mp4',
  'application/smil+xml',
  'text/rtf',
  'text/xml',
  'audio/rtttl',
  'audio/x-ogg',
  'audio/opus',
  'audio/speex',
]);

/** What profiles list often and what is no other name of a type of ours: other formats, and protected content. */
const OTHER_FORMATS: ReadonlySet<string> = new Set([
  'audio/*',
  'audio/asf',
  'audio/basic',
  'audio/flac',
  'audio/melody',
  'audio/mobile-xmf',
  'audio/mxmf',
  'audio/rawhz',
  'audio/rhz',
  'audio/rmf',
  'audio/vnd.rn-realaudio',
  'audio/wma',
  'audio/x-beatnik-rmf',
  'audio/x-gsm',
  'audio/x-ms-asf',
  'audio/x-ms-wma',
  'audio/x-pn-realaudio',
  'audio/x-rmf',
  'audio/x-xmf',
  'audio/xmf',
  'image/exif',
  'image/jp2',
  'image/vnd.nok-oplogo-color',
  'image/vnd.nok-wallpaper',
  'image/vnd.nokia.ota-bitmap',
  'image/x-ota-bitmap',
  'video/h263',
  'video/h263-2000',
  'video/h264',
  'video/mpeg',
  'video/vnd.rn-realvideo',
  'video/wmv',
  'video/x-h263',
  'video/x-h264',
  'video/x-ms-asf',
  'video/x-ms-wmv',
  'video/x-msvideo',
  'video/x-pn-realvideo',
]);

describe('names of media types', () => {
  const counts = listings();

  it('are those that user agent profiles list', () => {
    const aliases = MEDIA_FORMATS.flatMap(row => row.aliases ?? []);
    expect(aliases.filter(name => !counts.has(name) && !OTHER_SOURCES.has(name))).toEqual([]);
    expect([...OTHER_SOURCES].filter(name => counts.has(name))).toEqual([]);
  });

  it('are all that a hundred profiles list, but for other formats', () => {
    const often = [...counts].filter(
      ([type, count]) => count >= 100 && /^(?:image|audio|video)\//.test(type),
    );
    const unknown = often.map(([type]) => type).filter(type => formatOfType(type) === undefined);
    expect(unknown.filter(type => !OTHER_FORMATS.has(type))).toEqual([]);
    expect([...OTHER_FORMATS].filter(type => !unknown.includes(type))).toEqual([]);
  });

  it('stand with the most listed first', () => {
    const listed = (name: string): number => counts.get(name) ?? 0;
    for (const { contentType, aliases = [] } of MEDIA_FORMATS) {
      const own = aliases.filter(name => !OTHER_SOURCES.has(name));
      expect([contentType, own]).toEqual([contentType, own.toSorted((a, b) => listed(b) - listed(a))]);
    }
  });

  it.each([
    ['audio/imy', 'audio/imelody', 'audio/x-imelody'],
    ['audio/awb', 'audio/amrwb', 'audio/x-amr-wb'],
    ['video/mpeg4', 'video/mp4v-es', 'video/mp4'],
    ['video/3gp', 'video/3gpp'],
    ['audio/3gp', 'audio/3gpp'],
    ['image/jpg', 'image/pjpeg', 'image/jpeg'],
    ['image/x-bmp', 'image/bmp'],
    ['audio/x-wav', 'audio/wav'],
    ['text/vcard', 'text/x-vCard'],
  ])('%s is one type with the others', (...names) => {
    for (const listed of names) {
      for (const given of names) {
        expect(acceptsType({ accept: [listed] }, given)).toBe(true);
        const written = listed.toLowerCase() === given.toLowerCase() ? given : listed.toLowerCase();
        expect(acceptedName({ accept: [listed] }, given)).toBe(written);
      }
    }
  });

  it('are compared without case and parameters, and a listed kind takes all of it', () => {
    expect(acceptedName({ accept: ['IMAGE/JPG'] }, 'image/jpeg; x=y')).toBe('image/jpg');
    expect(acceptedName({ accept: ['image/*'] }, 'image/jpeg')).toBe('image/jpeg');
    expect(acceptedName({ accept: ['image/*'] }, 'application/x-bmp')).toBe('image/bmp');
    expect(acceptedName({ accept: ['application/*'] }, 'image/png')).toBeUndefined();
    expect(acceptedName({ accept: ['*/*'] }, 'x/y')).toBe('x/y');
    expect(acceptedName({ accept: [] }, 'text/plain')).toBe('text/plain');
    expect(acceptedName({ accept: ['audio/midi'] }, 'audio/amr')).toBeUndefined();
    expect(namesOfType('Unknown/Type')).toEqual(['unknown/type']);
  });
});
