import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { detectMedia, mediaDurationMs, videoSize } from '../../src/media/index.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { amr, concat, GIF, isoMedia, latin1, midi, mp3, NOTE, wav } from './samples.ts';

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
    ['video/3gpp', isoMedia('3gp4', ['vide'], 12_345), 12_345],
  ] as const)('%s, case %#', (contentType, data, ms) => {
    expect(mediaDurationMs(data, contentType)).toBe(ms);
  });

  it('does not guess', () => {
    expect(mediaDurationMs(GIF, 'image/gif')).toBeUndefined();
    expect(mediaDurationMs(GIF, 'audio/amr')).toBeUndefined();
    expect(mediaDurationMs(amr(0), 'audio/amr')).toBeUndefined();
    expect(mediaDurationMs(latin1('MThd'), 'audio/midi')).toBeUndefined();
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
