import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.ts';
import type { Issue } from '../../src/issues/index.ts';
import {
  eventDurationMs,
  formatRtttl,
  formatRtx,
  fromMidi,
  parseRtttl,
  parseRtx,
  parseTune,
  sniffTune,
  TUNE_FORMATS,
  type Tune,
  toMidi,
  tuneDurationMs,
} from '../../src/ringtone/index.ts';
import { runs } from '../support/property.ts';
import { RTX_SHAPE, tuneOf } from './tunes.ts';

const codesOf = (tune: { readonly warnings: readonly Issue[] }) => tune.warnings.map(({ code }) => code);

describe('RTTTL as people write it', () => {
  const plain = 'x:d=8,o=5,b=90:c.6,d#4,p';

  it.each([
    ['a unit behind the tempo', 'x:d=8,o=5,b=90bpm:c.6,d#4,p', ['ringtone/dialect']],
    ['a fraction in the tempo', 'x:d=8,o=5,b=89.6:c.6,d#4,p', ['ringtone/dialect']],
    ['the sharp before the note', 'x:d=8,o=5,b=90:c.6,8#d4,p', ['ringtone/dialect']],
    ['NUL behind it', `${plain}\0\0`, ['text/padding']],
    ['an end-of-file mark behind it', `${plain}\x1a`, ['text/padding']],
    ['a byte order mark', `\ufeff${plain}`, []],
    ['blanks of all kinds', 'x:d=8,\u3000o=5,b=90:\u200bc.6,\u00a0d#4,\u2003p\u2028', []],
    ['its end cut off behind a duration', `${plain},8`, ['ringtone/cut-short']],
    ['its end cut off behind a dot', `${plain},16.`, ['ringtone/cut-short']],
    ['its end cut off in a duration', `${plain},3`, ['ringtone/cut-short']],
    ['its end cut off in a control', `${plain},b=`, ['ringtone/cut-short']],
    ['its end cut off behind a comma', `${plain},`, ['ringtone/dialect']],
  ])('with %s is read', (_, text, codes) => {
    const forms = [text, Buffer.from(text), Buffer.from(`\ufeff${text}`, 'utf16le')];
    forms.forEach((form, i) => {
      const tune = parseRtttl(form);
      expect(tune.events).toEqual(parseRtttl(plain).events);
      expect(codesOf(tune)).toEqual(i === 2 ? ['text/wide', ...codes] : codes);
      if (codes.length > 0) {
        expect(() => parseRtttl(form, { strict: true })).toThrow(
          expect.objectContaining({ name: 'MmsError' }),
        );
      }
    });
  });

  const spelt = 'x:d=8,o=5,b=90:c#.6,4d#4,p';
  it.each([
    ['the sharp behind the octave', 'x:d=8,o=5,b=90:c6#.,4d4#,p'],
    ['the sharp behind octave and dot', 'x:d=8,o=5,b=90:c6.#,4d4#,p'],
    ['the dot before octave and sharp', 'x:d=8,o=5,b=90:c.6#,4d#4,p'],
    ['the sharp between dot and octave', 'x:d=8,o=5,b=90:8c.#6,4d_4,p'],
    ['double quotation marks around it', `"${spelt}"`],
    ['single quotation marks around it', ` '${spelt}'\r\n`],
    ['backticks around it, and a semicolon', `\`${spelt}\`;`],
    ['English quotation marks around it', `\u201c${spelt}\u201d`],
    ['German quotation marks around it', `\u201e${spelt}\u201c`],
    ['French quotation marks around it', `\u00ab\u00a0${spelt}\u00a0\u00bb,`],
    ['quotation marks around its name', spelt.replace('x', '"x"')],
    ['typographic quotation marks around its name', spelt.replace('x', ' \u2018 x \u2019')],
    ['semicolons for commas', spelt.replaceAll(',', ';')],
    ['semicolons for commas, and one at the end', `${spelt.replaceAll(',', ' ; ')};`],
    ['semicolons for some commas', spelt.replace(/,p/, ';p')],
    ['bars for commas', spelt.replaceAll(',', '|')],
    ['a bar at the end', `${spelt}|`],
    ['bars for colons', spelt.replaceAll(':', '|')],
    ['semicolons for colons', spelt.replaceAll(':', ' ; ')],
    ['a semicolon for the first colon', spelt.replace(':', ';')],
    ['a bar for the second colon', spelt.replace(':c', '|c')],
  ])('%s is read, and told', (_, text) => {
    const tune = parseTune(text);
    expect(tune).toMatchObject({ title: 'x', events: parseRtttl(spelt).events });
    expect(new Set(codesOf(tune))).toEqual(new Set(['ringtone/dialect']));
    expect(() => parseTune(text, { strict: true })).toThrow(
      expect.objectContaining({ code: 'ringtone/dialect' }),
    );
  });

  it.each(['c#6.', 'c#.6', 'c#6', 'c.6', 'c6.', 'c.', 'c#.'])(
    '%s has an order of the grammar or of gammu',
    note => {
      expect(codesOf(parseRtttl(`x:d=8,o=5,b=90:${note}`))).toEqual([]);
    },
  );

  it('a tune without a name, as lists have them, is read and told', () => {
    const tune = parseRtttl('d=8,o=5,b=90:c#.6,4d#4,p');
    expect(tune).toMatchObject({ title: '', events: parseRtttl(spelt).events });
    expect(codesOf(tune)).toEqual(['ringtone/dialect']);
  });

  it.each(["Don't", '5" gun', "'n' roll", 'a;b', 'a|b', '"'])('the name %s is as it is', title => {
    expect(parseRtttl(`${title}:d=4:c`)).toMatchObject({ title, warnings: [] });
  });

  it('a title in quotation marks loses them when it is written, and that is told', () => {
    const warnings: Issue[] = [];
    expect(formatRtttl({ ...parseRtttl(spelt), title: '"\u201cUncle\u201d"' }, { warnings })).toMatch(
      /^Uncle:/,
    );
    expect(warnings).toMatchObject([{ code: 'ringtone/title-changed', path: 'title' }]);
  });

  it.each([
    ['two sharps', 'x:d=4:8c#5#', 'expected a note', 6],
    ['two dots', 'x:d=4:8.c5.', 'expected a note', 6],
    ['two octaves', 'x:d=4:8c5#6', 'expected a note', 6],
    ['a flat behind the octave', 'x:d=4:c,e5b', 'expected a note', 8],
    ['a sharp pause', 'x:d=4:p5#', 'expected a note', 6],
    ['bars among commas', 'x:d=4:c,d|e,f', 'may divide voices or measures', 9],
    ['one quotation mark', 'x:d=4:c,d"', 'expected a note', 8],
    ['unlike quotation marks', '"x:d=4:c,d\'', 'expected a note', 9],
    ['bars for colons without controls', 'x|c,d|e', 'expected a name and a colon', 0],
  ])('%s may mean several things and is refused', (_, text, message, offset) => {
    expect(() => parseRtttl(text)).toThrow(
      expect.objectContaining({
        code: 'ringtone/syntax',
        offset,
        message: expect.stringContaining(message),
      }),
    );
  });

  it.each([
    ['x:d=4:c,d\ny:d=8:e,f', 10],
    ['x:d=4:c,d,\r\n\r\ny:d=8:e,f', 14],
    ['x:d=4:c,d\0y:d=8:e', 6],
    ['x:d=4:y:d=8:e', 6],
  ])('a second tune is named: %j', (text, offset) => {
    expect(() => parseRtttl(text)).toThrow(
      expect.objectContaining({
        code: 'ringtone/syntax',
        offset,
        message: expect.stringContaining('a second tune begins'),
      }),
    );
  });

  it('a name that is not UTF-8 is read as ISO-8859-1', () => {
    const tune = parseRtttl(Buffer.from('Fr\u00e8re:d=4:c', 'latin1'));
    expect(tune.title).toBe('Frère');
    expect(codesOf(tune)).toEqual(['text/charset-guessed']);
  });
});

