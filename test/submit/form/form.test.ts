import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex } from '../../../src/bytes/index.ts';
import type { MmsError } from '../../../src/errors.ts';
import { parseRtttl } from '../../../src/ringtone/index.ts';
import { decodeOperatorLogo, decodeOtaBitmap } from '../../../src/smart/index.ts';
import { encodeSms, type SmsSegment } from '../../../src/sms/index.ts';
import { LONGEST_FORM } from '../../../src/submit/form/bounds.ts';
import { joinFields, requestFields } from '../../../src/submit/form/form.ts';
import {
  decodeForm,
  encodeForm,
  FORM_PARAMETERS,
  type GatewayMessage,
  MESSAGE_KINDS,
  type MessageKind,
  messageFromJson,
  messageToJson,
  type ParameterRow,
  percentDecode,
  percentEncode,
  validateMessage,
} from '../../../src/submit/index.ts';
import { expectLinear } from '../../support/growth.ts';
import { runs } from '../../support/property.ts';
import { anyMessage } from '../messages.ts';

interface Example {
  readonly name: string;
  readonly username: string;
  readonly pin: string;
  readonly message: unknown;
  readonly printed: string;
  readonly corrected: string;
  readonly warnings: readonly string[];
}

const EXAMPLES: readonly Example[] = JSON.parse(
  readFileSync(new URL('../../vectors/submit/manual-examples.json', import.meta.url), 'utf8'),
);

const TO = ['447700900123'];

/** A text in the message of an example of the manual. */
function textOf(number: number, key: string): string {
  const { message } = EXAMPLES[number - 1] ?? {};
  return String(Object(message)[key]);
}

function octetsOf(number: number, key: string): Uint8Array {
  return fromHex(textOf(number, key));
}

function segmentOf(number: number, port: number): SmsSegment {
  const ports = { destination: port, source: 0 };
  const [segment] = encodeSms({ to: '+447700900123', text: textOf(number, 'text'), ports });
  if (segment === undefined) throw new Error('no segment');
  return segment;
}

function codesOf(run: () => unknown): readonly string[] {
  try {
    run();
  } catch (error) {
    return ((error as MmsError).details?.issues ?? []).map(({ code, path }) => `${code} ${path}`);
  }
  throw new Error('nothing was thrown');
}

/** Runs what may give a value or an error of ours. */
function settle(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    expect(error).toMatchObject({ name: 'MmsError' });
  }
}

describe('percent-encoding', () => {
  it.each([
    ["a b+c,d:e=f&g~h*i'j(k)!é€\r\n", 'a%20b%2Bc%2Cd%3Ae%3Df%26g~h%2Ai%27j%28k%29%21%C3%A9%E2%82%AC%0D%0A'],
    ['Hello World', 'Hello%20World'],
    ['א', '%D7%90'],
    ['😀', '%F0%9F%98%80'],
    ['AZaz09-._~', 'AZaz09-._~'],
  ])('writes %j', (text, encoded) => {
    expect(percentEncode(text)).toBe(encoded);
    expect(percentDecode(encoded)).toEqual({ text, wellFormed: true });
  });

  it('keeps what is malformed', () => {
    expect(percentDecode('100%, %4')).toEqual({ text: '100%, %4', wellFormed: false });
    expect(percentDecode('%41%FFa')).toEqual({ text: 'A\ufffda', wellFormed: false });
    expect(percentDecode('a+b%2B')).toEqual({ text: 'a b+', wellFormed: true });
  });

  it('agrees with URLSearchParams on reading', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('%', '4', 'F', 'f', '+', '%C3%A9', 'z') }), text => {
        expect(percentDecode(text).text).toBe(new URLSearchParams(`x=${text}`).get('x'));
      }),
    );
  });
});

type Row = (typeof FORM_PARAMETERS)[number];
type FirstStep<Key> = Key extends `${infer First}.${string}` ? First : Key;
type KeyOfRow<R, Kind> = R extends { place: string }
  ? never
  : R extends { kinds: readonly (infer Kinds)[]; key: infer Key }
    ? Kind extends Kinds
      ? FirstStep<Key>
      : never
    : R extends { key: infer Key }
      ? FirstStep<Key>
      : never;
