import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventFrequencyHz, parseRtttl, parseRtx, toWav, tuneDurationMs } from '../../src/ringtone/index.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { runs } from '../support/property.ts';
import { RTX_SHAPE, tuneOf } from './tunes.ts';

const HEADER_OCTETS = 44;

function samplesOf(wav: Uint8Array): Int16Array {
  return new Int16Array(wav.slice(HEADER_OCTETS).buffer);
}

describe('toWav', () => {
  it('is a RIFF file that lasts as long as the tune', () => {
    fc.assert(
      fc.property(
        tuneOf({ ...RTX_SHAPE, maxEvents: 5 }),
        fc.constantFrom(8000, 22_050, 44_100),
        (tune, sampleRate) => {
          const wav = toWav(tune, { sampleRate });
          const view = new DataView(wav.buffer);
          const text = (at: number) => Buffer.from(wav.subarray(at, at + 4)).toString('latin1');
          expect([text(0), text(8), text(12), text(36)]).toEqual(['RIFF', 'WAVE', 'fmt ', 'data']);
          expect(view.getUint32(4, true)).toBe(wav.length - 8);
          expect(view.getUint32(40, true)).toBe(wav.length - HEADER_OCTETS);
          expect([20, 22, 32, 34].map(at => view.getUint16(at, true))).toEqual([1, 1, 2, 16]);
          expect([24, 28].map(at => view.getUint32(at, true))).toEqual([sampleRate, 2 * sampleRate]);
          expect(view.getUint32(40, true) / 2).toBe(Math.round((tuneDurationMs(tune) * sampleRate) / 1000));
        },
      ),
      { numRuns: runs(30) },
    );
  });

  it('sounds at the pitch of the note and is silent in rests and between notes', () => {
    const tune = parseRtttl('x:d=4,o=5,b=60:a,p,c7');
    const samples = samplesOf(toWav(tune));
    const crossings = (from: number, to: number) => {
      let count = 0;
      for (let i = from; i < to; i++) if ((samples[i] ?? 0) < 0 && (samples[i + 1] ?? 0) >= 0) count++;
      return count;
    };
    const [first, , last] = tune.events;
    if (first === undefined || last === undefined) throw new Error('no events');
    expect(Math.abs(crossings(0, 22_050) - eventFrequencyHz(first))).toBeLessThan(3);
    expect(Math.abs(crossings(44_100, 66_150) - eventFrequencyHz(last))).toBeLessThan(3);
    expect(samples.subarray(22_050, 44_100).every(sample => sample === 0)).toBe(true);
    expect(Math.abs(samples[22_049] ?? 1)).toBe(0);
    expect(samples[0]).toBe(0);
  });

  it('is louder with more volume and shorter in staccato', () => {
    const loudest = (text: string) =>
      samplesOf(toWav(parseRtx(text))).reduce((a, b) => Math.max(a, Math.abs(b)), 0);
    expect(loudest('x:v=15:a5')).toBeGreaterThan(25_000);
    expect(loudest('x:v=0:a5')).toBe(0);
    expect(loudest('x:v=7:a5')).toBe(loudest('x::a5'));
    const staccato = samplesOf(toWav(parseRtx('x:b=60,s=S:a5')));
    expect(staccato.subarray(11_025).every(sample => sample === 0)).toBe(true);
    expect(staccato.length).toBe(22_050);
  });

  it('has a bound', () => {
    expect(() => toWav(parseRtttl(`x:d=1,b=5:${'a,'.repeat(13)}a`))).toThrow(
      expect.objectContaining({ code: 'ringtone/too-long' }),
    );
    expect(() => toWav(parseRtttl('x::a'), { sampleRate: 100 })).toThrow(
      expect.objectContaining({ code: 'ringtone/option', path: 'options.sampleRate' }),
    );
  });
});

describeWithOracle(['ffprobe'], 'toWav and ffprobe', () => {
  it('is read with the length of the tune', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mms-wav-'));
    try {
      const tune = parseRtttl('Uncle:d=8,o=5,b=130:a,a,a,g,f,f,d,f,4g,4g,c,d,4f,a,a,4g');
      const file = join(folder, 'tune.wav');
      writeFileSync(file, toWav(tune));
      const answer = execFileSync('ffprobe', [
        '-v',
        'error',
        '-of',
        'json',
        '-show_streams',
        file,
      ]).toString();
      const [stream] = JSON.parse(answer).streams;
      expect(stream).toMatchObject({ codec_name: 'pcm_s16le', channels: 1, sample_rate: '22050' });
      expect(Math.abs(Number(stream.duration) * 1000 - tuneDurationMs(tune))).toBeLessThan(1);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
