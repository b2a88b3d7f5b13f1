import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Bitmap, bitmapOfRows } from '../../src/bitmap/index.ts';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { isMmsError } from '../../src/errors.ts';
import { decodeRingingTone, parseRtx } from '../../src/ringtone/index.ts';
import {
  decodeDownloadableProfile,
  decodeGroupGraphic,
  decodeOperatorLogo,
  decodePictureMessage,
  decodeSmartMessage,
  downloadableProfile,
  encodeOtaBitmap,
  encodeSmartSms,
  groupGraphic,
  operatorLogo,
  type PictureItem,
  type ProfileItem,
  pictureMessage,
  ringingToneMessage,
  type SmartForm,
  type SmartKind,
  type SmartMessage,
} from '../../src/smart/index.ts';
import { mutate } from '../support/mutate.ts';
import { random, runs } from '../support/property.ts';

interface Input {
  readonly bitmap: Bitmap;
  readonly form: SmartForm;
  readonly mcc: string;
  readonly mnc: string;
  readonly text: string | null;
  readonly unicode: boolean;
  readonly profileName: string;
  readonly rtx: string;
  readonly screenSaver: Bitmap;
  readonly itemOrder: never[];
}

interface Vector {
  readonly name: string;
  readonly kind: SmartKind;
  readonly input: Input;
  readonly port: number;
  readonly userData: string;
  readonly parts?: readonly { readonly udh: string; readonly data: string; readonly dcs: string }[];
}

function vectorsOf<Row>(name: string): readonly Row[] {
  return JSON.parse(readFileSync(new URL(`../vectors/smart/${name}.json`, import.meta.url), 'utf8'));
}

const vectors = vectorsOf<Vector>('messages');

const tuneOf = (rtx: string) => {
  const { warnings, ...tune } = parseRtx(rtx);
  return tune;
};

/** What the vector says, and the payload's meaning in the same words. */
function contentOf({ kind, input }: Vector): object {
  const { bitmap, form, mcc, mnc, text, unicode, itemOrder } = input;
  switch (kind) {
    case 'group-graphic':
      return { bitmap, form };
    case 'operator-logo':
      return { bitmap, form, mcc, mnc };
    case 'picture-message':
      return text === null
        ? { bitmap, unicode: false, itemOrder: ['bitmap'] }
        : { bitmap, unicode, itemOrder, text };
    default: {
      const { profileName, screenSaver, rtx } = input;
      return { profileName, screenSaver, tune: tuneOf(rtx), itemOrder };
    }
  }
}

function encode({ kind, input }: Vector): SmartMessage {
  const { unicode, text } = input;
  switch (kind) {
    case 'group-graphic':
      return groupGraphic(input, input);
    case 'operator-logo':
      return operatorLogo(input, input);
    case 'picture-message':
      return pictureMessage({ bitmap: input.bitmap, text: text ?? undefined }, { unicode });
    default:
      return downloadableProfile({ ...input, tune: tuneOf(input.rtx) });
  }
}

describe('Smart Messages', () => {
  it.each(vectors)('$name', vector => {
    const message = encode(vector);
    expect(message.port).toBe(vector.port);
    expect(toHex(message.payload)).toBe(vector.userData);
    const decoded = decodeSmartMessage(vector.port, fromHex(vector.userData), { strict: true });
    expect(decoded).toEqual({
      kind: vector.kind,
      ...contentOf(vector),
      rowPadding: 'none',
      warnings: [],
    });
  });

  it.each(vectors.filter(({ parts }) => parts !== undefined))('$name: parts', vector => {
    const { parts = [] } = vector;
    const message = encode(vector);
    const found = message.parts.map(({ userDataHeader, userData }) => ({
      udh: toHex(userDataHeader),
      data: toHex(userData.subarray(userDataHeader.length)),
    }));
    expect(found).toEqual(parts.map(({ udh, data }) => ({ udh: udh.replace('RR', '00'), data })));
    for (const { tpdu, userData } of encodeSmartSms(message, { to: '+447700900123' })) {
      // first octet, reference, address, PID, DCS, length, user data
      expect(toHex(tpdu)).toBe(
        `4100${'0c91447700091032'}00${parts[0]?.dcs}${toHex(Uint8Array.of(userData.length))}${toHex(userData)}`,
      );
    }
  });
});

