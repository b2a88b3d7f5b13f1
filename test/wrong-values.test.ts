import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeWbmp, toBitmap } from '../src/bitmap/index.ts';
import { encodeEms } from '../src/ems/index.ts';
import { isMmsError } from '../src/errors.ts';
import { lint } from '../src/lint/index.ts';
import { adaptImage, detectMedia, findProfile, safePartName } from '../src/media/index.ts';
import { mmsNotification } from '../src/message/index.ts';
import { decodePdu, encodePdu } from '../src/mms/index.ts';
import { Presentation, presentation } from '../src/presentation/index.ts';
import {
  encodeOtaSettings,
  encodeProvisioning,
  formatProvisioning,
  otaSettingsPush,
  provisioningPush,
} from '../src/provisioning/index.ts';
import {
  encodePushSms,
  encodeServiceIndication,
  encodeServiceLoading,
  SI_LANGUAGE,
} from '../src/push/index.ts';
import {
  cardMessage,
  downloadableProfile,
  encodeOtaBitmap,
  encodeSmartSms,
  formatSckl,
  groupGraphic,
  operatorLogo,
  parseSckl,
  pictureMessage,
} from '../src/smart/index.ts';
import { buildSmil, completeSmil, formatSmil } from '../src/smil/index.ts';
import { encodeSms, encodeSubmit, encodeUdh } from '../src/sms/index.ts';
import { encodeForm } from '../src/submit/index.ts';
import { encodeWbxml } from '../src/wbxml/index.ts';
import { encodeMultipart, encodePush } from '../src/wsp/index.ts';
import { runs, SEED } from './support/property.ts';

const bitmap = { width: 8, height: 2, rows: ['#.#.#.#.', '.#.#.#.#'] };
const data = new TextEncoder().encode('Hi');
const slides = [{ text: { src: 'a.txt', alt: 'a', beginMs: 0, endMs: 1000 }, durationMs: 5000 }];
const smil = completeSmil(buildSmil(slides, {}));
const part = { contentType: 'text/plain', parameters: { name: 'a.txt' }, data };
const message = await Presentation.fromFiles([{ name: 'a.txt', data }]);
const settings = { characteristics: [{ type: 'NAPDEF', content: [{ name: 'NAME', value: 'x' }] }] };
const pixels = { width: 2, height: 2, rgba: new Uint8Array(16) };

type Call = (...args: never[]) => unknown;

