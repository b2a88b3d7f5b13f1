import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { decodeEms, type EmsItem, type EmsOptions, encodeEms, segmentEms } from '../../src/ems/index.ts';
import type { Issue } from '../../src/issues/index.ts';
import { parseIMelody, parseRtttl } from '../../src/ringtone/index.ts';
import { EMS_VECTORS, type EmsVector, itemsOf, joined } from './vectors.ts';

const to = '+447700900123';

const upperHex = (octets: Uint8Array): string => toHex(octets).toUpperCase();
const tpdusOf = (items: readonly EmsItem[], options: Partial<EmsOptions> = {}): string[] =>
  encodeEms(items, { to, ...options }).map(({ tpdu }) => upperHex(tpdu));
const optionsOf = ({ input }: EmsVector): Partial<EmsOptions> => ({
  dataCodingScheme: input.dcs,
  reference: input.reference,
  referenceBits: input.referenceBits,
});

describe('EMS vectors', () => {
  it.each(EMS_VECTORS)('$name', vector => {
    const segments = encodeEms(itemsOf(vector), { to, ...optionsOf(vector) });
    expect(segments.map(({ tpdu }) => upperHex(tpdu))).toEqual(vector.parts.map(({ tpdu }) => tpdu));
    expect(segments.map(({ userDataLength }) => userDataLength)).toEqual(vector.parts.map(({ udl }) => udl));
    expect(segments.map(({ userData }) => upperHex(userData))).toEqual(
      vector.parts.map(({ udh, userData }) => udh + userData),
    );
    const parts = segmentEms(itemsOf(vector), optionsOf(vector));
    expect(parts.map(({ userDataHeader }) => upperHex(userDataHeader))).toEqual(
      vector.parts.map(({ udh }) => udh),
    );
  });

  it.each(EMS_VECTORS)('reads $name and writes the same octets', vector => {
    const tpdus = vector.parts.map(({ tpdu }) => fromHex(tpdu));
    const whole = decodeEms(tpdus, { strict: true });
    expect(whole.warnings).toEqual([]);
    expect(whole.items.filter(({ type }) => type === 'element')).toEqual([]);
    const divided = joined(tpdus.map(tpdu => decodeEms([tpdu]).items));
    expect(tpdusOf(divided, optionsOf(vector))).toEqual(vector.parts.map(({ tpdu }) => tpdu));
  });
});

const text = (characters: string): EmsItem => ({ type: 'text', text: characters });
const square = (side: number): string[] => Array.from({ length: side }, () => '#'.repeat(side));
const codesOf = (warnings: readonly Issue[]) => warnings.map(({ code }) => code);

