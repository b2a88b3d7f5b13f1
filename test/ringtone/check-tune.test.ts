import { describe, expect, it } from 'vitest';
import {
  checkTune,
  encodeRingingTone,
  formatRtttl,
  type Tune,
  toMidi,
  toWav,
} from '../../src/ringtone/index.ts';

const note = { note: 'a', octave: 5, duration: 4, modifier: 'none', bpm: 125 };
const withEvent = (changes: object) => ({ title: '', loop: 0, events: [{ ...note, ...changes }] });

describe('checkTune', () => {
  it('gives a tune of JSON, with defaults for what may be left out', () => {
    const json = {
      events: [
        { note: 'c#', octave: 4, duration: 8, bpm: 63, ms: 1 },
        { note: 'p', duration: 1, bpm: 5 },
      ],
    };
    expect(checkTune(json)).toEqual({
      title: '',
      loop: 0,
      events: [
        { note: 'c#', octave: 4, duration: 8, modifier: 'none', bpm: 63 },
        { note: 'p', duration: 1, modifier: 'none', bpm: 5 },
      ],
    });
  });

  it.each<[unknown, string, string | undefined]>([
    [undefined, 'ringtone/tune-value', undefined],
    [[], 'ringtone/tune-value', undefined],
    [{}, 'ringtone/tune-value', 'events'],
    [{ events: [] }, 'ringtone/empty', 'events'],
    [{ events: [null] }, 'ringtone/tune-value', 'events[0]'],
    [{ ...withEvent({}), title: 7 }, 'ringtone/tune-value', 'title'],
    [{ ...withEvent({}), title: 'a\nb' }, 'ringtone/title', 'title'],
    [{ ...withEvent({}), title: 'a'.repeat(101) }, 'ringtone/title', 'title'],
    [{ ...withEvent({}), loop: 16 }, 'ringtone/tune-value', 'loop'],
    [withEvent({ note: 'h' }), 'ringtone/tune-value', 'events[0].note'],
    [withEvent({ note: 'toString' }), 'ringtone/tune-value', 'events[0].note'],
    [withEvent({ octave: 8 }), 'ringtone/tune-value', 'events[0].octave'],
    [withEvent({ octave: '5' }), 'ringtone/tune-value', 'events[0].octave'],
    [withEvent({ duration: 3 }), 'ringtone/tune-value', 'events[0].duration'],
    [withEvent({ modifier: 'dot' }), 'ringtone/tune-value', 'events[0].modifier'],
    [withEvent({ bpm: 0 }), 'ringtone/tune-value', 'events[0].bpm'],
    [withEvent({ bpm: Number.NaN }), 'ringtone/tune-value', 'events[0].bpm'],
    [withEvent({ style: 'N' }), 'ringtone/tune-value', 'events[0].style'],
    [withEvent({ volume: 16 }), 'ringtone/tune-value', 'events[0].volume'],
  ])('refuses %j', (value, code, path) => {
    expect(() => checkTune(value)).toThrow(
      expect.objectContaining(path === undefined ? { code } : { code, path }),
    );
  });

  it('has a bound', () => {
    expect(() => checkTune({ events: new Array(10_001).fill(note) })).toThrow(
      expect.objectContaining({ code: 'ringtone/too-long' }),
    );
  });

  it('is what every writer does first', () => {
    const bad = withEvent({ bpm: 3 }) as Tune;
    for (const write of [encodeRingingTone, formatRtttl, toMidi, toWav]) {
      expect(() => write(bad)).toThrow(expect.objectContaining({ code: 'ringtone/tune-value' }));
    }
  });
});
