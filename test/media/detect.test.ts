import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectMedia, MEDIA_FORMATS } from '../../src/media/index.ts';
import { mutate } from '../support/mutate.ts';
import { random, runs } from '../support/property.ts';
import {
  amr,
  BMP,
  concat,
  GIF,
  isoMedia,
  JPEG_MAGIC,
  latin1,
  MIP,
  midi,
  mp3,
  NOTE,
  PNG_MAGIC,
  utf8,
  utf16le,
  WBMP,
  wav,
} from './samples.ts';

const SMIL = utf8('<smil><head/><body><par dur="5000ms"/></body></smil>');
const VCARD21 = utf8('BEGIN:VCARD\r\nVERSION:2.1\r\nN:Doe;Jo\r\nEND:VCARD\r\n');
const VCARD30 = utf8('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jo\r\nEND:VCARD\r\n');
const VCAL = utf8('BEGIN:VCALENDAR\r\nVERSION:1.0\r\nEND:VCALENDAR\r\n');
const ICAL = utf8('BEGIN:VCALENDAR\r\nPRODID:x\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n');
const WEBP = latin1('RIFF\x24\0\0\0WEBPVP8 ');
const DCF1 = concat([1, 10, 8], latin1('image/jpegcid:a@b'), [0, 0]);

/** Name given (if any), octets, type and kind expected, no finding. */
const CASES: readonly [string | undefined, Uint8Array, string, string][] = [
  [undefined, JPEG_MAGIC, 'image/jpeg', 'image'],
  [undefined, GIF, 'image/gif', 'image'],
  [undefined, PNG_MAGIC, 'image/png', 'image'],
  [undefined, BMP, 'image/bmp', 'image'],
  [undefined, WBMP, 'image/vnd.wap.wbmp', 'image'],
  [undefined, WEBP, 'image/webp', 'image'],
  [undefined, utf8('<?xml version="1.0"?>\n<!-- x -->\n<svg xmlns="y"/>'), 'image/svg+xml', 'image'],
  [undefined, amr(2), 'audio/amr', 'audio'],
  [undefined, latin1('#!AMR-WB\n\x04'), 'audio/amr-wb', 'audio'],
  [undefined, midi(...NOTE), 'audio/midi', 'audio'],
  [undefined, midi(...MIP, ...NOTE), 'audio/sp-midi', 'audio'],
  ['tune.mid', midi(...MIP, ...NOTE), 'audio/sp-midi', 'audio'],
  ['tune.mid', midi(...NOTE), 'audio/midi', 'audio'],
  [undefined, wav(8), 'audio/wav', 'audio'],
  [undefined, mp3(3), 'audio/mpeg', 'audio'],
  [undefined, concat(latin1('ID3\x03\0\0\0\0\0\0'), mp3(1)), 'audio/mpeg', 'audio'],
  [undefined, utf8('BEGIN:IMELODY\r\nVERSION:1.2\r\n'), 'audio/imelody', 'audio'],
  [undefined, latin1('MMMD\0\0\0\x08'), 'application/vnd.smaf', 'audio'],
  ['jingle.rtttl', utf8('Jingle:d=4,o=5,b=120:c,d,e'), 'audio/x-rtttl', 'audio'],
  [undefined, isoMedia('3gp4', ['vide', 'soun']), 'video/3gpp', 'video'],
  ['talk.3gp', isoMedia('3gp4', ['soun']), 'audio/3gpp', 'audio'],
  ['clip.3gp', isoMedia('3gp5', ['vide']), 'video/3gpp', 'video'],
  ['clip.3g2', isoMedia('3g2a', ['vide']), 'video/3gpp2', 'video'],
  [undefined, isoMedia('isom', ['vide', 'soun']), 'video/mp4', 'video'],
  [undefined, isoMedia('M4A ', ['soun']), 'audio/mp4', 'audio'],
  [undefined, isoMedia('odcf', []), 'application/vnd.oma.drm.dcf', 'drm'],
  ['song.dcf', DCF1, 'application/vnd.oma.drm.content', 'drm'],
  ['song.dm', utf8('--b\r\nContent-Type: audio/amr\r\n\r\n'), 'application/vnd.oma.drm.message', 'drm'],
  ['jo.vcf', VCARD21, 'text/x-vCard', 'card'],
  ['jo.vcf', VCARD30, 'text/vcard', 'card'],
  [undefined, VCAL, 'text/x-vCalendar', 'card'],
  [undefined, ICAL, 'text/calendar', 'card'],
  [undefined, SMIL, 'application/smil', 'smil'],
  ['show.SMI', SMIL, 'application/smil', 'smil'],
  [undefined, utf8('<?xml version="1.0"?><!DOCTYPE smil SYSTEM "x"><s:smil/>'), 'application/smil', 'smil'],
  [undefined, utf16le('<smil/>'), 'application/smil', 'smil'],
  ['page.html', utf8('<!doctype html><html></html>'), 'text/html', 'text'],
  [undefined, latin1('%PDF-1.4\n'), 'application/pdf', 'application'],
  ['feed.xml', utf8('<?xml version="1.0"?><rss/>'), 'application/xml', 'application'],
  [undefined, utf8('Hello'), 'text/plain', 'text'],
  [undefined, utf8('Привет'), 'text/plain', 'text'],
  [undefined, utf16le('Hello'), 'text/plain', 'text'],
  ['empty.txt', new Uint8Array(), 'text/plain', 'text'],
  ['card.txt', VCARD21, 'text/plain', 'text'],
  ['game.jad', utf8('MIDlet-Name: Game\r\n'), 'text/vnd.sun.j2me.app-descriptor', 'application'],
  [undefined, new Uint8Array([0x8c, 0x80, 0x98]), 'application/vnd.wap.mms-message', 'application'],
];

