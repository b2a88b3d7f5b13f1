import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeZip } from '../src/archive/index.ts';
import { toHex } from '../src/bytes/index.ts';
import { parseVCard } from '../src/cards/index.ts';
import { outputFormat } from '../src/cli/input/output-format.ts';
import { detectMedia, mediaDurationMs } from '../src/media/index.ts';
import { decodePdu } from '../src/mms/index.ts';
import { Presentation, presentation } from '../src/presentation/index.ts';
import { decodePush, mmsNotification } from '../src/public/push.ts';
import { fromMidi, parseRtttl, toMidi } from '../src/ringtone/index.ts';
import { encodeSms } from '../src/sms/index.ts';

const ascii = (text: string): number[] => [...new TextEncoder().encode(text)];
const uint32le = (value: number): number[] => [value & 255, (value >> 8) & 255, 0, 0];

describe('files and messages as they are met', () => {
  it('a MIDI file in RIFF (RMID) that is named .mid keeps its type, and a finding says that it is odd', async () => {
    const midi = toMidi(parseRtttl('x:d=4,o=5,b=120:c,d'));
    const chunk = [...ascii('data'), ...uint32le(midi.length), ...midi];
    const data = Uint8Array.from([
      ...ascii('RIFF'),
      ...uint32le(chunk.length + 4),
      ...ascii('RMID'),
      ...chunk,
    ]);
    expect(await detectMedia({ name: 'a.mid', data })).toMatchObject({
      contentType: 'audio/midi',
      issues: [{ code: 'media/type-mismatch', severity: 'warning' }],
    });
  });

  it.each([
    ['+44.7700.900123', '+447700900123/TYPE=PLMN'],
    ['44.7700.900.123', '447700900123/TYPE=PLMN'],
  ])('the dots of %s are none of the number', async (to, address) => {
    const message = await presentation().slide({ text: 'Hi' }).build();
    expect(decodePdu(message.toMms({ to: [to] }))).toMatchObject({ to: [address] });
  });

  it('quoted-printable in lower case is decoded', () => {
    const lines = [
      'BEGIN:VCARD',
      'VERSION:2.1',
      'N:Gray;Ann',
      'NOTE;CHARSET=utf-8;ENCODING=quoted-printable:Gr=c3=bc=c3=9fe',
    ];
    expect(parseVCard([...lines, 'END:VCARD', ''].join('\r\n'))).toMatchObject({
      note: 'Grüße',
      warnings: [],
    });
  });

  it('a text that says no charset gets the one that its octets show, when it was edited', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mms-edited-'));
    const manifest = { smil: 'verbatim', parts: [{ src: 'a.txt', type: 'text/plain' }] };
    writeFileSync(join(folder, 'message.json'), JSON.stringify(manifest));
    const partOf = async (text: string) => {
      writeFileSync(join(folder, 'a.txt'), text);
      const { parts, issues } = await Presentation.fromFolder(folder);
      return { parameters: parts[0]?.parameters, codes: issues.map(({ code }) => code) };
    };
    expect(await partOf('Привет')).toMatchObject({
      parameters: { charset: 'utf-8' },
      codes: ['text/charset-mismatch'],
    });
    expect(await partOf('Hello')).toMatchObject({ parameters: {}, codes: [] });
    rmSync(folder, { recursive: true });
  });

  it('an output of one format is not written under the name of another', () => {
    const formats = [{ name: 'wbmp', extensions: ['wbmp'] }];
    const to = (output: string): string | undefined =>
      outputFormat(output, { name: 'kind', value: 'wbmp' }, formats);
    expect(() => to('logo.png')).toThrow('-o logo.png is the name of image/png, --kind says wbmp');
    expect(() => to('a.MP3')).toThrow('--kind says wbmp');
    expect(['a.wbmp', 'a.bin', 'a.txt', 'a', 'a.own'].map(to)).toEqual(new Array(5).fill('wbmp'));
  });

  it('frames of AMR without data last as long as others', () => {
    const frames = [0x7c, 0x7c, 0x04, ...new Array<number>(12).fill(0), 0x7c];
    expect(mediaDurationMs(Uint8Array.from([...ascii('#!AMR\n'), ...frames]), 'audio/amr')).toBe(80);
  });

  it('a notification without its size is read as a whole push', () => {
    const notification = mmsNotification({ contentLocation: 'http://a/b', transactionId: 'T' });
    // X-Mms-Message-Size: 8E 01 00
    const at = notification.findIndex((octet, i) => octet === 0x8e && notification[i + 1] === 1);
    const without = Uint8Array.from([...notification.subarray(0, at), ...notification.subarray(at + 3)]);
    const push = decodePush(without);
    expect(push.contentType.type).toBe('application/vnd.wap.mms-message');
    expect(decodePdu(push.body)).toMatchObject({
      messageType: 'm-notification-ind',
      transactionId: 'T',
      contentLocation: 'http://a/b',
      warnings: [expect.objectContaining({ severity: 'warning' })],
    });
  });

  it.each([
    ['AMR', '#!AMR\n', 'audio/amr'],
    ['AMR-WB', '#!AMR-WB\n', 'audio/amr-wb'],
  ])('%s of nothing but frames without data lasts 20 ms a frame', (_, mark, type) => {
    expect(mediaDurationMs(Uint8Array.from([...ascii(mark), 0x7c, 0x7c, 0x7c]), type)).toBe(60);
  });

  it.each([
    ['1.800.555.0199', '18005550199/TYPE=PLMN'],
    ['(0)7700.900-123', '07700900123/TYPE=PLMN'],
    ['12.34.56.78', '12345678/TYPE=PLMN'],
  ])('the dots and brackets of %s are none of the number', async (to, address) => {
    const message = await presentation().slide({ text: 'Hi' }).build();
    expect(decodePdu(message.toMms({ to: [to] }))).toMatchObject({ to: [address] });
  });

  it('quoted-printable in lower case is decoded across soft breaks and in names', () => {
    const lines = [
      'begin:vcard',
      'version:2.1',
      'n;encoding=quoted-printable;charset=utf-8:M=c3=bc=',
      'ller;J=c3=b6rg',
      'note;quoted-printable:a=0d=0ab=3d',
    ];
    expect(parseVCard([...lines, 'end:vcard', ''].join('\r\n'))).toMatchObject({
      family: 'Müller',
      given: 'Jörg',
      note: 'a\r\nb=',
      warnings: [],
    });
  });
});

