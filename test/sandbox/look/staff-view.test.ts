import { describe, expect, it } from 'vitest';
import { parseRtttl, type Tune } from '../../../src/ringtone/index.ts';
import { staffView } from '../../../src/sandbox/look/staff-view.ts';

const tuneOf = (notes: string, change: Partial<Tune> = {}): Tune => ({
  ...parseRtttl(`a:d=4,o=4,b=120:${notes}`),
  ...change,
});
const shown = (tune: Tune): string => String(staffView(tune));
const tempoOf = (tune: Tune) => /<p class="tempo">(.*?)<\/p>/.exec(shown(tune))?.[1];
const labels = (tune: Tune) => [...shown(tune).matchAll(/aria-label="([^"]*)"/g)].map(([, label]) => label);

describe('the line above the staff', () => {
  it('says how fast, how many and how long', () => {
    expect(tempoOf(tuneOf('c'))).toBe('♩ = 120 · 1 note · 0.5 s');
    expect(tempoOf(tuneOf('c,d'))).toBe('♩ = 120 · 2 notes · 1.0 s');
  });

  it('says how often it is played', () => {
    expect(tempoOf(tuneOf('c', { loop: 2 }))).toMatch(/, 3 times$/);
    expect(tempoOf(tuneOf('c', { loop: 15 }))).toMatch(/, without end$/);
  });

  it('names two tempos, and of more the slowest and the fastest', () => {
    const [event] = tuneOf('c').events;
    if (event === undefined) throw new Error('no note');
    const at = (...tempos: number[]) => ({
      title: '',
      loop: 0,
      events: tempos.map(bpm => ({ ...event, bpm })),
    });
    expect(tempoOf(at(60, 120))).toMatch(/^♩ = 60, 120 ·/);
    expect(tempoOf(at(100, 60, 240))).toMatch(/^♩ = 60 to 240 ·/);
  });
});

describe('the staff', () => {
  it('reads as notes and rests, line by line', () => {
    expect(labels(tuneOf('c,d#5,p'))).toEqual(['Line 1 of 1: c4 d#5 rest']);
    const many = labels(tuneOf(Array(40).fill('c').join()));
    expect(many.length).toBeGreaterThan(1);
    expect(many.join(' ').match(/c4/g)).toHaveLength(40);
  });

  it('has no more notes than can be read, and says how many are left', () => {
    const text = shown(tuneOf(Array(310).fill('c').join(), { loop: 1 }));
    expect(text.match(/class="note"/g)).toHaveLength(300);
    expect(text).toContain('and 10 more notes');
    expect(text).not.toContain('r="1.5"');
  });

  it('ends in a repeat sign where the tune is repeated', () => {
    const dots = (tune: Tune) => shown(tune).match(/r="1.5"/g)?.length ?? 0;
    expect(dots(tuneOf('c'))).toBe(0);
    expect(dots(tuneOf('c', { loop: 1 }))).toBe(2);
  });

  it('is written octaves lower where the notes are high', () => {
    const signOf = (tune: Tune) => /<text x="4" y="-18">(.*?)<\/text>/.exec(shown(tune))?.[1];
    expect(['c4', 'c6', 'c7', 'b7'].map(note => signOf(tuneOf(note)))).toEqual([
      undefined,
      '8va',
      '15ma',
      '22ma',
    ]);
    expect(signOf(tuneOf('p'))).toBeUndefined();
  });

  it('has a head, a stem and flags for each length', () => {
    const of = (note: string) => {
      const text = shown(tuneOf(note)).replace(/<path class="clef".*?<circle[^>]*>/, '');
      return [
        text.includes('class="hollow"'),
        text.includes('class="stem"'),
        text.match(/c0 -?5 8/g)?.length ?? 0,
      ];
    };
    expect(['1c', '2c', '4c', '8c', '16c', '32c'].map(of)).toEqual([
      [true, false, 0],
      [true, true, 0],
      [false, true, 0],
      [false, true, 1],
      [false, true, 2],
      [false, true, 3],
    ]);
  });

  it('marks sharps, dotted notes and triplets', () => {
    expect(shown(tuneOf('c#'))).toContain('class="sharp"');
    expect(shown(tuneOf('c'))).not.toContain('class="sharp"');
    expect(shown(tuneOf('c.')).match(/r="1.5"/g)).toHaveLength(1);
    const [event] = tuneOf('d').events;
    if (event === undefined) throw new Error('no note');
    const triplet = { title: '', loop: 0, events: [{ ...event, modifier: 'two-thirds' }] } as const;
    expect(shown(triplet)).toContain('>3</text>');
  });
});