const frame = bitmapOfRows(Array.from({ length: 14 }, (_, y) => (y % 13 === 0 ? '#' : '.').repeat(72)));
const picture = bitmapOfRows(Array.from({ length: 28 }, (_, y) => '#'.repeat(y + 1).padEnd(72, '.')));
const otaPicture = toHex(encodeOtaBitmap(picture));

describe('transport', () => {
  it('takes source port and reference, of 16 bits too', () => {
    const options = { sourcePort: 0x158a, reference: 0x1234, referenceBits: 16 } as const;
    const { parts } = pictureMessage({ bitmap: picture }, options);
    expect(parts.map(part => toHex(part.userDataHeader))).toEqual([
      '0c0504158a158a080412340301',
      '0c0504158a158a080412340302',
      '0c0504158a158a080412340303',
    ]);
    expect(parts.map(part => part.userData.length)).toEqual([140, 140, 13 + 260 - 2 * 127]);
  });

  it('warns above three parts, or as many as it is told', () => {
    const large = bitmapOfRows(Array.from({ length: 60 }, () => '.'.repeat(72)));
    const codes = (maxParts?: number) =>
      groupGraphic({ bitmap: large }, { maxParts }).warnings.map(w => w.code);
    expect(codes()).toEqual(['smart/unusual-size', 'smart/too-many-parts']);
    expect(codes(5)).toEqual(['smart/unusual-size']);
  });

  it('gives the bare content that gateways want', () => {
    expect(toHex(groupGraphic({ bitmap: frame }, { form: 'versioned' }).bareContent)).toBe(
      toHex(encodeOtaBitmap(frame)),
    );
    expect(toHex(pictureMessage({ bitmap: picture, text: 'x' }).bareContent)).toBe(otaPicture);
    const logo = operatorLogo({ bitmap: frame, mcc: '234', mnc: '33' }, { form: 'versioned' });
    expect(toHex(logo.bareContent)).toBe(`32f433${toHex(encodeOtaBitmap(frame))}`);
  });
});

describe('operatorLogo', () => {
  const dot = bitmapOfRows(['#']);
  const otaDot = '0001010180';

  it.each([
    ['244', '05', '42f450'],
    ['262', '01', '62f210'],
    ['310', '410', '130014'],
    ['999', '99', '99f999'],
  ])('writes network %s %s', (mcc, mnc, hex) => {
    const { payload } = operatorLogo({ bitmap: dot, mcc, mnc });
    expect(toHex(payload)).toBe(hex + otaDot);
    expect(decodeOperatorLogo(payload)).toMatchObject({ mcc, mnc, form: 'short', bitmap: dot, warnings: [] });
  });

  it('never cuts a network code', () => {
    const wrong: [unknown, unknown][] = [
      ['24', '05'],
      ['2444', '05'],
      ['244', '5'],
      ['244', '0505'],
      ['24a', '05'],
      ['244', 5],
      [undefined, undefined],
      ['030', '05'],
    ];
    for (const [mcc, mnc] of wrong) {
      expect(() => operatorLogo({ bitmap: dot, mcc, mnc } as never)).toThrow(
        expect.objectContaining({ code: 'smart/network-code' }),
      );
    }
    const three = { bitmap: dot, mcc: '310', mnc: '410' };
    expect(() => operatorLogo(three, { threeDigitMnc: 'refuse' })).toThrow(
      expect.objectContaining({ code: 'smart/network-code', path: 'mnc' }),
    );
    expect(operatorLogo({ ...three, mnc: '41' }, { threeDigitMnc: 'refuse' }).payload).toHaveLength(8);
  });

  it('reads the four octets of smsj and a missing line feed with a warning', () => {
    const sloppy: [string, string, object][] = [
      [`3013f014f00a${otaDot}`, 'smart/network-code', { mcc: '310', mnc: '410', form: 'versioned' }],
      [`13f014f0${otaDot}`, 'smart/network-code', { mcc: '310', mnc: '410', form: 'short' }],
      [`3042f450${otaDot}`, 'smart/line-feed', { mcc: '244', mnc: '05', form: 'versioned' }],
    ];
    for (const [hex, code, content] of sloppy) {
      expect(decodeOperatorLogo(fromHex(hex))).toMatchObject({
        ...content,
        bitmap: dot,
        warnings: [{ code }],
      });
      expect(() => decodeOperatorLogo(fromHex(hex), { strict: true })).toThrow(
        expect.objectContaining({ code }),
      );
    }
  });

  it('refuses nibbles that are not digits', () => {
    for (const hex of ['a2f450', '4af450', '42fa50', '42e450', '42f4f0', '42f45f']) {
      expect(() => decodeOperatorLogo(fromHex(hex + otaDot))).toThrow(
        expect.objectContaining({ code: 'smart/network-code', offset: 0 }),
      );
    }
  });
});

