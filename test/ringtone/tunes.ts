import fc from 'fast-check';
import type { Tune, TuneEvent } from '../../src/ringtone/index.ts';

const NOTES = ['c', 'c#', 'd', 'd#', 'e', 'f', 'f#', 'g', 'g#', 'a', 'a#', 'b'] as const;
const TABLE_TEMPOS = [
  25, 28, 31, 35, 40, 45, 50, 56, 63, 70, 80, 90, 100, 112, 125, 140, 160, 180, 200, 225, 250, 285, 320, 355,
  400, 450, 500, 565, 635, 715, 800, 900,
] as const;

/** What the generated tunes may contain; each format holds another share of it. */
export interface TuneShape {
  readonly modifiers: readonly TuneEvent['modifier'][];
  readonly tempo: 'table' | 'any';
  readonly isTempoFixed?: boolean;
  /** Styles of notes, `undefined` where the style may be absent. */
  readonly styles: readonly ('natural' | 'continuous' | 'staccato' | undefined)[];
  readonly hasVolume?: boolean;
  readonly title: fc.Arbitrary<string>;
  readonly maxEvents: number;
  readonly loops: fc.Arbitrary<number>;
}

const asciiCharacter = fc.integer({ min: 0x20, max: 0x7e }).map(code => String.fromCharCode(code));

/** A name that RTTTL can hold; quotation marks around it are taken away. */
export const rtttlName = fc
  .string({ unit: asciiCharacter.filter(character => character !== ':'), maxLength: 10 })
  .map(name => name.trim())
  .filter(name => !/^(["'`]).*['"`]$/.test(name));

/** A title of at most 15 characters, some beyond ISO-8859-1. */
const binaryTitle = fc.oneof(
  fc.string({ unit: asciiCharacter, maxLength: 15 }),
  fc.string({ unit: fc.constantFrom('ä', 'ÿ', 'ж', '音', 'a'), maxLength: 15 }),
);

/** Every tune that the binary ringing tone holds in one pattern. */
export const BINARY_SHAPE: TuneShape = {
  modifiers: ['none', 'dotted', 'double-dotted', 'two-thirds'],
  tempo: 'table',
  styles: ['natural', 'continuous', 'staccato'],
  hasVolume: true,
  title: binaryTitle,
  maxEvents: 45,
  loops: fc.integer({ min: 0, max: 15 }),
};

/** Every tune that RTX text holds. */
export const RTX_SHAPE: TuneShape = {
  ...BINARY_SHAPE,
  modifiers: ['none', 'dotted'],
  tempo: 'any',
  hasVolume: false,
  title: rtttlName,
};

/** Every tune that RTTTL text holds. */
export const RTTTL_SHAPE: TuneShape = {
  ...RTX_SHAPE,
  isTempoFixed: true,
  styles: [undefined],
  loops: fc.constant(0),
};

function bpmOf(shape: TuneShape): fc.Arbitrary<number> {
  return shape.tempo === 'table' ? fc.constantFrom(...TABLE_TEMPOS) : fc.integer({ min: 5, max: 1000 });
}

function eventOf(shape: TuneShape): fc.Arbitrary<TuneEvent> {
  const length = {
    duration: fc.constantFrom(1, 2, 4, 8, 16, 32),
    modifier: fc.constantFrom(...shape.modifiers),
    bpm: bpmOf(shape),
  } as const;
  const tone = fc
    .record({
      note: fc.constantFrom(...NOTES),
      octave: fc.constantFrom(4, 5, 6, 7),
      ...length,
      style: fc.constantFrom(...shape.styles),
      volume: fc.integer({ min: 0, max: 15 }),
    })
    .map(({ style, volume, ...rest }) => ({
      ...rest,
      ...(style === undefined ? {} : { style }),
      ...(shape.hasVolume ? { volume } : {}),
    }));
  const rest = fc.record({ note: fc.constant('p'), ...length });
  return fc.oneof({ weight: 5, arbitrary: tone }, { weight: 1, arbitrary: rest });
}

/** Tunes of a shape. */
export function tuneOf(shape: TuneShape): fc.Arbitrary<Tune> {
  const events = fc.array(eventOf(shape), { minLength: 1, maxLength: shape.maxEvents });
  return fc.record({ title: shape.title, loop: shape.loops, events, bpm: bpmOf(shape) }).map(tune => ({
    title: tune.title,
    loop: tune.loop,
    events: shape.isTempoFixed ? tune.events.map(event => ({ ...event, bpm: tune.bpm })) : tune.events,
  }));
}