type TableKeys<Kind> = Row extends infer R ? (R extends unknown ? KeyOfRow<R, Kind> : never) : never;
type OwnKeys = 'kind' | 'extraParameters' | 'presentation' | 'segment' | 'ems' | 'network';
type MessageKeys<Kind> = Exclude<keyof Extract<GatewayMessage, { kind: Kind }>, OwnKeys>;
type Agree<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

describe('the parameter table', () => {
  it('has the same keys as the type of each kind', () => {
    // The compiler refuses this object when a key stands in one of the two only.
    const agree: { readonly [Kind in MessageKind]: Agree<TableKeys<Kind>, MessageKeys<Kind>> } = {
      text: true,
      'picture-message': true,
      'group-graphic': true,
      'operator-logo': true,
      ringtone: true,
      vcard: true,
      vcalendar: true,
      mms: true,
      'wap-push': true,
      'service-indication': true,
      pdu: true,
    };
    expect(Object.keys(agree).toSorted()).toEqual(Object.keys(MESSAGE_KINDS).toSorted());
  });

  const rows: readonly ParameterRow[] = FORM_PARAMETERS;

  it('has each pair of name and key once, and one order', () => {
    const pairs = rows.map(({ name, key, kinds }) => `${name} ${key} ${kinds?.join()}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(rows[0]?.name).toBe('Username');
    expect(rows.at(-1)?.name).toBe('ResponseFormat');
  });

  it('never writes two pairs of one name for a kind without alternatives', () => {
    const alternatives = new Set(['PictureMessage', 'GroupGraphic', 'OperatorLogo', 'Ringtone']);
    const kinds: MessageKind[] = [
      'text',
      'mms',
      'wap-push',
      'pdu',
      'vcard',
      'ringtone',
      'service-indication',
    ];
    for (const kind of kinds) {
      const names = rows.filter(row => row.kinds?.includes(kind) ?? true).map(row => row.name);
      const doubled = names.filter((name, index) => names.indexOf(name) !== index);
      expect(doubled.filter(name => !alternatives.has(name))).toEqual([]);
    }
  });

  it('has every parameter name of the manual', () => {
    expect([...new Set(rows.map(row => row.name))].toSorted()).toEqual(
      [
        ...['Username', 'PIN', 'ReplyTo', 'SendTo', 'SendToAddressBook', 'SendTimeDelay', 'SendTimeAbsolute'],
        ...['ResponseFormat', 'PictureMessage', 'GroupGraphic', 'PhoneMake', 'OperatorLogo', 'MCC', 'MNC'],
        ...['Ringtone', 'vCard', 'vCal', 'PhoneModel', 'MMSFileMMS', 'MMSNotificationFileName1'],
        ...[
          'MMSNotificationFileData1',
          'SendCc',
          'SendBcc',
          'SendCcAddressBook',
          'SendBccAddressBook',
          'Message',
        ],
        ...['ContentType', 'DisableRepurposing', 'DisableWalledGardenRule', 'AddSMIL', 'MMSFileWAP'],
        ...[
          'WAPPushFileName1',
          'WAPPushFileData1',
          'si-href',
          'si-id',
          'si-created',
          'si-expires',
          'si-action',
        ],
        ...['si-content', 'si-info-pcdata', 'si-info-class', 'SmsSubmitPduDataCodingScheme'],
        ...['SmsSubmitPduProtocolIdentifier', 'SmsSubmitPduUserDataHeader', 'SmsSubmitPduUserData'],
      ].toSorted(),
    );
  });
});

describe('the 19 examples of the manual', () => {
  it('are all there', () => expect(EXAMPLES).toHaveLength(19));

  it.each(EXAMPLES)('$name: is written as it ought to be', ({ message, username, pin, corrected }) => {
    const written = encodeForm(messageFromJson(message), { credentials: { username, pin } });
    expect(written).toBe(corrected);
  });

  it.each([
    [9, { tune: parseRtttl(textOf(9, 'tune')) }],
    [11, { bitmap: decodeOtaBitmap(octetsOf(11, 'bitmap')) }],
    [13, { bitmap: decodeOperatorLogo(octetsOf(13, 'bitmap')).bitmap }],
    [15, { bitmap: decodeOtaBitmap(octetsOf(15, 'bitmap')) }],
    [16, { card: { formattedName: 'Connection Software', tel: [{ number: '+442079460000' }] } }],
    [
      17,
      {
        calendar: {
          type: 'event',
          category: 'MEETING',
          status: 'TENTATIVE',
          start: '1996-04-01T03:30:00Z',
          end: '2006-01-01T04:30:00Z',
          summary: 'Meeting with CSoft',
          description: 'Meeting with Connection Software at their offices',
          visibility: 'PRIVATE',
        },
      },
    ],
    [18, { segment: segmentOf(18, 9204) }],
    [19, { segment: segmentOf(19, 5000) }],
  ])('%i: the same, made of objects of this library', (number, objects) => {
    const example = EXAMPLES[number - 1];
    const message = Object.assign({}, messageFromJson(example?.message), objects);
    if ('segment' in objects)
      for (const key of ['userDataHeader', 'text']) Reflect.deleteProperty(message, key);
    const credentials = { username: example?.username ?? '', pin: example?.pin ?? '' };
    expect(encodeForm(message, { credentials })).toBe(example?.corrected);
  });

  it.each(EXAMPLES)(
    '$name: is read back from the corrected body, strictly',
    ({ message, username, corrected }) => {
      const form = decodeForm(corrected, { strict: true });
      expect(messageToJson(form.message)).toEqual(message);
      expect([form.credentials?.username, form.responseFormat]).toEqual([username, 3]);
      expect(form.warnings.filter(({ severity }) => severity === 'error')).toEqual([]);
    },
  );

  it.each(EXAMPLES)(
    '$name: is read as printed, with a warning a slip',
    ({ printed, username, pin, warnings: expected }) => {
      const { message, credentials, warnings } = decodeForm(printed);
      expect(credentials?.username).toBe(username);
      expect(credentials?.revealPin()).toBe(pin);
      expect(message.to).toEqual(TO);
      expect(warnings.map(({ code, path }) => (path === undefined ? code : `${code} ${path}`))).toEqual(
        expected,
      );
    },
  );

  it('the strict reader refuses the ones with garbled separators, blanks and elided data', () => {
    const refused = EXAMPLES.filter(({ printed }) => {
      try {
        decodeForm(printed, { strict: true });
        return false;
      } catch {
        return true;
      }
    }).map(({ name }) => Number.parseInt(name, 10));
    expect(refused).toEqual([1, 7, 8, 9, 10, 12, 14, 15, 19]);
  });
});

describe('decodeForm', () => {
  it('refuses a longer list than is wanted before it makes anything of it', () => {
    const body = 'SendTo=447700900121,447700900122,447700900123&Message=x';
    expect(decodeForm(body, { maxRecipients: 3 }).message.to).toHaveLength(3);
    expect(() => decodeForm(body, { maxRecipients: 2 })).toThrow('SendTo: at most 2 numbers, found 3');
  });

  it('reads back what encodeForm wrote', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(anyMessage, message => {
        const form = decodeForm(encodeForm(message), { strict: true });
        expect(form.message).toEqual(message);
        expect(decodeForm(encodeForm(message)).message).toEqual(message);
      }),
      { numRuns: runs(2_500) },
    );
  });

  it('no value creates a parameter: URLSearchParams sees the same names', () => {
    fc.assert(
      fc.property(anyMessage, message => {
        const body = encodeForm(message, { credentials: { username: 'ANOther.12345', pin: '&PIN=%00+=' } });
        const seen = new URLSearchParams(body);
        expect(body).toMatch(/^[A-Za-z0-9._~%=&-]*$/);
        expect(body.split('&')).toHaveLength([...seen.keys()].length);
        expect(seen.getAll('PIN')).toEqual(['&PIN=%00+=']);
        expect(new Set(seen.keys()).size).toBe([...seen.keys()].length);
      }),
      { numRuns: runs(2_000) },
    );
  });

  it('mends raw text only, never what an encoded value says', () => {
    const message = { kind: 'text', to: TO, text: '&amp;PIN=1 SendTo=2&&' } as const;
    expect(decodeForm(encodeForm(message))).toMatchObject({ message, warnings: [] });
  });

  it.each([
    ['two groups', 'SendTo=447700900123&vCard=x&vCal=y', 'submit/conflict undefined'],
    ['no content', 'SendTo=447700900123', ''],
    ['a foreign parameter', 'SendTo=447700900123&vCard=x&AddSMIL=1', 'submit/form-foreign AddSMIL'],
    [
      'Message in a service indication',
      'SendTo=447700900123&si-href=a:b&Message=x',
      'submit/form-foreign Message',
    ],
    ['format 2', 'SendTo=447700900123&vCard=x&ResponseFormat=2', 'submit/form-value ResponseFormat'],
    ['a repeated name', 'SendTo=447700900123&vCard=x&vCard=x', 'submit/form-repeated vCard'],
    ['a bad escape', 'SendTo=447700900123&vCard=%4', 'submit/form-escape vCard'],
    ['no UTF-8', 'SendTo=447700900123&vCard=%FF', 'submit/form-escape vCard'],
    ['a number with a plus', 'SendTo=%2B447700900123&vCard=x', 'submit/form-number SendTo'],
    ['no recipient', 'vCard=x', 'submit/no-recipient to'],
    ['file data without name', 'SendTo=447700900123&WAPPushFileData1=00', 'submit/missing file.name'],
    [
      'odd hexadecimal',
      'SendTo=447700900123&WAPPushFileName1=a.gif&WAPPushFileData1=000',
      'submit/form-hex WAPPushFileData1',
    ],
    ['raw UTF-8', 'SendTo=447700900123&Message=é', 'submit/form-character Message'],
    [
      'both times',
      'SendTo=447700900123&Message=x&SendTimeDelay=1&SendTimeAbsolute=2030-01-01T00:00:00',
      'submit/conflict sendAt',
    ],
    [
      'a zone',
      'SendTo=447700900123&Message=x&SendTimeAbsolute=2030-01-01T00:00:00Z',
      'submit/form-value SendTimeAbsolute',
    ],
  ])('strictly refuses %s', (_, body, code) => {
    const codes = codesOf(() => decodeForm(body, { strict: true }));
    if (code !== '') expect(codes).toContain(code);
  });

  it('takes names in any case, a plus for a blank, unknown and empty parameters with a warning', () => {
    const form = decodeForm('username=A.1&PIN=1&sendto=447700900123&Message=a+b&Foo=1&ReplyTo=', {
      strict: true,
    });
    expect(form.message).toEqual({ kind: 'text', to: TO, text: 'a b', extraParameters: { Foo: '1' } });
    expect(form.warnings.map(({ code }) => code)).toEqual([
      ...[
        'submit/form-name',
        'submit/form-name',
        'submit/form-empty',
        'submit/form-plus',
        'submit/form-unknown',
      ],
    ]);
  });

  it('is harmless with hostile names and any octets', () => {
    const form = decodeForm('SendTo=447700900123&Message=x&__proto__=1&constructor=2&to%5B=3');
    expect(Object.getPrototypeOf(form.message)).toBe(Object.prototype);
    expect('1' in {}).toBe(false);
    expect(form.message.extraParameters).toEqual({ constructor: '2' });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.string({
            unit: fc.constantFrom('&', '=', '%', ' ', 'PIN', 'vCard', 'SendTo', 'x', '\n', '+', 'amp;'),
          }),
        ),
        body => {
          try {
            decodeForm(body);
          } catch (error) {
            expect(error).toMatchObject({ name: 'MmsError', code: expect.stringMatching(/^submit\//) });
          }
        },
      ),
      { numRuns: runs(3_000) },
    );
  });

  it.each(['&', '=', '%', ' ', 'a', 'amp;', 'PIN=', '&x=', 'SendTo=4,', '\n', '+', '%zz'])(
    'reads 1 MB of %j in linear time',
    unit => {
      const bodyOf = (length: number) => `SendTo=447700900123&Message=${unit.repeat(length / unit.length)}`;
      expectLinear(length => settle(() => decodeForm(bodyOf(length))), 1_000_000);
    },
  );
});

describe('validation', () => {
  const mms = { kind: 'mms', to: TO, library: 80000 } as const;
  const errorsOf = (message: unknown): string[] =>
    validateMessage(message as GatewayMessage)
      .filter(({ severity }) => severity === 'error')
      .map(({ code, path }) => `${code} ${path}`);
  const warningsOf = (message: unknown): string[] =>
    validateMessage(message as GatewayMessage)
      .filter(({ severity }) => severity !== 'error')
      .map(({ code, path }) => `${code} ${path}`);

  it('reports all problems together, with paths', () => {
    const codes = codesOf(() =>
      encodeForm({
        kind: 'mms',
        to: ['07700900123', '447700900123', '+44 (7700) 900-123'],
        cc: ['1'],
        library: 80000,
        file: { name: '../x.mms', data: new Uint8Array() },
        subject: 'x'.repeat(51),
        replyTo: 'a\r\nb',
        delayMinutes: 0,
        sendAt: '2030-01-01T00:00:00+01:00',
        extraParameters: { sendto: '1', 'a b': '\ud800' },
      }),
    );
    expect(codes).toEqual([
      'submit/conflict file',
      'submit/recipient to[0]',
      'submit/duplicate-recipient to[2]',
      'submit/recipient cc[0]',
      'submit/value delayMinutes',
      'submit/value sendAt',
      'submit/character replyTo',
      'submit/too-long subject',
      'submit/value file.name',
      'submit/value file.data',
      'submit/conflict extraParameters.sendto',
      'submit/value extraParameters.a b',
      'submit/character extraParameters.a b',
    ]);
  });

  it.each([
    ['49 characters', { ...mms, subject: 'x'.repeat(49) }, []],
    ['50 characters', { ...mms, subject: 'x'.repeat(50) }, []],
    ['51 characters', { ...mms, subject: 'x'.repeat(51) }, ['submit/too-long subject']],
    [
      'a prompt of 51',
      { kind: 'wap-push', to: TO, library: 80000, text: 'x'.repeat(51) },
      ['submit/too-long text'],
    ],
    [
      'a PDU text of 82',
      { kind: 'pdu', to: TO, userDataHeader: new Uint8Array([0]), text: 'x'.repeat(82) },
      [],
    ],
    [
      'a file name of 49',
      { kind: 'mms', to: TO, file: { name: `${'x'.repeat(45)}.mms`, data: new Uint8Array(1) } },
      [],
    ],
    [
      'a file name of 50',
      { kind: 'mms', to: TO, file: { name: `${'x'.repeat(46)}.mms`, data: new Uint8Array(1) } },
      [],
    ],
    [
      'a file name of 51',
      { kind: 'mms', to: TO, file: { name: `${'x'.repeat(47)}.mms`, data: new Uint8Array(1) } },
      ['submit/too-long file.name'],
    ],
    ['1 minute', { ...mms, delayMinutes: 1 }, []],
    ['10079 minutes', { ...mms, delayMinutes: 10079 }, []],
    ['10080 minutes', { ...mms, delayMinutes: 10080 }, []],
    ['10081 minutes', { ...mms, delayMinutes: 10081 }, ['submit/value delayMinutes']],
    ['0 minutes', { ...mms, delayMinutes: 0 }, ['submit/value delayMinutes']],
    ['half a minute', { ...mms, delayMinutes: 1.5 }, ['submit/value delayMinutes']],
    ['a library number of 6 digits', { ...mms, library: 100000 }, ['submit/value library']],
    ['library number 0', { ...mms, library: 0 }, ['submit/value library']],
    ['both times', { ...mms, delayMinutes: 1, sendAt: '2030-01-01T00:00:00' }, ['submit/conflict sendAt']],
    ['no recipient', { kind: 'mms', library: 80000 }, ['submit/no-recipient to']],
    ['an empty list', { ...mms, to: [] }, ['submit/no-recipient to']],
    ['cc outside MMS', { kind: 'wap-push', to: TO, library: 80000, cc: TO }, ['submit/conflict cc']],
    [
      'smil outside MMS',
      { kind: 'wap-push', to: TO, library: 80000, smil: 'never' },
      ['submit/conflict smil'],
    ],
    ['an unknown key', { ...mms, subjekt: 'x' }, ['submit/unknown-key subjekt']],
    ['no content', { kind: 'mms', to: TO }, ['submit/missing undefined']],
    ['a file without data', { kind: 'mms', to: TO, file: { name: 'a.mms' } }, ['submit/missing file.data']],
    [
      'another make',
      { kind: 'group-graphic', to: TO, library: 10000, phoneMake: 'Siemens' },
      ['submit/conflict phoneMake'],
    ],
    [
      'half an info',
      { kind: 'service-indication', to: TO, href: 'http://example.com', info: { text: 'x' } },
      ['submit/missing info.class'],
    ],
    [
      'expires before created',
      {
        kind: 'service-indication',
        to: TO,
        href: 'a:b',
        created: '2030-01-01T00:00:00',
        expires: '2030-01-01T00:00:00',
      },
      ['submit/value expires'],
    ],
    [
      'a link with a blank',
      { kind: 'service-indication', to: TO, href: 'http://a b' },
      ['submit/value href'],
    ],
    [
      'a wrong length octet',
      { kind: 'pdu', to: TO, userDataHeader: new Uint8Array([5, 0]), text: 'x' },
      ['submit/value userDataHeader'],
    ],
    [
      'text and user data',
      { kind: 'pdu', to: TO, userDataHeader: new Uint8Array([0]), text: 'x', userData: new Uint8Array(1) },
      ['submit/conflict text'],
    ],
    ['a number as text', { ...mms, to: '447700900123' }, ['submit/type to']],
    [
      'a digit as country code',
      { kind: 'operator-logo', to: TO, library: 10000, mcc: 234, mnc: '33' },
      ['submit/type mcc'],
    ],
    ['digits for a tune', { kind: 'ringtone', to: TO, tune: '73344' }, ['submit/value tune']],
    [
      'a bitmap of three octets',
      { kind: 'picture-message', to: TO, bitmap: new Uint8Array(3) },
      ['submit/value bitmap'],
    ],
    ['no such kind', { kind: 'fax', to: TO }, ['submit/missing kind']],
    ['the kind toString', { kind: 'toString', to: TO }, ['submit/missing kind']],
    ['no message', null, ['submit/missing kind']],
    ['30 February', { ...mms, sendAt: '2030-02-30T00:00:00' }, ['submit/value sendAt']],
    ['no date', { ...mms, sendAt: new Date(Number.NaN) }, ['submit/value sendAt']],
    ['a list with a colon too many', { ...mms, addressBook: 'A::B::C' }, ['submit/value addressBook']],
  ])('%s', (_, message, errors) => {
    expect(errorsOf(message)).toEqual(errors);
  });

  it.each(['\r', '\n', '\r\n', '\0', '\u0007', '\ud800', '\udc00x'])(
    'refuses %j in a single line',
    character => {
      expect(errorsOf({ ...mms, replyTo: `a${character}b` })).toEqual(['submit/character replyTo']);
    },
  );

  it.each(['\u0085', '\u2028', '\u2029', '\u202e'])('carries %j encoded', character => {
    const message: GatewayMessage = { ...mms, replyTo: `a${character}b` };
    expect(decodeForm(encodeForm(message)).message).toEqual(message);
  });

  it.each<[string, object, string, string]>([
    ['no object', { extraParameters: 'a=b' }, 'extraParameters', 'submit/type'],
    [
      'a name twice, by case',
      { extraParameters: { Foo: '1', foo: '2' } },
      'extraParameters.foo',
      'submit/conflict',
    ],
    [
      'a name of the manual',
      { extraParameters: { SendTo: '1' } },
      'extraParameters.SendTo',
      'submit/conflict',
    ],
    ['a name with a blank', { extraParameters: { 'a b': '1' } }, 'extraParameters.a b', 'submit/value'],
    ['a value that is no text', { extraParameters: { a: 1 } }, 'extraParameters.a', 'submit/type'],
    [
      'a recipient twice',
      { kind: 'mms', library: 80_001, subject: 'x', cc: TO },
      'cc',
      'submit/duplicate-recipient',
    ],
    [
      'an entry of no type',
      { kind: 'vcalendar', calendar: { type: 'diary' } },
      'calendar.type',
      'card/value',
    ],
  ])('finds %s', (_, fields, path, code) => {
    const message = JSON.parse(JSON.stringify({ kind: 'text', to: TO, text: 'Hi', ...fields }));
    if (message.kind !== 'text') delete message.text;
    expect(validateMessage(message)).toContainEqual(expect.objectContaining({ path, code }));
  });

  it('writes an unknown parameter as it is given, also an empty one', () => {
    const form = encodeForm({
      kind: 'text',
      to: TO,
      text: 'Hi',
      extraParameters: { Service: 'a b', Flag: '' },
    });
    expect(form).toMatch(/&Service=a%20b&Flag=&ResponseFormat=3$/);
  });

  it('writes a task as an entry of its own', () => {
    const calendar = { type: 'todo', summary: 'Call' } as const;
    expect(encodeForm({ kind: 'vcalendar', to: TO, calendar })).toContain('BEGIN%3AVTODO');
  });

  it('recipients: 350 are fine, 351 a warning; library ranges are warnings', () => {
    const to = (count: number) => Array.from({ length: count }, (_, index) => `44770090${1000 + index}`);
    expect(warningsOf({ ...mms, to: to(349) })).toEqual([]);
    expect(warningsOf({ ...mms, to: to(350) })).toEqual([]);
    expect(warningsOf({ ...mms, to: to(351) })).toEqual(['submit/many-recipients to']);
    expect(warningsOf({ ...mms, cc: to(351) })).toContain('submit/many-recipients cc');
    expect(warningsOf({ ...mms, library: 79999 })).toEqual(['submit/library-range library']);
    expect(warningsOf({ ...mms, library: 80000 })).toEqual([]);
    expect(warningsOf({ ...mms, library: 89999 })).toEqual([]);
    expect(warningsOf({ ...mms, library: 90000 })).toEqual(['submit/library-range library']);
  });

  it('a Unicode subject of more than 21 characters is a warning', () => {
    expect(warningsOf({ ...mms, subject: 'я'.repeat(21) })).toEqual([]);
    expect(warningsOf({ ...mms, subject: 'я'.repeat(22) })).toEqual(['submit/long-unicode-text subject']);
    expect(warningsOf({ ...mms, subject: 'é€'.repeat(25) })).toEqual([]);
  });

  it('fills in what the gateway wants', () => {
    const form = encodeForm({ kind: 'ringtone', to: ['+44 (7700) 900-123'], library: 1 });
    expect(form).toBe('SendTo=447700900123&Ringtone=1&PhoneMake=Nokia&ResponseFormat=3');
    const pdu = encodeForm({ kind: 'pdu', to: TO, userDataHeader: new Uint8Array([0]), text: 'x' });
    expect(pdu).toContain('SmsSubmitPduDataCodingScheme=00&SmsSubmitPduProtocolIdentifier=00');
  });

  it('never shows a PIN', () => {
    const codes = codesOf(() => encodeForm(mms, { credentials: { username: 'A', pin: 'CANARY 7f3a' } }));
    expect(codes).toEqual(['submit/value pin']);
    try {
      encodeForm(mms, { credentials: { username: 'A', pin: 'CANARY 7f3a' } });
    } catch (error) {
      expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain('CANARY');
    }
  });
});

describe('the form of a request', () => {
  const TEXT: GatewayMessage = { kind: 'text', to: TO, text: 'Hi' };

  it('is refused with its message', () => {
    expect(() => encodeForm({ kind: 'text', to: TO, text: '' })).toThrow(
      expect.objectContaining({ code: 'submit/invalid-message' }),
    );
  });

  it('has no pair for what is wrong around the message', () => {
    const { fields, issues } = requestFields(TEXT, { responseFormat: JSON.parse('2') });
    expect(fields.map(({ name }) => name)).toEqual(['SendTo', 'Message']);
    expect(issues).toMatchObject([{ code: 'submit/value', path: 'responseFormat' }]);
    expect(() => encodeForm(TEXT, JSON.parse('5'))).toThrow(expect.objectContaining({ path: 'options' }));
  });

  it('is as long as can be, and no longer', () => {
    const fieldOf = (length: number) => [{ name: 'A', text: '0'.repeat(length), unreserved: true } as const];
    expect(joinFields(fieldOf(LONGEST_FORM - 2))).toHaveLength(LONGEST_FORM);
    expect(() => joinFields(fieldOf(LONGEST_FORM - 1))).toThrow(
      expect.objectContaining({ code: 'submit/too-large' }),
    );
  });
});