// the smallest picture: one pixel
const GIF = Buffer.from('47494638396101000100800000000000ffffff2c00000000010001000002024401003b', 'hex');

function showing(src: string): string {
  const region = '<region id="Image" left="0" top="0" width="160" height="120"/>';
  const layout = `<layout><root-layout width="160" height="120"/>${region}</layout>`;
  const body = `<par dur="5000ms"><img src="${src}" region="Image"/></par>`;
  return `<smil><head>${layout}</head><body>${body}</body></smil>`;
}

describe('a picture beyond ASCII that a document names', () => {
  const decomposed = (name: string): string => name.normalize('NFD');
  it.each([
    ['raw', 'Größe 1.gif', 'Größe 1.gif'],
    ['raw, in a folder', 'bilder/broschüre.gif', 'bilder/broschüre.gif'],
    ['raw, in Cyrillic', 'фото.gif', 'фото.gif'],
    ['raw, beyond the first plane', '\u{1f600}.gif', '\u{1f600}.gif'],
    ['raw, the name decomposed', decomposed('Ångstrom.gif'), 'Ångstrom.gif'],
    ['raw, the reference decomposed', 'Ångstrom.gif', decomposed('Ångstrom.gif')],
    ['escaped', 'фото.gif', encodeURIComponent('фото.gif')],
    ['escaped in small letters', 'broschüre.gif', 'brosch%c3%bcre.gif'],
    ['escaped, the reference decomposed', 'crème.gif', encodeURIComponent(decomposed('crème.gif'))],
    ['escaped, Hangul in parts', decomposed('\ud55c.gif'), encodeURIComponent('\ud55c.gif')],
  ])('is found: %s', async (how, name, src) => {
    const zip = await writeZip([
      { name, data: GIF },
      { name: 'show.smil', data: Uint8Array.from(ascii(showing(src))) },
    ]);
    const { slides, parts, issues } = await Presentation.fromZip(zip);
    expect(slides[0]?.image?.part.data).toEqual(new Uint8Array(GIF));
    // the part has a name that every phone can read, and the document follows it
    expect(parts.map(part => part.name).join('')).toMatch(/^[\w.]+$/);
    expect(issues.some(({ severity, fixed }) => severity === 'error' && fixed !== true)).toBe(false);
    const codes = issues.map(({ code }) => code);
    expect(codes).toContain(how.startsWith('raw') ? 'ref/non-ascii' : 'ref/unsafe-chars');
  });

  it('is refused when the document is kept octet by octet, for then the reference stays', async () => {
    const zip = await writeZip([
      { name: 'ü.gif', data: GIF },
      { name: 'show.smil', data: Uint8Array.from(ascii(showing('ü.gif'))) },
    ]);
    await expect(Presentation.fromZip(zip, { smil: 'verbatim' })).rejects.toMatchObject({
      code: 'ref/non-ascii',
    });
  });
});