describe('layout', () => {
  it('fills what an object leaves, three septets behind a large picture in a message of several parts', () => {
    const segments = encodeEms([text('Look:'), { type: 'picture', rows: square(32) }, text('okay then')], {
      to,
    });
    expect(segments.map(segment => segment.text)).toEqual(['Look:', 'oka', 'y then']);
  });

  it('has at most 255 parts', () => {
    const most = text('a'.repeat(255 * 153));
    expect(encodeEms([most], { to })).toHaveLength(255);
    expect(() => encodeEms([most, text('a')], { to })).toThrow(
      expect.objectContaining({ code: 'sms/too-many-parts' }),
    );
  });

  it('writes black on a background alone, as 23.040 has it by default', () => {
    const segments = encodeEms([{ type: 'text', text: 'Hi', format: { background: 'brightRed' } }], { to });
    // 23.040 9.2.3.24.10.1.1: start, length, mode, the background in the high half of the colour
    expect(segments.map(({ userDataHeader }) => upperHex(userDataHeader))).toEqual(['060A04000203A0']);
  });

  it('keeps a prompt with its first object', () => {
    const prompt: EmsItem = { type: 'userPrompt', objects: 2 };
    const picture: EmsItem = { type: 'picture', rows: square(32) };
    const segments = encodeEms([text('abc'), prompt, picture, picture], { to });
    expect(segments.map(({ userDataHeader }) => userDataHeader.length)).toEqual([6, 140, 137]);
  });

  it('begins a part where it is told to', () => {
    expect(encodeEms([text('a'), { type: 'break' }, text('b')], { to }).map(part => part.text)).toEqual([
      'a',
      'b',
    ]);
  });

  it('warns of positions behind a character of two septets', () => {
    const warnings: Issue[] = [];
    encodeEms([{ type: 'sound', number: 1 }, text('a{b')], { to, warnings });
    expect(warnings).toEqual([]);
    encodeEms([text('a{b'), { type: 'sound', number: 1 }], { to, warnings });
    expect(codesOf(warnings)).toEqual(['ems/ambiguous-position']);
    warnings.length = 0;
    encodeEms([text('a{b'), { type: 'sound', number: 1 }], { to, warnings, encoding: 'ucs2' });
    expect(warnings).toEqual([]);
  });

  it('counts prompts among the elements that a distribution indicator is about, as gammu does', () => {
    const picture: EmsItem = { type: 'picture', rows: square(16) };
    const items: EmsItem[] = [
      { type: 'distribution', objects: 2, noForward: true },
      { type: 'userPrompt', objects: 2 },
      picture,
      picture,
    ];
    const [tpdu = ''] = tpdusOf(items);
    expect(tpdu).toContain('17020301130102');
    expect(decodeEms([fromHex(tpdu)]).items).toEqual(items);
  });
});

describe('melodies of tunes', () => {
  const tune = parseRtttl('Scale:d=4,o=5,b=125:c,d,e,f,g,a,b,c6');

  it('takes the fullest form that fits', () => {
    const [item] = decodeEms(encodeEms([{ type: 'melody', tune }], { to }).map(({ tpdu }) => tpdu)).items;
    expect(item).toMatchObject({
      imelody: expect.stringContaining('VERSION:1.0\r\nFORMAT:CLASS1.0\r\nBEAT:125'),
    });
  });

  it('tells that one of several objects is played once, however often it should repeat', () => {
    const events = Array.from({ length: 12 }, () => tune.events).flat();
    const warnings: Issue[] = [];
    encodeEms([{ type: 'melody', tune: { ...tune, events, loop: 3 } }], { to, warnings });
    expect(codesOf(warnings)).toEqual(['ems/melody-split', 'ringtone/left-out']);
  });

  it('splits a long one under a user prompt, and keeps every note', () => {
    const events = Array.from({ length: 12 }, () => tune.events).flat();
    const warnings: Issue[] = [];
    const segments = encodeEms([{ type: 'melody', tune: { ...tune, events } }], { to, warnings });
    expect(codesOf(warnings)).toEqual(['ems/melody-split']);
    const [prompt, ...melodies] = decodeEms(segments.map(({ tpdu }) => tpdu)).items;
    expect(prompt).toEqual({ type: 'userPrompt', objects: melodies.length });
    const played = melodies.flatMap(item => ('imelody' in item ? parseIMelody(item.imelody).events : []));
    expect(played).toEqual(events.map(event => ({ ...event })));
  });
});