describe('lengths that RTTTL does not have', () => {
  const HEADER = '4d546864000000060000000101e04d54726b';
  const DOUBLE_DOTTED_REST =
    '4d546864000000060000000100044d54726b000000140090456004804500079045600480450000ff2f00';
  const TRIPLETS = `${HEADER}0000001f00904560824080450000904760824080470000904860824080480000ff2f00`;

  it('a rest becomes several', () => {
    const tune = fromMidi(fromHex(DOUBLE_DOTTED_REST));
    const warnings: Issue[] = [];
    const expected = ':d=4,o=4,b=120:a,p,8p.,a';
    expect(formatRtttl(tune, { warnings })).toBe(expected);
    expect(formatRtx(tune)).toBe(expected);
    expect(warnings).toEqual([]);
  });

  it('notes take the nearest ones and pass on what is missing', () => {
    const tune = fromMidi(fromHex(TRIPLETS));
    expect(tune.warnings).toEqual([]);
    const warnings: Issue[] = [];
    expect(formatRtttl(tune, { warnings })).toBe(':d=8,o=4,b=120:a.,b,c.5');
    expect(warnings.map(({ code }) => code)).toEqual(['midi/length-rounded']);
    expect(tuneDurationMs(parseRtttl(formatRtttl(tune)))).toBeCloseTo(tuneDurationMs(tune), 6);
  });

  it('no tune becomes longer or shorter by a 32nd', () => {
    const shape = { ...RTX_SHAPE, modifiers: ['none', 'dotted', 'double-dotted', 'two-thirds'] } as const;
    fc.assert(
      fc.property(tuneOf({ ...shape, isTempoFixed: true }), tune => {
        const read = parseRtx(formatRtx(tune));
        const thirtySecond = eventDurationMs({
          note: 'p',
          duration: 32,
          modifier: 'none',
          bpm: tune.events[0]?.bpm ?? 1,
        });
        expect(Math.abs(tuneDurationMs(read) - tuneDurationMs(tune))).toBeLessThan(thirtySecond + 1e-6);
        const tones = (source: Tune) =>
          source.events.flatMap(event => (event.note === 'p' ? [] : [event.note + event.octave]));
        expect(tones(read)).toEqual(tones(tune));
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('the tempo of a MIDI file', () => {
  it.each([
    [
      'a note',
      '4d546864000000060000000100044d54726b0000001a00ff510307a1200090456004ff51030f42400480450000ff2f00',
      1500,
    ],
    [
      'a rest',
      '4d546864000000060000000100044d54726b0000001b009045600480450004ff51031e8480089045600480450000ff2f00',
      7000,
    ],
    [
      // 120, 60 and 90 beats a minute, a quarter each
      'a note, twice',
      '4d546864000000060000000100044d54726b000000210090456004ff51030f424004ff51030a2c2b0480450000ff2f00'.replace(
        '00000021',
        '0000001a',
      ),
      500 + 1000 + 666.667,
    ],
  ])('changes inside %s, which lasts as long', (_, hex, ms) => {
    expect(Math.abs(tuneDurationMs(fromMidi(fromHex(hex))) - ms)).toBeLessThan(5);
  });

  it('does not matter to a file that counts in frames of a second', () => {
    const file = (division: string) =>
      fromHex(
        `4d54686400000006000000 01${division} 4d54726b00000014 00ff51030f4240 00904560 8768 804500 00ff2f00`,
      );
    expect(fromMidi(file('e728'))).toMatchObject({
      events: [{ note: 'a', octave: 4, duration: 2, modifier: 'none', bpm: 120 }],
      warnings: [],
    });
    expect(tuneDurationMs(fromMidi(file('e250')))).toBeCloseTo(416.7, -1);
    expect(() => fromMidi(file('9828'))).toThrow(expect.objectContaining({ code: 'midi/unsupported' }));
    expect(() => fromMidi(file('e700'))).toThrow(expect.objectContaining({ code: 'midi/unsupported' }));
  });
});

describe('the list of tune formats', () => {
  const tune = parseRtttl('Tune:d=4,o=5,b=125:c,8d.,p,e6');

  it.each(TUNE_FORMATS.filter(format => format.parse !== undefined))(
    '$name is told and read back',
    format => {
      const octets = format.format(tune, {});
      const read = parseTune(octets);
      expect(read.events).toEqual(parseTune(octets).events);
      expect(read.events.map(({ note, duration, bpm }) => [note, duration, bpm])).toEqual(
        tune.events.map(({ note, duration, bpm }) => [note, duration, bpm]),
      );
      // RTTTL is a share of RTX, and read as such
      expect(sniffTune(octets)?.name).toBe(format.name === 'rtttl' ? 'rtx' : format.name);
    },
  );

  it('names no extension and no type twice', () => {
    for (const list of [
      TUNE_FORMATS.flatMap(row => row.extensions),
      TUNE_FORMATS.flatMap(row => row.mediaTypes),
    ]) {
      expect(new Set(list).size).toBe(list.length);
    }
  });

  it('reads a ringing tone in hexadecimal text and a tune in a string', () => {
    const hex = '024a3a5555b98db194040a1096479a61a6288b483000';
    expect(parseTune(hex).title).toBe('Uncle');
    expect(parseTune(`\ufeff ${hex.toUpperCase()}\r\n`).title).toBe('Uncle');
    expect(parseTune('x:d=4:c').events).toHaveLength(1);
  });

  it.each(['', 'hello', '\0\0', new Uint8Array([1, 2, 3])])('refuses %j', input => {
    expect(() => parseTune(input)).toThrow(
      expect.objectContaining({ code: 'ringtone/unknown-format', path: '$' }),
    );
  });

  it('writes octets that do not change from one call to the next', () => {
    for (const format of TUNE_FORMATS) expect(format.format(tune, {})).toEqual(format.format(tune, {}));
    expect(TUNE_FORMATS.find(({ name }) => name === 'midi')?.format(tune, {})).toEqual(toMidi(tune));
  });
});
