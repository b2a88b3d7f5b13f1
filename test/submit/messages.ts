import fc from 'fast-check';
import type { GatewayMessage, MessageKind } from '../../src/submit/index.ts';
import { PHONE_MAKES, SI_ACTIONS } from '../../src/submit/index.ts';

/** Texts with the characters that a form could trip over. */
function texts(maxLength: number, extra: readonly string[] = []): fc.Arbitrary<string> {
  const tricky = [
    '&',
    '=',
    '%',
    '+',
    ' ',
    ',',
    ';',
    ':',
    '#',
    '?',
    '~',
    "'",
    '*',
    '!',
    'é',
    '€',
    '😀',
    'א',
    ...extra,
  ];
  const unit = fc.oneof(
    fc.constantFrom(...tricky, '&PIN=', '%00', 'amp;'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  );
  return fc
    .array(unit, { minLength: 1, maxLength: 12 })
    .map(parts => [...parts.join('').replace(/[\p{Cc}\p{Cs}]/gu, '-')].join(''))
    .map(text => cut(text, maxLength))
    .filter(text => text !== '');
}

/** At most so many UTF-16 units, never half a character. */
function cut(text: string, maxLength: number): string {
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > maxLength) break;
    kept += character;
  }
  return kept;
}

const line = texts(200);
const lines = fc.tuple(line, line).map(([first, second]) => `${first}\r\n${second}`);
const prompt = texts(50);
const digits = (minLength: number, maxLength: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength, maxLength }).map(values => values.join(''));
const number = fc
  .tuple(fc.integer({ min: 1, max: 9 }), digits(6, 14))
  .map(([first, rest]) => `${first}${rest}`);
const numbers = fc.uniqueArray(number, { minLength: 1, maxLength: 5 });
const octets = fc.uint8Array({ minLength: 1, maxLength: 40 });
const bitmap = fc.uint8Array({ minLength: 5, maxLength: 40 });
const library = fc.integer({ min: 1, max: 99999 });
const seconds = {
  min: new Date('0000-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59Z'),
  noInvalidDate: true,
};
const moment = fc.date(seconds).map(date => new Date(Math.floor(date.getTime() / 1000) * 1000));
const name = fc.stringMatching(/^[A-Za-z0-9_-]{1,20}\.[a-z0-9]{1,5}$/);
const list = fc.stringMatching(/^[A-Za-z0-9 &=%]{1,10}(::[A-Za-z ]{1,10})?$/);
const contentType = fc.constantFrom(
  'image/gif',
  'application/vnd.wap.mms-message',
  'text/plain; charset="utf-8"',
);
const file = fc.record({ name, data: octets, contentType }, { requiredKeys: ['name', 'data'] });

type Fields = Record<string, fc.Arbitrary<unknown>>;

const common: Fields = {
  addressBook: list,
  replyTo: line,
  phoneModel: line,
  extraParameters: fc
    .dictionary(fc.stringMatching(/^X-[A-Za-z0-9]{1,8}$/), line, {
      minKeys: 1,
      maxKeys: 3,
      noNullPrototype: true,
    })
    .filter(
      extra => new Set(Object.keys(extra).map(key => key.toLowerCase())).size === Object.keys(extra).length,
    ),
};
const phoneMake = { phoneMake: fc.constantFrom(...PHONE_MAKES) };
const delivery: Fields = { adapt: fc.boolean(), walledGardenRule: fc.boolean() };

/** For each kind: what is always there, what may be there, and of which one thing is there. */
const SHAPES: Readonly<Record<MessageKind, { must?: Fields; may?: Fields; one: readonly Fields[] }>> = {
  text: { one: [{ text: lines }], may: phoneMake },
  'picture-message': { one: [{ library }, { bitmap }], must: phoneMake, may: { text: lines } },
  'group-graphic': { one: [{ library }, { bitmap }], must: { phoneMake: fc.constant('Nokia') } },
  'operator-logo': {
    one: [{ library }, { bitmap }],
    must: { ...phoneMake, mcc: digits(3, 3), mnc: digits(2, 3) },
  },
  ringtone: { one: [{ library }, { tune: lines }], must: phoneMake },
  vcard: { one: [{ card: lines }], may: phoneMake },
  vcalendar: { one: [{ calendar: lines }], may: phoneMake },
  mms: {
    one: [{ library }, { file }],
    may: {
      ...delivery,
      cc: numbers,
      bcc: numbers,
      ccAddressBook: list,
      bccAddressBook: list,
      subject: prompt,
      smil: fc.constantFrom('auto', 'always', 'never'),
    },
  },
  'wap-push': { one: [{ library }, { file }], may: { ...delivery, text: prompt } },
  'service-indication': {
    one: [{ href: fc.webUrl({ withQueryParameters: true, withFragments: true }) }],
    may: {
      id: line,
      created: moment,
      action: fc.constantFrom(...SI_ACTIONS),
      text: line,
      info: fc.record({ text: line, class: line }),
    },
  },
  pdu: {
    one: [{ userData: octets }, { text: lines }],
    must: {
      dataCodingScheme: fc.integer({ min: 0, max: 255 }),
      protocolIdentifier: fc.integer({ min: 0, max: 255 }),
      userDataHeader: octets.map(data => new Uint8Array([data.length, ...data])),
    },
  },
};

function optional(fields: Fields): fc.Arbitrary<object> {
  return fc.record(fields, { requiredKeys: [], noNullPrototype: true });
}

const timing = fc.oneof(
  fc.constant({}),
  fc.record({ delayMinutes: fc.integer({ min: 1, max: 10080 }) }),
  fc.record({ sendAt: moment }),
);

function messageOf(kind: MessageKind): fc.Arbitrary<GatewayMessage> {
  const { must = {}, may = {}, one } = SHAPES[kind];
  return fc
    .tuple(
      fc.record({ to: numbers, ...must }, { noNullPrototype: true }),
      optional({ ...common, ...may }),
      fc.oneof(...one.map(fields => fc.record(fields, { noNullPrototype: true }))),
      timing,
    )
    .map(parts => Object.assign({ kind }, ...parts));
}

/** Any valid message in the form in which `decodeForm` gives it back. */
export const anyMessage: fc.Arbitrary<GatewayMessage> = fc.oneof(
  messageOf('text'),
  messageOf('picture-message'),
  messageOf('group-graphic'),
  messageOf('operator-logo'),
  messageOf('ringtone'),
  messageOf('vcard'),
  messageOf('vcalendar'),
  messageOf('mms'),
  messageOf('wap-push'),
  messageOf('service-indication'),
  messageOf('pdu'),
);
