import { describe, expect, it } from 'vitest';
import { manyRecipients } from '../../../src/submit/form/rules.ts';
import { type GatewayMessage, validateMessage } from '../../../src/submit/index.ts';

const NUMBER = '447700900123';
const OTHER = '447700900124';
const TO = [NUMBER];
const MMS = { kind: 'mms', to: TO, library: 80_000 } as const;
const SI = { kind: 'service-indication', to: TO, href: 'a:b' } as const;
const CARD = 'BEGIN:VCARD\r\nVERSION:2.1\r\nN:A\r\nEND:VCARD\r\n';
const CALENDAR =
  'BEGIN:VCALENDAR\r\nVERSION:1.0\r\nBEGIN:VEVENT\r\nDTSTART:20300101T000000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
const EARLY = '2030-01-01T00:00:00';
const LATE = '2030-01-02T00:00:00';
/** Width, height, depth and no more than that of a picture. */
const TORN = new Uint8Array([0, 72, 14, 1, 0]);

function found(message: GatewayMessage): string[] {
  return validateMessage(message).map(({ code, path }) => `${code} ${path}`);
}

it.each<[string, GatewayMessage, string[]]>([
  ['a copy to another number', { ...MMS, cc: [OTHER] }, []],
  ['a copy to nobody', { kind: 'mms', addressBook: 'A', library: 80_000 }, []],
  ['a copy to the same number', { ...MMS, cc: [OTHER, NUMBER] }, ['submit/duplicate-recipient cc']],
  ['a hidden copy to the same number', { ...MMS, bcc: TO }, ['submit/duplicate-recipient cc']],
  ['a delay alone', { ...MMS, delayMinutes: 1 }, []],
  ['an icon that breaks off', { kind: 'group-graphic', to: TO, bitmap: TORN }, ['submit/bitmap-form bitmap']],
  [
    'a picture that breaks off',
    { kind: 'picture-message', to: TO, bitmap: TORN },
    ['submit/bitmap-form bitmap'],
  ],
  [
    'a logo that breaks off',
    { kind: 'operator-logo', to: TO, mcc: '234', mnc: '33', bitmap: TORN },
    ['submit/logo-network bitmap'],
  ],
  ['a card', { kind: 'vcard', to: TO, card: CARD }, []],
  [
    'a card with a slip',
    { kind: 'vcard', to: TO, card: CARD.replace('N:A', 'X\r\nN:A') },
    ['submit/card-slips card'],
  ],
  [
    'a card that is not there',
    JSON.parse('{ "kind": "vcard", "to": ["447700900123"] }'),
    ['submit/missing card'],
  ],
  ['no card', { kind: 'vcard', to: TO, card: 'x' }, ['submit/card-slips card']],
  ['an entry', { kind: 'vcalendar', to: TO, calendar: CALENDAR }, []],
  ['no entry', { kind: 'vcalendar', to: TO, calendar: 'x' }, ['submit/card-slips calendar']],
  ['a link that is told apart', { ...SI, id: '1' }, []],
  ['a link that is not', SI, ['submit/si-id-missing id']],
  ['a link that was made once', { ...SI, id: '1', created: LATE }, []],
  ['a link that expires', { ...SI, id: '1', expires: EARLY }, []],
  ['a link that expires later', { ...SI, id: '1', created: EARLY, expires: LATE }, []],
  ['a link that expires before', { ...SI, id: '1', created: LATE, expires: EARLY }, ['submit/value expires']],
  [
    'a header with its length',
    { kind: 'pdu', to: TO, userDataHeader: new Uint8Array([1, 0]), text: 'x' },
    [],
  ],
])('%s', (_, message, expected) => {
  expect(found(message)).toEqual(expected);
});

describe('the slips of a card', () => {
  it('are told up to the third', () => {
    const lines = ['X', 'Y', 'Z', 'W'].map(name => `${name}\r\n`).join('');
    const [slips] = validateMessage({
      kind: 'vcard',
      to: TO,
      card: CARD.replace('N:A\r\n', `N:A\r\n${lines}`),
    });
    const told = ['X', 'Y', 'Z'].map(name => `expected a property, found '${name}'`);
    expect(slips?.message).toBe(told.join('; '));
  });
});

describe('a list of numbers', () => {
  it('is long from 351 on', () => {
    expect(manyRecipients(350)).toEqual([]);
    expect(manyRecipients(351)).toMatchObject([
      { code: 'submit/many-recipients', path: 'to', hint: 'send in chunks' },
    ]);
  });

  it('that is long is told of with what to do', () => {
    const to = Array.from({ length: 351 }, (_, index) => String(447_700_900_000 + index));
    expect(validateMessage({ ...MMS, to })).toMatchObject([{ path: 'to', hint: 'send in chunks' }]);
    expect(validateMessage({ ...MMS, bcc: to.slice(0, 350) })).toMatchObject([{ path: 'cc' }]);
    expect(found({ ...MMS, to: [OTHER], bcc: to }).at(-1)).toBe('submit/many-recipients bcc');
  });
});
