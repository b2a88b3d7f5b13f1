import { describe, expect, it } from 'vitest';
import { fromHex } from '../../../src/bytes/index.ts';
import type { EmsItem } from '../../../src/ems/index.ts';
import { presentation } from '../../../src/presentation/index.ts';
import { parseRtttl, parseRtx, type Tune } from '../../../src/ringtone/index.ts';
import { encodeOtaBitmap, operatorLogo, pictureMessage } from '../../../src/smart/index.ts';
import { encodeSms } from '../../../src/sms/index.ts';
import {
  decodeForm,
  emsSubmissions,
  encodeForm,
  type GatewayMessage,
  messageToJson,
  validateMessage,
} from '../../../src/submit/index.ts';

const TO = ['447700900123'];
const sentAs = (message: GatewayMessage) => decodeForm(encodeForm(message), { strict: true }).message;

describe('objects of this library', () => {
  it('a tune goes as RTTTL, or as RTX where RTTTL cannot say it', () => {
    const tune: Tune = parseRtttl('Uncle:d=8,o=5,b=130:a,a,4g');
    const plain = sentAs({ kind: 'ringtone', to: TO, tune });
    expect(plain).toEqual({
      kind: 'ringtone',
      to: TO,
      phoneMake: 'Nokia',
      tune: expect.stringMatching(/^Uncle:/),
    });
    expect(parseRtttl((plain as { tune: string }).tune).events).toEqual(tune.events);
    const looped = sentAs({ kind: 'ringtone', to: TO, tune: { ...tune, loop: 15 } });
    expect(parseRtx((looped as { tune: string }).tune)).toMatchObject({ loop: 15, events: tune.events });
  });

  it('a picture goes as OTA bitmap', () => {
    const rows = Array.from({ length: 28 }, (_, y) =>
      '#.'
        .repeat(36)
        .slice(y % 2)
        .padEnd(72, '.'),
    );
    const bitmap = { width: 72, height: 28, rows };
    const octets = encodeOtaBitmap(bitmap);
    expect(octets).toHaveLength(256);
    for (const value of [bitmap, octets, pictureMessage({ bitmap, text: 'x' })]) {
      const message = { kind: 'picture-message', to: TO, bitmap: value } as const;
      expect(sentAs(message)).toEqual({ ...message, phoneMake: 'Nokia', bitmap: octets });
      expect(validateMessage(message)).toEqual([]);
    }
  });

  it('a logo goes with its network code in front', () => {
    const bitmap = { width: 72, height: 14, rows: Array.from({ length: 14 }, () => '#'.repeat(72)) };
    const network = { mcc: '234', mnc: '33' };
    const expected = new Uint8Array([0x32, 0xf4, 0x33, ...encodeOtaBitmap(bitmap)]);
    for (const value of [bitmap, operatorLogo({ bitmap, ...network })]) {
      const message = { kind: 'operator-logo', to: TO, bitmap: value, ...network } as const;
      expect(sentAs(message)).toEqual({ ...message, phoneMake: 'Nokia', bitmap: expected });
      expect(validateMessage(message)).toEqual([]);
    }
    const codesOf = (message: GatewayMessage) =>
      validateMessage(message).map(({ code, path }) => `${code} ${path}`);
    const other = operatorLogo({ bitmap, mcc: '244', mnc: '05' });
    expect(codesOf({ kind: 'operator-logo', to: TO, bitmap: other, ...network })).toEqual([
      'submit/logo-network bitmap',
    ]);
    expect(codesOf({ kind: 'operator-logo', to: TO, bitmap, mcc: '23', mnc: '33' })).toEqual([
      'submit/value mcc',
    ]);
    const short = { ...bitmap, rows: bitmap.rows.slice(1) };
    expect(codesOf({ kind: 'group-graphic', to: TO, bitmap: short })).toEqual(['bitmap/rows bitmap.rows']);
  });

  it('a presentation goes as .mms, with its subject', async () => {
    const composed = await presentation({ subject: 'Hello' }).slide({ text: 'Hi' }).build();
    const file = { name: 'message.mms', data: composed.toMms() };
    const message = { kind: 'mms', to: TO, presentation: composed } as const;
    expect(sentAs(message)).toEqual({ kind: 'mms', to: TO, file, subject: 'Hello' });
    const other = sentAs({ ...message, subject: 'Other' });
    expect(other).toMatchObject({ subject: 'Other', file: { data: composed.toMms({ subject: 'Other' }) } });
    const twice = validateMessage({ ...message, file }).map(({ code }) => code);
    expect(twice).toContain('submit/conflict');
    const wrong = { kind: 'mms', to: TO, presentation: {} } as unknown as GatewayMessage;
    expect(validateMessage(wrong).map(({ code, path }) => `${code} ${path}`)).toContain(
      'submit/type presentation',
    );
  });

  it('a segment goes as its PDU values, text as text', () => {
    const [octets] = encodeSms({
      to: '+447700900123',
      data: new Uint8Array([1, 2]),
      ports: { destination: 5000, source: 0 },
    });
    const [text] = encodeSms({ to: '+447700900123', text: 'hello', ports: { destination: 5000, source: 0 } });
    if (octets === undefined || text === undefined) throw new Error('no segments');
    const head = {
      kind: 'pdu',
      to: TO,
      userDataHeader: new Uint8Array([6, 5, 4, 0x13, 0x88, 0, 0]),
    } as const;
    expect(sentAs({ kind: 'pdu', to: TO, segment: octets })).toEqual({
      ...head,
      dataCodingScheme: 4,
      protocolIdentifier: 0,
      userData: new Uint8Array([1, 2]),
    });
    expect(sentAs({ kind: 'pdu', to: TO, segment: text })).toEqual({
      ...head,
      dataCodingScheme: 0,
      protocolIdentifier: 0,
      text: 'hello',
    });
  });

  it('an EMS message of one SMS goes as its PDU values, a longer one as several submissions', () => {
    const items: EmsItem[] = [
      { type: 'text', text: 'Hello', format: { bold: true } },
      { type: 'sound', number: 3 },
    ];
    expect(sentAs({ kind: 'pdu', to: TO, phoneMake: 'Siemens', ems: items })).toEqual({
      kind: 'pdu',
      to: TO,
      phoneMake: 'Siemens',
      dataCodingScheme: 0,
      protocolIdentifier: 0,
      userDataHeader: fromHex('090a030005130b020503'),
      text: 'Hello',
    });
    const long: EmsItem[] = [...items, { type: 'text', text: 'a'.repeat(200) }];
    const codes = validateMessage({ kind: 'pdu', to: TO, ems: long }).map(
      ({ code, path }) => `${code} ${path}`,
    );
    expect(codes).toContain('sms/too-many-parts ems');
    expect(validateMessage({ kind: 'pdu', to: TO, ems: long })).toContainEqual(
      expect.objectContaining({ hint: expect.stringContaining('emsSubmissions') }),
    );
    const submissions = emsSubmissions(long, { to: TO, phoneMake: 'EMS' }, 9);
    expect(submissions.map(message => validateMessage(message))).toEqual([[], []]);
    expect(submissions.map(message => ('text' in sentAs(message) ? 1 : 0))).toEqual([1, 1]);
  });

  it('an EMS message of objects alone goes as octets', () => {
    const sent = sentAs({ kind: 'pdu', to: TO, ems: [{ type: 'animation', number: 0 }] });
    expect(sent).toMatchObject({ userDataHeader: fromHex('040d020000'), userData: new Uint8Array([0]) });
  });

  it('objects that leave nothing behind their header are followed by a blank, for the gateway wants something', () => {
    // 21 octets are 24 septets
    const ems = Array.from({ length: 5 }, () => ({ type: 'sound', number: 3 }) as const);
    expect(validateMessage({ kind: 'pdu', to: TO, ems })).toEqual([]);
    expect(sentAs({ kind: 'pdu', to: TO, ems })).toMatchObject({ text: ' ' });
  });

  it.each<[string, unknown, string]>([
    ['a make without EMS', { phoneMake: 'Nokia', ems: [{ type: 'sound', number: 3 }] }, 'submit/conflict'],
    ['an item that is none', { ems: [{ type: 'sound', number: 77 }] }, 'ems/value'],
    ['what is not a list', { ems: 'x' }, 'ems/value'],
  ])('%s is a problem of the message', (_, content, code) => {
    const message = { kind: 'pdu', to: TO, ...Object(content) } as GatewayMessage;
    expect(validateMessage(message).map(issue => issue.code)).toContain(code);
  });

  it('what cannot be encoded is a problem of the message, with its own code and path', () => {
    const tune = { title: 'x', loop: 0, events: [] };
    const issues = validateMessage({ kind: 'ringtone', to: TO, tune });
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual(['ringtone/empty tune.events']);
    const wrong = { kind: 'pdu', to: TO, segment: 'x' } as unknown as GatewayMessage;
    expect(validateMessage(wrong).map(({ code, path }) => `${code} ${path}`)).toContain(
      'submit/type segment',
    );
  });

  it.each([
    ['tempos', { bpm: 100 }],
    ['styles', { style: 'staccato' }],
  ] as const)('a tune of several %s goes as RTX', (_, change) => {
    const [first, second] = parseRtttl('Uncle:d=8,o=5,b=130:a,4g').events;
    if (first === undefined || second?.note !== 'g') throw new Error('no such events');
    const tune: Tune = { title: 'Uncle', loop: 0, events: [first, { ...second, ...change }] };
    const sent = sentAs({ kind: 'ringtone', to: TO, tune });
    expect(parseRtx((sent as { tune: string }).tune).events[1]).toMatchObject(change);
  });

  it.each<[string, unknown, string[]]>([
    [
      'a segment without its TPDU',
      { kind: 'pdu', segment: { userDataHeader: new Uint8Array([0]), userData: new Uint8Array([0]) } },
      ['submit/type segment', 'submit/missing userDataHeader'],
    ],
    [
      'a segment that is null',
      { kind: 'pdu', segment: null },
      ['submit/type segment', 'submit/missing userDataHeader'],
    ],
    ['a presentation that is null', { kind: 'mms', presentation: null }, ['submit/type presentation']],
    ['a presentation that is a text', { kind: 'mms', presentation: 'x' }, ['submit/type presentation']],
    [
      'a presentation that cannot be written',
      { kind: 'mms', presentation: { headers: {} } },
      ['submit/type presentation'],
    ],
    [
      'a presentation without headers',
      { kind: 'mms', presentation: { toMms: () => new Uint8Array() } },
      ['submit/type presentation'],
    ],
  ])('%s is a problem of the message', (_, content, expected) => {
    const message = { to: TO, ...Object(content) };
    expect(validateMessage(message).map(({ code, path }) => `${code} ${path}`)).toEqual(expected);
  });

  it.each([
    ['mcc', { mcc: '23', mnc: '333' }, 'submit/value'],
    ['mcc', { mcc: '2345', mnc: '33' }, 'submit/value'],
    ['mcc', { mcc: 234, mnc: '33' }, 'submit/type'],
    ['mnc', { mcc: '234', mnc: '3' }, 'submit/value'],
    ['mnc', { mcc: '234', mnc: '3333' }, 'submit/value'],
    ['mnc', { mcc: '234', mnc: 33 }, 'submit/type'],
  ])('a wrong %s of a logo is told where it stands, and there alone: %j', (path, network, code) => {
    const bitmap = { width: 72, height: 14, rows: Array.from({ length: 14 }, () => '#'.repeat(72)) };
    const message = JSON.parse(JSON.stringify({ kind: 'operator-logo', to: TO, bitmap, ...network }));
    expect(validateMessage(message).map(found => `${found.code} ${found.path}`)).toEqual([`${code} ${path}`]);
  });

  it('a subject that is no text is told where it stands, and there alone', async () => {
    const composed = await presentation({ subject: 'Hello' }).slide({ text: 'Hi' }).build();
    const message = { kind: 'mms', to: TO, presentation: composed, subject: 5 } as unknown as GatewayMessage;
    expect(validateMessage(message).map(({ code, path }) => `${code} ${path}`)).toEqual([
      'submit/type subject',
    ]);
  });

  it('that fails with an error of its own fails', () => {
    const broken = {
      headers: {},
      toMms: () => {
        throw new RangeError('broken');
      },
    };
    const message = { kind: 'mms', to: TO, presentation: broken } as unknown as GatewayMessage;
    expect(() => validateMessage(message)).toThrow(RangeError);
  });

  it('excludes other content', () => {
    const [segment] = encodeSms({
      to: '+447700900123',
      data: new Uint8Array(1),
      ports: { destination: 1, source: 0 },
    });
    if (segment === undefined) throw new Error('no segment');
    const codes = validateMessage({ kind: 'pdu', to: TO, segment, text: 'x' }).map(({ code }) => code);
    expect(codes).toContain('submit/conflict');
  });

  it('stands in JSON as it is sent', () => {
    const tune = parseRtttl('Uncle:d=8,o=5,b=130:a');
    expect(messageToJson({ kind: 'ringtone', to: TO, tune })['tune']).toMatch(/^Uncle:/);
  });
});