describe('detectMedia', () => {
  it.each(CASES)('%s: case %#', async (name, data, contentType, kind) => {
    const detected = await detectMedia({ name, data });
    expect(detected).toMatchObject({ contentType, kind, issues: [] });
  });

  it('takes the author at their word, as written', async () => {
    const detected = await detectMedia({ name: 'a.jpg', contentType: ' Audio/X-Amr ; x=1', data: amr(1) });
    expect(detected).toEqual({ contentType: 'Audio/X-Amr', kind: 'audio', sniffed: 'audio/amr', issues: [] });
  });

  it('keeps a stated charset and finds the others', async () => {
    const data = latin1('na\xefve');
    expect(await detectMedia({ contentType: 'text/plain; charset="ISO-8859-1"', data })).toMatchObject({
      charset: 'iso-8859-1',
      issues: [],
    });
    expect(await detectMedia({ name: 'a.txt', data })).toMatchObject({
      charset: 'iso-8859-1',
      issues: [{ code: 'text/charset-guessed', severity: 'warning' }],
    });
    expect((await detectMedia({ name: 'a.vcf', data: VCARD21 })).charset).toBe('us-ascii');
    expect((await detectMedia({ data: SMIL })).charset).toBeUndefined();
    const own = { contentType: 'application/x-own; charset=utf-8', data };
    expect((await detectMedia(own)).charset).toBe('utf-8');
    // of a text, which this is not
    expect(await detectMedia({ contentType: 'text/plain; charset=utf-8', data: GIF })).not.toHaveProperty(
      'charset',
    );
  });

  it.each([
    ['a.jpg', utf8('<html>not found</html>'), 'media/not-a-picture', 'error', 'image/jpeg'],
    ['a.jpg', new Uint8Array(), 'media/not-a-picture', 'error', 'image/jpeg'],
    ['a.wbmp', new Uint8Array([0, 0, 10, 2, 0x80]), 'media/not-a-picture', 'error', 'image/vnd.wap.wbmp'],
    ['a.png', amr(1), 'media/not-a-picture', 'error', 'image/png'],
    ['a.jpg', PNG_MAGIC, 'media/type-mismatch', 'warning', 'image/png'],
    ['a.amr', GIF, 'media/type-mismatch', 'warning', 'image/gif'],
    ['a.mp3', new Uint8Array(5000).fill(0xff), 'media/type-mismatch', 'warning', 'audio/mpeg'],
    ['a.txt', JPEG_MAGIC, 'media/type-mismatch', 'warning', 'image/jpeg'],
    ['a.smil', VCARD21, 'media/type-mismatch', 'warning', 'text/x-vCard'],
    ['a.dm', GIF, 'media/type-mismatch', 'warning', 'image/gif'],
    ['a.vcf', utf8('Jo'), 'media/type-mismatch', 'warning', 'text/x-vCard'],
  ] as const)('the octets of %s are of another type: case %#', async (name, data, code, severity, type) => {
    const detected = await detectMedia({ name, data });
    expect(detected).toMatchObject({ contentType: type, issues: [{ code, severity }] });
  });

  it.each([
    ['us-ascii', utf8('Ελλάδα'), 'utf-8'],
    ['iso-8859-1', utf8('Ελλάδα'), 'utf-8'],
    ['shift_jis', utf8('日本'), 'utf-8'],
    ['us-ascii', latin1('na\xefve'), 'iso-8859-1'],
    ['utf-8', latin1('na\xefve'), 'iso-8859-1'],
    ['utf-8', utf16le('Hello'), 'utf-16'],
    ['utf-16', utf8('Hello'), 'us-ascii'],
  ])('stated %s contradicts the octets: case %#', async (stated, data, charset) => {
    for (const source of [{ charset: stated }, { contentType: `text/plain; charset=${stated}` }]) {
      const detected = await detectMedia({ name: 'a.txt', data, ...source });
      expect(detected).toMatchObject({ charset, issues: [{ code: 'text/charset-mismatch' }] });
    }
  });

  it.each([
    ['iso-8859-7', latin1('\xc5\xeb\xeb\xdc\xe4\xe1')],
    ['utf-8', utf8('Hello')],
    ['iso-8859-1', utf8('Hello')],
    ['windows-1252', latin1('\x80 5')],
    ['utf-16', utf16le('Hello')],
    ['utf-8', utf8('Ελλάδα')],
  ])('stated %s fits the octets: case %#', async (charset, data) => {
    expect(await detectMedia({ name: 'a.txt', data, charset })).toMatchObject({ charset, issues: [] });
  });

  it('names what it found and what to do', async () => {
    const { issues } = await detectMedia({ name: 'a.jpg', data: PNG_MAGIC });
    expect(issues[0]).toMatchObject({
      message: 'a medium named a.jpg holds image/png',
      hint: 'rename it, or state image/png',
    });
  });

  it('reports types that it does not know', async () => {
    const binary = new Uint8Array([1, 2, 3, 0, 250]);
    expect(await detectMedia({ name: 'a.xyz', data: binary })).toMatchObject({
      contentType: 'application/octet-stream',
      issues: [{ code: 'media/unknown-type' }],
    });
    expect(await detectMedia({ name: 'a.7z', data: latin1('7z\xbc\xaf\x27\x1c\0\x04') })).toMatchObject({
      contentType: 'application/x-7z-compressed',
      issues: [{ code: 'media/unknown-type' }],
    });
    expect(await detectMedia({ contentType: 'image/x-odd', data: binary })).toMatchObject({
      contentType: 'image/x-odd',
      kind: 'image',
      issues: [{ code: 'media/unknown-type' }],
    });
    expect(await detectMedia({ name: 'noise', data: new Uint8Array(2 ** 20).fill(0xff) })).toMatchObject({
      contentType: 'application/octet-stream',
    });
  });

  it('refuses a stated type that is none', async () => {
    const error = expect.objectContaining({ name: 'MmsError', code: 'media/unknown-type' });
    for (const contentType of ['', 'jpg', 'image/', 'image/jpeg\r\nX: y', 'a b/c', '/']) {
      await expect(detectMedia({ contentType, data: GIF })).rejects.toThrow(error);
    }
  });

  it('gives an answer for any octets', async () => {
    const next = random();
    const seeds = CASES.map(row => row[1]);
    for (let i = 0; i < runs(3000); i++) {
      const data = mutate(seeds[i % seeds.length] ?? GIF, seeds[(i * 7) % seeds.length] ?? GIF, next);
      expect((await detectMedia({ data })).contentType).toMatch(/^[a-z]+\/\S+$/i);
    }
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), async data => {
        expect((await detectMedia({ data })).kind).toBeDefined();
      }),
      { numRuns: runs(300) },
    );
  });

  it.each([['<', '<!--', '<?', '<!DOCTYPE x ', ' ', 'BEGIN:VCARD\n', 'VERSION:', '\0']])(
    'reads a megabyte of one text',
    async (...texts) => {
      for (const text of texts) {
        const data = utf8(text.repeat(Math.ceil(2 ** 20 / text.length)));
        expect(await detectMedia({ data })).toMatchObject({ contentType: expect.any(String) });
      }
    },
  );
});

describe('the table of formats', () => {
  it('names each type once, in a form that WSP can write', () => {
    const names = MEDIA_FORMATS.flatMap(row => [row.contentType.toLowerCase(), ...(row.aliases ?? [])]);
    expect(new Set(names).size).toBe(names.length);
    for (const row of MEDIA_FORMATS) {
      expect(row.extensions.length).toBeGreaterThan(0);
      expect([...row.extensions, ...(row.aliases ?? [])].join('')).toMatch(/^[a-z0-9./+_-]*$/);
    }
  });
});
