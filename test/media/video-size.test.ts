import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { videoSize } from '../../src/media/index.ts';
import { be32, box, concat, isoMedia } from './samples.ts';

const track = (version: number, width: number, height: number): Uint8Array =>
  box(
    'trak',
    box(
      'tkhd',
      [version, 0, 0, 1],
      new Uint8Array(version === 1 ? 84 : 72),
      be32(width << 16),
      be32(height << 16),
    ),
  );

describe('videoSize', () => {
  it('of a film that ffmpeg made', () => {
    const film = readFileSync(resolve(import.meta.dirname, '../vectors/media/qcif.3gp'));
    expect(videoSize(film)).toEqual({ width: 176, height: 144 });
    for (let end = 0; end < film.length; end++) {
      expect([undefined, 176]).toContain(videoSize(film.subarray(0, end))?.width);
    }
  });

  it('is that of the first track with a picture, in both versions of the header', () => {
    const film = (...tracks: Uint8Array[]): Uint8Array =>
      concat(isoMedia('3gp4', []).subarray(0, 16), box('moov', ...tracks));
    expect(videoSize(film(track(0, 0, 0), track(1, 128, 96)))).toEqual({ width: 128, height: 96 });
    expect(videoSize(film(track(0, 0, 0)))).toBeUndefined();
    expect(videoSize(film(box('trak', box('tkhd', [0, 0, 0, 1], new Uint8Array(60)))))).toBeUndefined();
    expect(videoSize(new Uint8Array(10))).toBeUndefined();
  });
});