describe('a tune in a manifest', () => {
  const NOTES = 'd=4,o=5,b=63:8p,8g5,2d#5';
  it.each([
    ['in quotation marks', `"Fifth:${NOTES}"`],
    ['in lines', `Fifth:\n  d=4,o=5,b=63:\n  8p,8g5,\n  2d#5\n`],
    ['with semicolons', `Fifth:${NOTES}`.replaceAll(',', ';')],
    ['with bars', `Fifth:${NOTES}`.replaceAll(':', '|')],
    ['without a name', NOTES],
    ['in a file whose name has blanks', 'my tune.rtttl'],
  ])('%s becomes sound', async (_, tune) => {
    const folder = mkdtempSync(join(tmpdir(), 'mms-tune-'));
    writeFileSync(join(folder, 'my tune.rtttl'), `Fifth:${NOTES}\r\n`);
    const { parts } = await Presentation.fromManifest({ slides: [{ audio: { tune } }] }, { baseDir: folder });
    const sound = parts.find(({ kind }) => kind === 'audio');
    expect(sound?.contentType).toBe('audio/midi');
    expect(fromMidi(sound?.data ?? new Uint8Array()).events.map(({ note }) => note)).toEqual([
      'p',
      'g',
      'd#',
    ]);
    rmSync(folder, { recursive: true });
  });
});

describe('septets of a segment, one an octet', () => {
  // 23.038 6.2.1: a 61, the euro sign 1B 65, @ 00; behind a header they begin at its end
  it.each([
    ['an extension', { text: 'a€@' }, ['611b6500']],
    ['a text of 161', { text: 'x'.repeat(161) }, ['78'.repeat(153), '78'.repeat(8)]],
    ['a header of ports', { text: 'hi', ports: { destination: 9204, source: 0 } }, ['6869']],
    ['Turkish (23.038 A.3.1)', { text: 'ş', nationalLanguage: { lockingShift: 1 } }, ['1d']],
  ] as const)('stand beside the packed ones: %s', (_, message, septets) => {
    const segments = encodeSms({ to: '+447700900123', ...message });
    expect(segments.map(segment => toHex(segment.septets ?? new Uint8Array()))).toEqual(septets);
  });

  it('are absent where the alphabet has none', () => {
    const [segment] = encodeSms({ to: '+447700900123', text: 'Привет' });
    expect(segment?.septets).toBeUndefined();
  });
});