describe('pictureMessage', () => {
  const items = (hex: string) => fromHex(`30020100${otaPicture}${hex}`);

  it('writes text as ISO-8859-1 as long as it can', () => {
    const text = (value: string, unicode?: boolean) =>
      toHex(pictureMessage({ bitmap: picture, text: value }, { unicode }).payload.subarray(260));
    expect(text('')).toBe('');
    expect(text('é\xff')).toBe('000002e9ff');
    expect(text('é\u0100')).toBe('01000400e90100');
    expect(text('😀')).toBe('010004d83dde00');
    expect(text('a', true)).toBe('0100020061');
    expect(() => text('\ud83d')).toThrow(expect.objectContaining({ code: 'text/unencodable' }));
  });

  it('still fits three SMS with 121 characters, and warns above 120', () => {
    const message = (length: number) => pictureMessage({ bitmap: picture, text: 'a'.repeat(length) });
    expect(message(120)).toMatchObject({ parts: { length: 3 }, warnings: [] });
    expect(message(121).parts).toHaveLength(3);
    expect(message(121).warnings).toMatchObject([{ code: 'smart/text-too-long', path: 'text' }]);
    expect(message(122).parts).toHaveLength(4);
  });

  it('writes items in the order asked for', () => {
    const content = { bitmap: picture, text: 'Hi' };
    const payload = pictureMessage(content, { itemOrder: ['text', 'bitmap'] }).payload;
    expect(toHex(payload)).toBe(`300000024869020100${otaPicture}`);
    expect(decodePictureMessage(payload)).toMatchObject({ ...content, itemOrder: ['text', 'bitmap'] });
    const wrong: PictureItem[][] = [['bitmap'], ['bitmap', 'text', 'text']];
    for (const itemOrder of wrong)
      expect(() => pictureMessage(content, { itemOrder })).toThrow(
        expect.objectContaining({ code: 'bytes/value-type', path: 'options.itemOrder' }),
      );
  });

  it('reads the sloppy forms of other programs with a warning', () => {
    const sloppy: [string, Uint8Array, string][] = [
      ['GSM::SMS: a length one short', fromHex(`300000024869 0200ff${otaPicture}`), 'smart/item-length'],
      ['Netpbm: no version', fromHex(`0000024869 020100${otaPicture}`), 'smart/version'],
      ['an unknown item', items('0000024869 07000101'), 'smart/other-item'],
      ['a second text', items('0000024869 00000141'), 'smart/other-item'],
    ];
    for (const [name, payload, code] of sloppy) {
      const decoded = decodePictureMessage(payload);
      expect(decoded, name).toMatchObject({ bitmap: picture, text: 'Hi', warnings: [{ code }] });
      expect(() => decodePictureMessage(payload, { strict: true }), name).toThrow(
        expect.objectContaining({ code }),
      );
    }
    const bitmapOnly = fromHex(`020100${otaPicture}`);
    expect(decodePictureMessage(bitmapOnly)).toMatchObject({
      bitmap: picture,
      warnings: [{ code: 'smart/version' }],
    });
    expect(decodePictureMessage(fromHex(otaPicture))).toMatchObject({
      bitmap: picture,
      warnings: [{ code: 'smart/bare-bitmap' }],
    });
  });

  it('keeps items that it does not know', () => {
    const payload = items('07000101');
    const decoded = decodePictureMessage(payload);
    expect(decoded.otherItems).toEqual([{ type: 7, data: fromHex('01') }]);
    expect(toHex(pictureMessage(decoded, decoded).payload)).toBe(toHex(payload));
  });

  it('reads UTF-16 with a byte order mark or half a character with a warning', () => {
    for (const [hex, text] of [
      ['010004feff0041', 'A'],
      ['0100040041d83d', 'A\ufffd'],
      ['0100024100', '\u4100'],
      ['01000341', undefined],
    ] as const) {
      if (text === undefined) {
        expect(() => decodePictureMessage(items(hex))).toThrow(
          expect.objectContaining({ code: 'smart/item-length' }),
        );
      } else expect(decodePictureMessage(items(hex)).text).toBe(text);
    }
    expect(decodePictureMessage(items('010004feff0041')).warnings).toMatchObject([{ code: 'smart/text' }]);
    expect(decodePictureMessage(items('0100024100')).warnings).toEqual([]);
  });

  it('refuses what is not a picture message', () => {
    for (const [hex, code] of [
      ['', 'smart/version'],
      ['ff', 'smart/version'],
      ['30', 'smart/missing-item'],
      ['30000001', 'smart/item-length'],
      ['3002', 'bytes/truncated'],
      ['30020002000a', 'bytes/truncated'],
      ['30000001', 'smart/item-length'],
      ['300000024869', 'smart/missing-item'],
    ] as const) {
      expect(() => decodePictureMessage(fromHex(hex)), hex).toThrow(expect.objectContaining({ code }));
    }
    const huge = bitmapOfRows(Array.from({ length: 800 }, () => '.'.repeat(800)));
    expect(() => pictureMessage({ bitmap: huge })).toThrow(
      expect.objectContaining({ code: 'smart/item-length' }),
    );
  });
});

