import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.ts';
import {
  encodeRingingTone,
  formatIMelody,
  formatRtx,
  parseIMelody,
  parseRtx,
} from '../../src/ringtone/index.ts';
import { BINARY_SHAPE, RTX_SHAPE, rtttlName, tuneOf } from '../ringtone/tunes.ts';
import { convertWithGammu } from '../support/gammu.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { runs, SEED } from '../support/property.ts';
import { tally } from '../support/tally.ts';

// faults of gammu 1.42: it writes another name where there is none, and takes ~ for a code of its own
const title = rtttlName.filter(name => name !== '' && !name.includes('~'));

/** Tunes in which the faults of gammu do not show; without a note it has nothing to write. */
const forGammu = tuneOf({
  ...RTX_SHAPE,
  title,
  // fault: reads b= between the notes as a note
  isTempoFixed: true,
  tempo: 'table',
}).filter(tune => tune.events.some(event => event.note !== 'p'));

/** What gammu writes by its faults: loop 5 whatever l= says, no leading rests; and natural style in so many words. */
const AS_GAMMU = { loop: 5, dropLeadingRests: true, style: 'natural' } as const;

describeWithOracle(['gammu'], 'ringing tones and gammu', () => {
  it('writes the same octets', context => {
    const tunes = fc.sample(forGammu, { numRuns: runs(200), seed: SEED });
    // fault: drops the last note unless a line end follows
    const texts = tunes.map(tune => `${formatRtx(tune)}\n`);
    const written = convertWithGammu('copyringtone', texts, 'rttl', 'ott');
    tunes.forEach((tune, i) => {
      expect(toHex(written[i] ?? new Uint8Array()), texts[i]).toBe(toHex(encodeRingingTone(tune, AS_GAMMU)));
    });
    tally(context, {
      subject: 'ringing tones',
      oracle: 'gammu',
      cases: tunes.length,
      fault: 'loop 5 whatever l= says, no leading rests: expected so',
    });
  }, 300_000);

  it('has its octets read alike', context => {
    const shape = { ...BINARY_SHAPE, title, modifiers: ['none', 'dotted'], hasVolume: false } as const;
    // fault: drops leading rests
    const tunes = fc
      .sample(tuneOf(shape), { numRuns: runs(150), seed: SEED })
      .filter(tune => tune.events[0]?.note !== 'p');
    expect(tunes.length).toBeGreaterThan(100);
    const octets = tunes.map(tune => encodeRingingTone(tune));
    const texts = convertWithGammu('copyringtone', octets, 'ott', 'rttl').map(
      text => text?.toString('utf8') ?? '',
    );
    tunes.forEach((tune, i) => {
      // it takes continuous for the style that needs no s=
      const theirs = parseRtx(texts[i] ?? '').events.map(event =>
        event.note === 'p' ? event : { style: 'continuous', ...event },
      );
      expect(theirs, texts[i]).toEqual(tune.events);
    });
    tally(context, {
      subject: 'ringing tones read by it',
      oracle: 'gammu',
      cases: runs(150),
      excused: runs(150) - tunes.length,
      fault: 'drops leading rests',
    });
  }, 300_000);

  it('writes the same iMelody', context => {
    const shape = {
      ...RTX_SHAPE,
      title,
      tempo: 'table',
      isTempoFixed: true,
      styles: ['natural'],
      loops: fc.constant(0),
    } as const;
    // fault: drops leading rests
    const playable = tuneOf(shape).filter(({ events: [first] }) => first?.note !== 'p');
    const tunes = fc.sample(playable, { numRuns: runs(100), seed: SEED });
    const texts = tunes.map(tune => `${formatRtx(tune)}\n`);
    const written = convertWithGammu('copyringtone', texts, 'rttl', 'imy').map(
      text => text?.toString('utf8') ?? '',
    );
    tunes.forEach((tune, i) => {
      expect(parseIMelody(written[i] ?? '', { strict: true }), texts[i]).toEqual({ ...tune, warnings: [] });
      expect(formatIMelody(tune, { octaves: 'needed' })).toBe(written[i]);
    });
    tally(context, {
      subject: 'iMelody',
      oracle: 'gammu',
      cases: tunes.length,
      fault: 'drops leading rests: none are asked for',
    });
  }, 300_000);
});
