import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseVCard } from '../src/cards/index.ts';
import { outputFormat } from '../src/cli/input/output-format.ts';
import { detectMedia, mediaDurationMs } from '../src/media/index.ts';
import { decodePdu } from '../src/mms/index.ts';
import { Presentation, presentation } from '../src/presentation/index.ts';
import { decodePush, mmsNotification } from '../src/public/push.ts';
import { parseRtttl, toMidi } from '../src/ringtone/index.ts';

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
});