/** Every builder and encoder with arguments that it takes. */
const PLACES: Readonly<Record<string, { readonly call: Call; readonly args: readonly unknown[] }>> = {
  pictureMessage: {
    call: pictureMessage,
    args: [
      { bitmap, text: 'Hi' },
      { unicode: true, itemOrder: ['bitmap', 'text'], reference: 1 },
    ],
  },
  operatorLogo: { call: operatorLogo, args: [{ bitmap, mcc: '244', mnc: '05' }, { form: 'short' }] },
  groupGraphic: { call: groupGraphic, args: [{ bitmap }, { rowPadding: 'none' }] },
  downloadableProfile: {
    call: downloadableProfile,
    args: [{ profileName: 'Work', screenSaver: bitmap }, {}],
  },
  encodeOtaBitmap: { call: encodeOtaBitmap, args: [bitmap, { rowPadding: 'octet' }] },
  toBitmap: {
    call: toBitmap,
    args: [pixels, { width: 2, fit: 'contain', dither: 'none', threshold: 9, invert: true }],
  },
  adaptImage: {
    call: adaptImage,
    args: [
      encodeWbmp(bitmap),
      { formats: ['wbmp'], maxWidth: 9, maxBytes: 999, background: '#fff', animation: true },
    ],
  },
  safePartName: { call: safePartName, args: ['a b.txt', ['c.txt']] },
  buildSmil: {
    call: buildSmil,
    args: [slides, { layout: { width: 99 }, metas: [{ name: 'a', content: 'b' }] }],
  },
  completeSmil: { call: completeSmil, args: [smil, { layout: { preset: 'image-above-text' } }] },
  formatSmil: { call: formatSmil, args: [smil] },
  lint: { call: lint, args: [{ parts: [part] }, { mode: 'free', rules: { 'name/too-long': 'off' } }] },
  presentation: {
    call: (options: never) => presentation(options).slide({ text: 'Hi' }).build(),
    args: [{ subject: 'Hi', layout: { width: 99 } }],
  },
  slide: {
    call: (slide: never) => presentation().slide(slide).build(),
    args: [{ text: { value: 'Hi', charset: 'utf-8' }, duration: '5s' }],
  },
  attach: {
    call: (attachment: never) => presentation().slide({ text: 'Hi' }).attach(attachment).build(),
    args: [{ value: 'Hi', name: 'a.txt' }],
  },
  fromFiles: {
    call: (a: never, b: never) => Presentation.fromFiles(a, b),
    args: [[{ name: 'a.txt', data }], {}],
  },
  fromZip: { call: (a: never, b: never) => Presentation.fromZip(a, b), args: [await message.toZip(), {}] },
  fromMms: { call: (a: never, b: never) => Presentation.fromMms(a, b), args: [message.toMms(), {}] },
  fromManifest: {
    call: (a: never, b: never) => Presentation.fromManifest(a, b),
    args: [{ slides: [{ text: 'Hi' }] }, {}],
  },
  toMms: {
    call: (options: never) => message.toMms(options),
    args: [{ to: ['+447700900123'], subject: 'Hi', messageType: 'm-send-req' }],
  },
  adapt: {
    call: (a: never, b: never) => message.adapt(a, b),
    args: [{ maxBytes: 9999, maxImage: { width: 9, height: 9 } }, {}],
  },
  encodePdu: {
    call: encodePdu,
    args: [
      {
        messageType: 'm-send-req',
        transactionId: 'T1',
        to: ['+447700900123'],
        deliveryTime: { relative: 5 },
        mmFlags: [{ action: 'add', text: 'x' }],
        contentType: { type: 'application/vnd.wap.multipart.mixed', parameters: { start: '<a>' } },
        parts: [{ ...part, contentId: '<a>', headers: [{ name: 'x-a', value: 'b' }] }],
      },
    ],
  },
  encodeMultipart: { call: encodeMultipart, args: [[part]] },
  encodePush: {
    call: encodePush,
    args: [
      { contentType: { type: 'text/plain', parameters: { charset: 'utf-8' } }, body: data, headers: [] },
    ],
  },
  encodeServiceIndication: {
    call: encodeServiceIndication,
    args: [{ href: 'http://a.example/', content: 'x' }],
  },
  encodeServiceLoading: { call: encodeServiceLoading, args: [{ href: 'http://a.example/' }] },
  mmsNotification: {
    call: mmsNotification,
    args: [
      {
        transactionId: 'T1',
        messageClass: 'personal',
        messageSize: 9,
        expiry: { relative: 9 },
        contentLocation: 'http://a.example/m',
      },
    ],
  },
  encodeWbxml: {
    call: (input: never) => encodeWbxml(input, SI_LANGUAGE),
    args: [{ root: { name: 'si', attributes: new Map(), children: ['x', { token: 0x40, text: 'y' }] } }],
  },
  encodePushSms: { call: encodePushSms, args: [data, { to: '+447700900123' }] },
  encodeSms: { call: encodeSms, args: [{ to: '+447700900123', text: 'Hi', ports: { destination: 9204 } }] },
  encodeSubmit: {
    call: encodeSubmit,
    args: [{ to: '+447700900123', dataCodingScheme: 4, userData: data, userDataLength: 2 }],
  },
  encodeUdh: { call: encodeUdh, args: [[{ id: 0x70, data }]] },
  encodeSmartSms: {
    call: encodeSmartSms,
    args: [{ parts: groupGraphic({ bitmap }).parts }, { to: '+447700900123' }],
  },
  cardMessage: { call: cardMessage, args: ['vcard', 'BEGIN:VCARD', { maxParts: 3 }] },
  formatSckl: { call: formatSckl, args: [{ destinationPort: 5505, payload: data }, {}] },
  parseSckl: { call: parseSckl, args: [['//SCKL1581 024A3A']] },
  encodeEms: {
    call: encodeEms,
    args: [
      [
        { type: 'text', text: 'Hi', format: { bold: true } },
        { type: 'sound', number: 3 },
      ],
      { to: '+447700900123' },
    ],
  },
  encodeProvisioning: { call: encodeProvisioning, args: [settings] },
  formatProvisioning: { call: formatProvisioning, args: [settings] },
  encodeOtaSettings: { call: encodeOtaSettings, args: [settings] },
  provisioningPush: { call: provisioningPush, args: [data, { method: 'userpin', pin: '1234' }] },
  otaSettingsPush: { call: otaSettingsPush, args: [data, 'settings'] },
  detectMedia: { call: detectMedia, args: [{ name: 'a.txt', data }] },
  findProfile: { call: findProfile, args: ['nokia-6230'] },
  decodePdu: { call: decodePdu, args: [message.toMms()] },
  encodeForm: { call: encodeForm, args: [{ kind: 'text', to: ['447700900123'], text: 'Hi' }] },
};

/** What JSON, or a careless program, puts in the place of a value. */
const WRONG: readonly unknown[] = [
  null,
  5,
  -1,
  Number.NaN,
  true,
  '',
  'x',
  [],
  [5],
  [null],
  {},
  { a: 5 },
  () => 5,
];

/** The same value with another one at every place in it. */
function* changed(value: unknown): Generator<unknown> {
  yield* WRONG;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      for (const one of changed(item)) yield value.with(index, one);
  } else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
    for (const [key, item] of Object.entries(value))
      for (const one of changed(item)) yield { ...value, [key]: one };
  }
}

async function errorOf(call: Call, args: readonly unknown[]): Promise<unknown> {
  try {
    await call(...(args as never[]));
    return undefined;
  } catch (error) {
    return error;
  }
}

describe.each(Object.entries(PLACES))('%s', (_, { call, args }) => {
  it('takes what is right', async () => {
    expect(await errorOf(call, args)).toBeUndefined();
  });

  it('answers every wrong value with a code', async () => {
    for (const [position, arg] of args.entries()) {
      for (const wrong of changed(arg)) {
        const error = await errorOf(call, args.with(position, wrong));
        if (error === undefined || isMmsError(error)) continue;
        expect.fail(
          `argument ${position} ${JSON.stringify(wrong)}: ${String(error)} ${(error as Error).stack}`,
        );
      }
    }
  });

  it('answers any JSON with a value or a code', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(args.length - 1), fc.jsonValue(), async (position, json) => {
        const error = await errorOf(call, args.with(position, json));
        expect(error === undefined || isMmsError(error)).toBe(true);
      }),
      { seed: SEED, numRuns: runs(60) },
    );
  });

  it('says where and what was expected of an argument that is none', async () => {
    for (const position of args.keys()) {
      const error = await errorOf(call, args.with(position, 5));
      expect(isMmsError(error)).toBe(true);
      expect(error).toMatchObject({ message: expect.stringMatching(/expected|missing|needs/) });
    }
  });
});