describe('downloadableProfile', () => {
  const tune = tuneOf('Twinkle:d=4,o=5,b=100:c,c,g,g,a,a,2g');

  it('holds any of the three items', () => {
    const contents = [{ profileName: 'Żółw' }, { tune }, { screenSaver: picture }, { profileName: '', tune }];
    for (const content of contents) {
      const { payload, port, warnings } = downloadableProfile(content);
      expect({ port, warnings }).toEqual({ port: 5514, warnings: [] });
      expect(decodeDownloadableProfile(payload, { strict: true })).toMatchObject(content);
    }
    expect(() => downloadableProfile({})).toThrow(expect.objectContaining({ code: 'smart/missing-item' }));
  });

  it('writes the order of smsj when asked', () => {
    const itemOrder: ProfileItem[] = ['profile-name', 'screen-saver', 'ringing-tone'];
    const { payload } = downloadableProfile({ profileName: 'A', tune, screenSaver: picture }, { itemOrder });
    const decoded = decodeDownloadableProfile(payload);
    expect(decoded.itemOrder).toEqual(itemOrder);
    expect(toHex(downloadableProfile(decoded, decoded).payload)).toBe(toHex(payload));
  });

  it('passes on what is said about its tone, and warns of a long one', () => {
    const long = tuneOf(`A name of more than 15:d=4,o=5,b=100:${'c,d,e,'.repeat(40)}f`);
    const { warnings, payload } = downloadableProfile({ tune: long });
    expect(warnings.map(({ code }) => code)).toEqual(['ringtone/title-cut', 'smart/tone-too-long']);
    const cut = payload.slice(0, -40);
    cut[3] = (payload.length - 44) & 0xff;
    const start = 4;
    expect(decodeDownloadableProfile(cut).warnings).toMatchObject([{ code: 'ringtone/cut-short' }]);
    expect(decodeDownloadableProfile(cut).warnings[0]?.offset).toBeGreaterThan(start);
    expect(() => decodeDownloadableProfile(fromHex('3003000102'))).toThrow(
      expect.objectContaining({ path: 'items[0]' }),
    );
  });
});

