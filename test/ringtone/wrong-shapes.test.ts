import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatVCalendar, formatVCard, parseVCalendar, parseVCard } from '../../src/cards/index.ts';
import { isMmsError } from '../../src/errors.ts';
import {
  checkTune,
  decodeRingingTone,
  encodeRingingTone,
  formatIMelody,
  formatRtttl,
  formatRtx,
  fromMidi,
  parseIMelody,
  parseRtttl,
  parseRtx,
  parseTune,
  sniffTune,
  TUNE_FORMATS,
  toMidi,
  toWav,
} from '../../src/ringtone/index.ts';
import { runs } from '../support/property.ts';

/** A function of any room, as a caller without types sees it. */
type Untyped = (value: unknown, options?: unknown) => unknown;

const untyped = (f: unknown): Untyped => f as Untyped;

const TUNE = {
  title: 'x',
  loop: 0,
  events: [{ note: 'c', octave: 5, duration: 4, modifier: 'none', bpm: 100 }],
};
const CARD = {
  family: 'Doe',
  tel: [{ number: '1', types: ['CELL'] }],
  org: ['a'],
  address: { city: 'x' },
  other: [{ name: 'X-A', value: 'b' }],
};
const ENTRY = {
  type: 'event',
  category: ['a'],
  priority: 1,
  recurrence: 'D1 #0',
  alarm: '2006-05-04T09:00:00Z',
  other: [{ name: 'AALARM', value: '2' }],
};

const READERS = {
  parseVCard,
  parseVCalendar,
  parseRtttl,
  parseRtx,
  parseIMelody,
  parseTune,
  decodeRingingTone,
  fromMidi,
};
const WRITERS: readonly [string, Untyped, unknown][] = [
  ['formatVCard', untyped(formatVCard), CARD],
  ['formatVCalendar', untyped(formatVCalendar), ENTRY],
  ...Object.entries({
    formatRtttl,
    formatRtx,
    formatIMelody,
    toMidi,
    toWav,
    encodeRingingTone,
    checkTune,
  }).map(([name, f]): [string, Untyped, unknown] => [name, untyped(f), TUNE]),
  ...TUNE_FORMATS.map((row): [string, Untyped, unknown] => [row.name, untyped(row.format), TUNE]),
];
const TEXTS: Readonly<Record<string, string>> = {
  parseVCard: 'BEGIN:VCARD\nVERSION:2.1\nN:x\nEND:VCARD\n',
  parseVCalendar: 'BEGIN:VCALENDAR\nVERSION:1.0\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR\n',
  parseIMelody: 'MELODY:c2',
};

/** Does something, or throws an error of ours that says where, what was expected and what was found. */
function settle(action: () => unknown): void {
  try {
    action();
  } catch (error) {
    if (!isMmsError(error)) throw error;
    expect(error.code).toMatch(/^[a-z]+\/[a-z-]+$/);
    expect(error.path ?? error.offset ?? error.code).toBeDefined();
  }
}

/** A value of JSON and what only a script has. */
const anything = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(undefined, Number.NaN, 10n, new Date(0), new Uint8Array(3), Symbol('x'), () => 1),
);

/** The value with something else at one of its places. */
function withAnything(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value !== 'object' || value === null) return anything;
  const entries = Object.entries(value);
  const inner = entries.map(([key, one]) =>
    withAnything(one).map(other =>
      Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other },
    ),
  );
  return fc.oneof(
    anything,
    anything.map(other => ({ ...value, extra: other })),
    ...inner,
  );
}

describe('a value of the wrong shape', () => {
  it.each([5, null, true, [], {}, 'x', undefined])(
    '%j is refused by every writer with code, path, expected and found',
    value => {
      for (const [name, write] of WRITERS) {
        let thrown: unknown;
        try {
          write(value);
        } catch (error) {
          thrown = error;
        }
        expect(isMmsError(thrown), name).toBe(true);
        if (isMmsError(thrown) && thrown.code !== 'card/missing') {
          expect(thrown.path).toBeDefined();
          expect(thrown.message).toMatch(/expected .*, found /);
        }
      }
    },
  );

  it.each([5, null, true, [], {}, undefined])(
    '%j is refused by every reader with code, path, expected and found',
    value => {
      for (const [name, read] of Object.entries({ ...READERS, sniffTune })) {
        expect(() => untyped(read)(value), name).toThrow(
          expect.objectContaining({
            name: 'MmsError',
            path: '$',
            message: expect.stringMatching(/expected .*, found /),
          }),
        );
      }
    },
  );

  it.each([
    [{ strict: 'yes' }, 'options.strict'],
    [null, 'options'],
    [5, 'options'],
  ])('in the options of a reader is refused: %j', (options, path) => {
    for (const [name, read] of Object.entries(READERS)) {
      expect(
        () =>
          untyped(read)(
            TEXTS[name] ??
              (name === 'fromMidi' || name === 'decodeRingingTone' ? new Uint8Array() : 'x:d=4:c'),
            options,
          ),
        name,
      ).toThrow(
        expect.objectContaining({
          name: 'MmsError',
          path,
          message: expect.stringMatching(/expected .*, found /),
        }),
      );
    }
  });

  it.each([null, 5, { warnings: 5 }])('in the options of a writer is refused: %j', options => {
    for (const [name, write, model] of WRITERS) {
      if (name === 'checkTune' || name === 'json') continue;
      expect(() => write(model, options), name).toThrow(
        expect.objectContaining({ name: 'MmsError', message: expect.stringMatching(/expected .*, found /) }),
      );
    }
  });

  it.each([
    [{ sampleRate: 1 }, 'options.sampleRate'],
    [{ program: 'piano' }, 'options.program'],
    [{ loop: 16 }, 'options.loop'],
    [{ style: 'loud' }, 'options.style'],
  ])('%j is refused as an option of tunes', (options, path) => {
    expect(() => untyped(toWav)(TUNE, options)).toThrow(
      expect.objectContaining({ code: 'ringtone/option', path }),
    );
  });

  it.each(WRITERS)('anywhere in what %s takes gives a result or an error of ours', (_, write, model) => {
    fc.assert(
      fc.property(withAnything(model), fc.option(anything, { nil: undefined }), (value, options) => {
        settle(() => write(value));
        settle(() => write(model, options));
      }),
      { numRuns: runs(200) },
    );
  });

  it.each(Object.entries(READERS))('given to %s gives a result or an error of ours', (_, read) => {
    fc.assert(
      fc.property(anything, anything, (value, options) => {
        settle(() => untyped(read)(value));
        settle(() => untyped(read)('x', options));
      }),
      { numRuns: runs(200) },
    );
  });
});
