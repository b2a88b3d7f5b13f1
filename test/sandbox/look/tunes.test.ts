import { describe, expect, it } from 'vitest';
import { parseRtttl } from '../../../src/ringtone/index.ts';
import { melodyOf, tunesOf } from '../../../src/sandbox/look/tunes.ts';

const TUNE = parseRtttl('Scale:d=4,o=5,b=120:c,d');
const IMELODY = 'BEGIN:IMELODY\r\nVERSION:1.2\r\nFORMAT:CLASS1.0\r\nMELODY:c2d2\r\nEND:IMELODY\r\n';

describe('what can be heard', () => {
  it('is a ringing tone, and that of a profile', () => {
    expect(tunesOf({ as: 'tune', tune: TUNE })).toEqual([TUNE]);
    expect(tunesOf({ as: 'profile', name: 'Loud', tune: TUNE })).toEqual([TUNE]);
    expect(tunesOf({ as: 'profile', name: 'Silent' })).toEqual([]);
  });

  it('is each melody of an EMS message that can be read', () => {
    const items = [
      { type: 'text', text: 'Listen' },
      { type: 'melody', tune: TUNE },
      { type: 'melody', imelody: 'none' },
      { type: 'melody', imelody: IMELODY },
    ] as const;
    expect(tunesOf({ as: 'ems', items }).map(({ events }) => events.length)).toEqual([2, 2]);
  });

  it('is nothing of a text', () => {
    expect(tunesOf({ as: 'text', text: 'la la la' })).toEqual([]);
  });
});

describe('the tune of a melody', () => {
  it('is the tune that it has, or that its iMelody spells', () => {
    expect(melodyOf({ type: 'melody', tune: TUNE })).toBe(TUNE);
    expect(melodyOf({ type: 'melody', imelody: IMELODY })?.events.map(({ note }) => note)).toEqual([
      'c',
      'd',
    ]);
    expect(melodyOf({ type: 'melody', imelody: 'none' })).toBeUndefined();
  });
});