describe('ringingToneMessage', () => {
  it('gives payload, port and RTTTL', () => {
    const tune = tuneOf('fifth:d=8,o=5,b=63:g,g,g,2d#');
    const message = ringingToneMessage(tune);
    expect(message).toMatchObject({ port: 5505, bareContent: 'fifth:d=8,o=5,b=63:g,g,g,2d#', warnings: [] });
    expect(decodeSmartMessage(5505, message.payload)).toMatchObject({ kind: 'ringing-tone', ...tune });
    expect(decodeRingingTone(message.payload)).toMatchObject(tune);
  });

  it('has no RTTTL for a tune that RTTTL cannot say', () => {
    const message = ringingToneMessage(tuneOf('x:d=4,o=5,b=100:c,b=200,c'));
    expect(message.bareContent).toBeUndefined();
    expect(message.parts).toHaveLength(1);
  });

  it('refuses more than four patterns of 255 instructions', () => {
    const notes = (count: number) => tuneOf(`x:d=4,o=5,b=100:${'c,'.repeat(count - 1)}c`);
    // Each pattern says scale and tempo anew.
    const message = ringingToneMessage(notes(4 * 253));
    expect(decodeRingingTone(message.payload).events).toHaveLength(4 * 253);
    expect(message.warnings.map(({ code }) => code)).toContain('smart/too-many-parts');
    expect(() => ringingToneMessage(notes(4 * 253 + 1))).toThrow(
      expect.objectContaining({ code: 'ringtone/too-many-instructions' }),
    );
  });
});

describe('the examples of the gateway manual', () => {
  interface Seed {
    readonly name: string;
    readonly hex: string;
    readonly networkCode: { readonly mcc: string; readonly mnc: string } | null;
    readonly rows: readonly string[];
  }
  const [graphic, logo, wrongPicture] = vectorsOf<Seed>('seed-decoded');

  it('reads GroupGraphic and writes it again', () => {
    const decoded = decodeGroupGraphic(fromHex(graphic?.hex ?? ''));
    expect(decoded).toMatchObject({ bitmap: { rows: graphic?.rows }, form: 'short', warnings: [] });
    expect(toHex(groupGraphic(decoded, decoded).bareContent)).toBe(graphic?.hex);
  });

  it('reads OperatorLogo and writes it again', () => {
    const decoded = decodeOperatorLogo(fromHex(logo?.hex ?? ''));
    expect(decoded).toMatchObject({ bitmap: { rows: logo?.rows }, ...networkOf(logo), warnings: [] });
    expect(toHex(operatorLogo(decoded, decoded).bareContent)).toBe(logo?.hex);
  });

  it('reads PictureMessage with a warning that says what is wrong', () => {
    const decoded = decodePictureMessage(fromHex(wrongPicture?.hex ?? ''));
    expect(decoded.bitmap.rows).toEqual(wrongPicture?.rows);
    expect(decoded.warnings).toHaveLength(1);
    expect(decoded.warnings[0]).toMatchObject({ code: 'smart/operator-logo', severity: 'warning' });
    expect(decoded.warnings[0]?.message).toMatch(/operator logo.*244 05.*72x14/);
    expect(() => decodePictureMessage(fromHex(wrongPicture?.hex ?? ''), { strict: true })).toThrow(
      expect.objectContaining({ code: 'smart/operator-logo' }),
    );
  });

  function networkOf(seed: Seed | undefined): object {
    return { mcc: seed?.networkCode?.mcc, mnc: seed?.networkCode?.mnc };
  }
});

describe('decodeSmartMessage', () => {
  it('refuses ports of other content', () => {
    for (const port of [0, 2948, 9204]) {
      expect(() => decodeSmartMessage(port, new Uint8Array(4))).toThrow(
        expect.objectContaining({ code: 'smart/unknown-port' }),
      );
    }
  });

  it('survives damage and truncation', () => {
    const next = random();
    const inputs = vectors.map(({ userData, port }) => ({ port, payload: fromHex(userData) }));
    for (const { port, payload } of inputs) {
      const other = inputs[Math.floor(next() * inputs.length)]?.payload ?? payload;
      const damaged = Array.from({ length: runs(200) }, () => mutate(payload, other, next));
      const cut = Array.from({ length: 80 }, (_, length) => payload.subarray(0, length));
      for (const bytes of [...damaged, ...cut]) {
        try {
          expect(decodeSmartMessage(port, bytes).kind).toBeDefined();
        } catch (error) {
          if (!isMmsError(error)) throw error;
        }
      }
    }
  });

  it('stops after 64 items', () => {
    const payload = new Uint8Array(1_000_000).fill(0);
    payload[0] = 0x30;
    expect(() => decodePictureMessage(payload)).toThrow(
      expect.objectContaining({ code: 'smart/too-many-items' }),
    );
    expect(() => decodePictureMessage(payload.subarray(0, 1 + 64 * 3))).toThrow(
      expect.objectContaining({ code: 'smart/missing-item' }),
    );
  });
});
