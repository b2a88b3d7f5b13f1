import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lint } from '../../src/lint/index.ts';
import { imageMetadata, stripMetadata } from '../../src/media/index.ts';
import { presentation } from '../../src/presentation/index.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { be32, box, concat, isoMedia, latin1 } from './samples.ts';

// ISO 6709 behind its length and language (QuickTime), and longitude, latitude, altitude as 16.16 (3GPP TS 26.244 8.2)
const XYZ = box('\xa9xyz', [0, 18, 0x15, 0xc7], latin1('+51.5074-000.1278/'));
const LOCI = box('loci', be32(0), [0x15, 0xc7, 0, 0], be32(0xffffdf49), be32(0x003381e5), be32(0), [0, 0, 0]);

/** A film with more boxes at the end of its `moov`, which ends the file so that nothing else moves. */
function withBoxes(film: Uint8Array, ...boxes: readonly Uint8Array[]): Uint8Array {
  const moov = Buffer.from(film).indexOf('moov') - 4;
  const inside = film.subarray(moov + 8);
  return concat(film.subarray(0, moov), box('moov', inside, ...boxes));
}

const FILM = isoMedia('3gp4', ['vide', 'soun'], 1000);

const PLACED: readonly (readonly [string, Uint8Array])[] = [
  ['ISO 6709', withBoxes(FILM, box('udta', XYZ))],
  ['a loci box', withBoxes(FILM, box('udta', LOCI))],
  ['both, among others', withBoxes(FILM, box('udta', box('titl', be32(0)), XYZ, LOCI, box('auth', be32(0))))],
  ['one in a track', withBoxes(FILM, box('trak', box('udta', LOCI)))],
  [
    'a box of 64 bits',
    withBoxes(FILM, box('udta', concat(be32(1), latin1('loci'), be32(0), be32(20), be32(7)))),
  ],
];

describe('the place where a film was taken', () => {
  it.each(PLACED)('is found and blanked, and nothing moves: %s', (_, film) => {
    expect(imageMetadata(film)).toEqual(['gps']);
    const stripped = stripMetadata(film);
    expect(stripped).toMatchObject({ removed: ['gps'], issues: [{ code: 'media/location', fixed: true }] });
    expect(stripped?.data.length).toBe(film.length);
    expect(Buffer.from(stripped?.data ?? []).includes('51.5074')).toBe(false);
    expect(imageMetadata(stripped?.data ?? film)).toEqual([]);
  });

  it('is not seen in a film without one, in media data, or in a box that overruns', () => {
    for (const film of [
      FILM,
      concat(FILM, box('mdat', box('udta', XYZ))),
      withBoxes(FILM, box('udta', be32(99), latin1('loci'))),
    ]) {
      expect(stripMetadata(film)).toBeUndefined();
    }
  });

  it('is left out of a message and told, or kept on request, which lint tells', async () => {
    const [, film] = PLACED[0] ?? ['', FILM];
    const built = (metadata: 'strip' | 'keep') =>
      presentation({ metadata })
        .slide({ video: { name: 'a.3gp', data: film } })
        .build();
    const without = await built('strip');
    expect(without.issues).toContainEqual(expect.objectContaining({ code: 'media/location', fixed: true }));
    const codesOf = async (mms: Uint8Array) => lint(mms).map(({ code }) => code);
    expect(await codesOf(without.toMms({ to: ['+447700900123'] }))).not.toContain('media/location');
    const kept = await built('keep');
    expect(await codesOf(kept.toMms({ to: ['+447700900123'] }))).toContain('media/location');
  });
});

describeWithOracle(['exiftool', 'ffmpeg', 'ffprobe'], 'films that were blanked', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mms-film-'));
  const made = join(folder, 'made.mp4');
  beforeAll(() => {
    const source = 'testsrc=duration=1:size=176x144:rate=5';
    execFileSync('ffmpeg', ['-loglevel', 'error', '-f', 'lavfi', '-i', source, '-bitexact', made]);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const places = (path: string) =>
    JSON.parse(execFileSync('exiftool', ['-json', '-GPS*', '-Location*', '-c', '%.4f', path]).toString())[0];

  it('have no place for exiftool, and are films as before for ffprobe', () => {
    const film = withBoxes(readFileSync(made), box('udta', XYZ, LOCI));
    const [before, after] = [join(folder, 'before.mp4'), join(folder, 'after.mp4')];
    writeFileSync(before, film);
    writeFileSync(after, stripMetadata(film)?.data ?? film);
    expect(JSON.stringify(places(before))).toContain('51.5074');
    expect(Object.keys(places(after))).toEqual(['SourceFile']);
    const frames = (path: string) =>
      execFileSync('ffprobe', [
        '-v',
        'error',
        '-count_frames',
        '-show_entries',
        'stream=codec_name,width,nb_read_frames',
        path,
      ]).toString();
    expect(frames(after)).toBe(frames(made));
    expect(frames(after)).toContain('nb_read_frames=5');
  });
});
