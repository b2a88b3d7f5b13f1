import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { detectMedia, mediaDurationMs, videoSize } from '../../src/media/index.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { amr, be32, box, concat, GIF, isoMedia, latin1, midi, mp3, NOTE, wav } from './samples.ts';

/** Frames of one header: ISO/IEC 11172-3 2.4.1.3, ISO/IEC 14496-3 1.A.2.2. */
function mpegFrames(count: number, header: readonly number[], octets: number): Uint8Array {
  const frame = concat(header, new Uint8Array(octets - header.length));
  return concat(...Array.from({ length: count }, () => frame));
}

/** A MIDI file of format 2, of the tracks of others. */
function independentTracks(...files: readonly Uint8Array[]): Uint8Array {
  const head = concat(latin1('MThd'), be32(6), [0, 2, 0, files.length, 0, 96]);
  return concat(head, ...files.map(file => file.subarray(14)));
}

/** A film whose header has times of 64 bits; 2^64 for an unknown length. */
function longMovie(durationMs: number): Uint8Array {
  const length = durationMs >= 2 ** 64 ? [-1, -1] : [Math.floor(durationMs / 2 ** 32), durationMs % 2 ** 32];
  const header = box('mvhd', [1, 0, 0, 0], new Uint8Array(16), be32(1000), ...length.map(be32));
  return concat(isoMedia('isom', []).subarray(0, 16), box('moov', header));
}

describe('mediaDurationMs', () => {
  it.each([
    ['audio/amr', amr(50), 1000],
    ['audio/amr-wb', concat(latin1('#!AMR-WB\n'), [0x7c, 0x7c]), 40],
    ['audio/wav', wav(4000), 500],
    ['audio/x-wav; x=y', wav(4001), 501],
    ['audio/midi', midi(...NOTE), 250],
    ['audio/midi', midi(0x00, 0xff, 0x51, 0x03, 0x0f, 0x42, 0x40, ...NOTE), 500],
    ['audio/midi', midi(...NOTE, 0x00, 0xff, 0x51, 0x03, 0x0f, 0x42, 0x40, ...NOTE), 750],
    ['audio/mpeg', mp3(100), 2613],
    ['audio/mpeg', mpegFrames(10, [0xff, 0xf3, 0x80, 0x00], 208), 262],
    ['audio/mpeg', mpegFrames(10, [0xff, 0xe3, 0x88, 0x00], 576), 720],
    ['audio/mpeg', concat(mp3(100), latin1('TAG'), new Uint8Array(125)), 2613],
    ['audio/mpeg', concat(latin1('ID3'), [3, 0, 0, 0, 0, 1, 0], new Uint8Array(128), mp3(100)), 2613],
    ['audio/aac', mpegFrames(43, [0xff, 0xf1, 0x50, 0x80, 0x02, 0x1f, 0xfc], 16), 999],
    ['audio/midi', midi(0x00, 0xc0, 0x05, 0x00, 0xd0, 0x40, ...NOTE), 250],
    ['audio/midi', independentTracks(midi(...NOTE), midi(...NOTE, ...NOTE)), 750],
    ['video/mp4', longMovie(2 ** 32 + 5000), 4_294_972_296],
    ['video/3gpp', isoMedia('3gp4', ['vide'], 12_345), 12_345],
  ] as const)('%s, case %#', (contentType, data, ms) => {
    expect(mediaDurationMs(data, contentType)).toBe(ms);
  });

  it('does not guess', () => {
    expect(mediaDurationMs(GIF, 'image/gif')).toBeUndefined();
    expect(mediaDurationMs(GIF, 'audio/amr')).toBeUndefined();
    expect(mediaDurationMs(amr(0), 'audio/amr')).toBeUndefined();
    expect(mediaDurationMs(latin1('MThd'), 'audio/midi')).toBeUndefined();
    expect(mediaDurationMs(GIF, 'audio/mpeg')).toBeUndefined();
    expect(mediaDurationMs(GIF, 'audio/aac')).toBeUndefined();
    expect(mediaDurationMs(GIF, 'audio/wav')).toBeUndefined();
    expect(mediaDurationMs(wav(4000).fill(0, 28, 32), 'audio/wav')).toBeUndefined();
    expect(mediaDurationMs(longMovie(2 ** 64), 'video/mp4')).toBeUndefined();
    for (const reserved of [0xeb, 0xfb]) {
      const frame = [0xff, reserved, reserved === 0xfb ? 0x9c : 0x90, 0x00];
      expect(mediaDurationMs(mpegFrames(10, frame, 417), 'audio/mpeg')).toBeUndefined();
    }
    expect(mediaDurationMs(isoMedia('isom', ['vide'], 0xffffffff), 'video/mp4')).toBeUndefined();
  });
});

describeWithOracle(['ffprobe'], 'ffmpeg agrees about type and length', () => {
  const folder = mkdtempSync(join(tmpdir(), 'media-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const tone = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=1.5'];
  const film = ['-f', 'lavfi', '-i', 'testsrc=size=176x144:duration=1.5:rate=10'];

  it.each([
    ['a.wav', tone, [], 'audio/wav'],
    ['a.mp3', tone, [], 'audio/mpeg'],
    ['a.aac', tone, [], 'audio/aac'],
    ['a.m4a', tone, [], 'audio/mp4'],
    ['a.3gp', tone, ['-c:a', 'aac'], 'audio/3gpp'],
    ['v.3gp', film, ['-c:v', 'h263', '-s', '176x144'], 'video/3gpp'],
    ['v.3g2', film, ['-c:v', 'h263', '-s', '176x144'], 'video/3gpp2'],
    ['v.mp4', film, ['-c:v', 'mpeg4'], 'video/mp4'],
    ['v.mov', film, ['-c:v', 'mpeg4'], 'video/quicktime'],
  ] as const)('%s', async (name, input, codec, contentType) => {
    const file = join(folder, name);
    const made = spawnSync('ffmpeg', ['-v', 'error', '-y', ...input, ...codec, file], { encoding: 'utf8' });
    expect(made.stderr).toBe('');
    const data = new Uint8Array(readFileSync(file));
    expect(await detectMedia({ name, data })).toMatchObject({ contentType, issues: [] });
    expect(await detectMedia({ data })).toMatchObject({ contentType, issues: [] });
    const probed = spawnSync('ffprobe', [
      '-v',
      'error',
      '-show_entries',
      'format=duration',
      '-of',
      'csv=p=0',
      file,
    ]);
    const ms = mediaDurationMs(data, contentType) ?? 0;
    expect(videoSize(data)).toEqual(name.startsWith('v') ? { width: 176, height: 144 } : undefined);
    expect(Math.abs(ms - Number(probed.stdout) * 1000)).toBeLessThan(name === 'a.aac' ? 200 : 30);
  });
});