describe('refusals', () => {
  it.each<[string, EmsItem, string, string]>([
    ['a sound that is not there', { type: 'sound', number: 10 }, 'ems/value', 'items[0].number'],
    ['an animation that is not there', { type: 'animation', number: 15 }, 'ems/value', 'items[0].number'],
    ['a width of 20', { type: 'picture', rows: ['#'.repeat(20)] }, 'ems/picture-size', 'items[0].rows'],
    [
      'too many pixels',
      { type: 'picture', rows: Array(28).fill('#'.repeat(72)) },
      'ems/picture-size',
      'items[0].rows',
    ],
    [
      'three frames',
      { type: 'userAnimation', frames: Array(3).fill(square(8)) },
      'ems/picture-size',
      'items[0].frames',
    ],
    [
      'frames of 12x12',
      { type: 'userAnimation', frames: Array(4).fill(square(12)) },
      'ems/picture-size',
      'items[0].frames',
    ],
    [
      'a melody of 129 octets',
      { type: 'melody', imelody: `MELODY:${'c2'.repeat(61)}` },
      'ems/melody-too-long',
      'items[0].imelody',
    ],
    ['a melody that is none', { type: 'melody', imelody: 'BEGIN:VCARD' }, 'ems/value', 'items[0].imelody'],
    ['a prompt without objects', { type: 'userPrompt', objects: 2 }, 'ems/user-prompt', 'items[0].objects'],
    [
      'an element beyond any part',
      { type: 'element', id: 0x14, data: new Uint8Array(140) },
      'ems/object-too-long',
      'items[0]',
    ],
    ['a format with a length', { type: 'format', length: 3 as 0 }, 'ems/value', 'items[0].length'],
    [
      'a colour that is none',
      { type: 'text', text: 'a', format: { foreground: 'pink' as 'black' } },
      'ems/value',
      'items[0].format.foreground',
    ],
    ['a type that is none', { type: 'video' as 'break' }, 'ems/value', 'items[0].type'],
  ])('%s', (_, item, code, path) => {
    expect(() => encodeEms([item], { to })).toThrow(expect.objectContaining({ code, path }));
  });

  it('a character outside the alphabet asked for', () => {
    expect(() => encodeEms([text('Жук')], { to, encoding: 'gsm7' })).toThrow(
      expect.objectContaining({ code: 'sms/unencodable' }),
    );
  });

  it('leaves an object out when told to, and says so', () => {
    const warnings: Issue[] = [];
    const items: EmsItem[] = [text('a'), { type: 'picture', rows: square(72) }, text('b')];
    const segments = encodeEms(items, { to, warnings, unfit: 'leave-out' });
    expect(segments.map(part => part.text)).toEqual(['ab']);
    expect(warnings).toMatchObject([{ code: 'ems/left-out', path: 'items[1]' }]);
  });
});

describe('reading what others write', () => {
  const messageWith = (udh: string, septets = '61F118'): Uint8Array => {
    const header = fromHex(udh);
    const udl = Math.ceil((header.length * 8) / 7) + 3;
    return fromHex(`41000C914477009010320000${udl.toString(16).padStart(2, '0')}${udh}${septets}`);
  };

  it.each([
    // a UDH of 14 octets needs no fill bits
    ['a sound beyond the text', '0D0B0209050D0200020A03000013', 'ems/position'],
    ['a run beyond the text', '0D0A030109130B0200050D020002', 'ems/position'],
    ['a reserved sound', '0D0B0200200A030003130D020002', 'ems/reserved-value'],
    ['a reserved size', '0D0A0300030C0B0200050D020002', 'ems/reserved-value'],
    ['a variable picture of another size', '0D120B000207FFC0A09088848281', 'ems/reserved-value'],
  ])('%s', (_, udh, code) => {
    const tpdu = messageWith(udh);
    expect(codesOf(decodeEms([tpdu]).warnings)).toEqual([code]);
    expect(() => decodeEms([tpdu], { strict: true })).toThrow(expect.objectContaining({ code }));
  });

  it('takes the later of runs that overlap', () => {
    const { items } = decodeEms([messageWith('0D0A030002130A03010223800100')]);
    expect(items.filter(({ type }) => type === 'text')).toEqual([
      { type: 'text', text: 'a', format: { bold: true } },
      { type: 'text', text: 'bc', format: { italic: true } },
    ]);
  });

  it('keeps elements of release 5 as they are', () => {
    const items: EmsItem[] = [{ type: 'element', id: 0x14, data: fromHex('01000501020304') }, text('abc')];
    const [tpdu = ''] = tpdusOf(items);
    expect(decodeEms([fromHex(tpdu)]).items).toEqual(items);
  });
});
