import { describe, expect, it } from 'vitest';
import { fromHex, parseHex, toHex } from '../../src/bytes/index.ts';
import { MmsError } from '../../src/errors.ts';
import { formatInspection, type InspectionNode, inspect, inspectionToJson } from '../../src/inspect/index.ts';
import { encodePushSms, encodeServiceIndication } from '../../src/push/index.ts';
import { parseRtttl } from '../../src/ringtone/index.ts';
import { downloadableProfile, encodeSmartSms, pictureMessage } from '../../src/smart/index.ts';
import { encodeSms } from '../../src/sms/index.ts';
import { encodePush } from '../../src/wsp/index.ts';
import { expectTiled, nodesOf } from './tiling.ts';

const TO = '+447700900123';
const tpdusOf = (segments: readonly { readonly tpdu: Uint8Array }[]): Uint8Array[] =>
  segments.map(({ tpdu }) => tpdu);
const namesOf = (node: InspectionNode): string[] => nodesOf(node).map(({ name }) => name);
const namedValue = (node: InspectionNode, name: string): unknown =>
  nodesOf(node).find(candidate => candidate.name === name)?.value;

const si = encodeServiceIndication({ href: 'http://www.example.com/a', content: 'Hello' });
const push = encodePush({ contentType: 'application/vnd.wap.sic', body: si });
const bitmap = {
  width: 72,
  height: 28,
  rows: Array.from({ length: 28 }, (_, y) =>
    '#.'
      .repeat(36)
      .slice(y % 2)
      .padEnd(72, '#'),
  ),
};
const tune = parseRtttl('fifth:d=8,o=5,b=63:g,g,g,2d#');

describe('inspect', () => {
  it('opens what is inside: a document in a push in an SMS', () => {
    const [tpdu = new Uint8Array()] = tpdusOf(encodePushSms(push, { to: TO }));
    const root = inspect(tpdu);
    expectTiled(root, tpdu);
    expect(namesOf(root)).toEqual(
      expect.arrayContaining(['SMS-SUBMIT', 'TP-DA', 'WSP Push PDU', 'WBXML document', 'href']),
    );
    expect(namedValue(root, 'href')).toBe('http://www.example.com/a');
  });

  it('reads several TPDUs as one message, and what they carry together', () => {
    const { parts } = pictureMessage({ bitmap, text: 'Hi <b>there</b>' });
    const tpdus = tpdusOf(encodeSmartSms(pictureMessage({ bitmap, text: 'Hi' }), { to: TO }));
    expect(tpdus.length).toBe(parts.length);
    const root = inspect(tpdus);
    expect(root.name).toBe('Short message');
    expect(root.children?.map(({ form }) => form)).toEqual(tpdus.map(() => 'sms-submit'));
    expectTiled(root, fromHex(tpdus.map(toHex).join('')));
    expect(root.joined?.form).toBe('picture-message');
    expect(nodesOf(root.joined ?? root).find(({ name }) => name === 'rows')?.value).toEqual(bitmap.rows);
  });

  it('tells in a text what several TPDUs carry together, and draws it', () => {
    const tpdus = tpdusOf(encodeSmartSms(pictureMessage({ bitmap, text: 'Hi' }), { to: TO }));
    const [, together] = formatInspection(inspect(tpdus)).split('\nAll parts together:\n\n');
    expect(together).toMatch(/^0000 .*Picture message/);
    expect(together?.match(/[█▀▄]{72}|[▀▄ ]{72}/g)?.length).toBeGreaterThanOrEqual(14);
  });

  it('reads what a phone received in several parts, behind service centres or not', () => {
    // 23.040 9.2.2.1: with a header, from +447700900123, UCS-2, one of two parts
    const deliver = (part: number, text: string): Uint8Array => {
      const data = `05000307020${part}${Buffer.from(text, 'utf16le').swap16().toString('hex')}`;
      const length = (data.length / 2).toString(16).padStart(2, '0');
      return fromHex(`44 0c91447700091032 00 08 40503241858500 ${length} ${data}`);
    };
    const parts = [deliver(1, 'Hello, '), deliver(2, 'world')];
    const centre = fromHex('0791447700099099');
    const behind = parts.map(part => Uint8Array.of(...centre, ...part));
    for (const pieces of [parts, behind]) {
      const root = inspect(pieces);
      expect(root.children?.map(({ form }) => form)).toEqual(['sms-deliver', 'sms-deliver']);
      expect(root.value).toBe('Hello, world');
    }
  });

  it('tells in the part what is wrong with it, not again for all of them', () => {
    const [first = new Uint8Array(), second = new Uint8Array()] = tpdusOf(
      encodeSms({ to: TO, text: 'A long text, '.repeat(20) }),
    );
    const root = inspect([first, second.subarray(0, 7)]);
    expect(root.warnings).toBeUndefined();
    expect(nodesOf(root).filter(({ error }) => error !== undefined)).toHaveLength(1);
  });

  it('joins data that come to no port that it knows', () => {
    const data = Uint8Array.from({ length: 200 }, (_, i) => i);
    const tpdus = tpdusOf(encodeSms({ to: TO, data, ports: { destination: 5000, source: 5000 } }));
    expect(inspect(tpdus).joined).toMatchObject({ name: 'Data', value: data });
  });

  it('joins the texts of several TPDUs, and tells what is missing', () => {
    const text = 'A long text, '.repeat(30);
    const tpdus = tpdusOf(encodeSms({ to: TO, text }));
    expect(inspect(tpdus.toReversed()).value).toBe(text);
    expect(inspect(tpdus.slice(1)).warnings?.map(({ code }) => code)).toEqual(['sms/missing-parts']);
  });

  it('shows TPDUs of different messages each for itself', () => {
    const tpdus = ['one', 'two'].flatMap(text => tpdusOf(encodeSms({ to: TO, text })));
    const root = inspect(tpdus);
    expect(root.name).toBe('Short messages');
    expect(root.warnings?.map(({ code }) => code)).toEqual(['sms/mixed-parts']);
  });

  it('reads a TPDU with the address of a service centre, or with 00 for it', () => {
    const [tpdu = new Uint8Array()] = tpdusOf(encodeSms({ to: TO, text: 'Hi' }));
    for (const [centre, digits] of [
      ['00', undefined],
      ['0791447700099099', '+447700900999'],
      ['06912143658709', '+1234567890'],
    ] as const) {
      const bytes = fromHex(centre + toHex(tpdu));
      const root = inspect(bytes);
      expectTiled(root, bytes);
      expect(namedValue(root, 'SMSC address')).toBe(digits);
      expect(namedValue(root, 'TP-DA')).toBe(TO);
      expect(namedValue(root, 'Text')).toBe('Hi');
    }
  });

  it('shows the tune and the picture inside a profile', () => {
    const { payload } = downloadableProfile({ profileName: 'Work', tune, screenSaver: bitmap });
    const root = inspect(payload);
    expect(root.form).toBe('downloadable-profile');
    expectTiled(root, payload);
    expect(namesOf(root)).toEqual(expect.arrayContaining(['note', 'songType', 'rows']));
  });

  it('believes the caller about what it is', () => {
    const { payload } = pictureMessage({ bitmap });
    expect(inspect(payload, { as: 'ota-bitmap' }).form).toBe('ota-bitmap');
    expect(() => inspect(payload, { as: 'jpeg' as never })).toThrow(MmsError);
  });

  it('shows octets that are nothing known', () => {
    const root = inspect(fromHex('ffffffff'));
    expectTiled(root, fromHex('ffffffff'));
    expect(root.error?.code).toBe('inspect/unknown-form');
    expect(inspect(new Uint8Array(0)).error?.code).toBe('inspect/unknown-form');
  });

  it('puts an error where it is, and the rest after it', () => {
    const bytes = fromHex('8c80985431008d92890181970a45');
    const root = inspect(fromHex('02056a0045c60b0368747470'));
    expect(nodesOf(root).find(({ error }) => error !== undefined)?.path).toBe('si.indication.href');
    expectTiled(inspect(bytes), bytes);
    const [tpdu = new Uint8Array()] = tpdusOf(encodeSms({ to: TO, text: 'Hi there' }));
    const cut = inspect(tpdu.subarray(0, 7), { as: 'sms-submit' });
    expect(
      nodesOf(cut)
        .filter(({ error }) => error !== undefined)
        .map(({ name }) => name),
    ).toEqual(['TP-DA']);
    expect(cut.children?.at(-1)?.name).toBe('octets');
  });

  it('is the same as JSON', () => {
    const json = inspectionToJson(inspect(push));
    expect(json).toMatchObject({
      name: 'WSP Push PDU',
      offset: 0,
      length: push.length,
      raw: toHex(push),
      form: 'wsp-push',
      children: [
        { name: 'TID', path: 'transactionId', raw: '01', value: 1, clause: 'WAP-230 8.2.1' },
        {},
        {},
        {},
        {},
        {},
      ],
    });
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });

  it('is a text to read', async () => {
    const bytes = parseHex('8c80 985431 00 8d92 890181 9609ea4772c3bcc39f6500 8a80')[0] ?? new Uint8Array();
    await expect(formatInspection(inspect(bytes))).toMatchFileSnapshot('../snapshots/inspection.txt');
    const [tpdu = new Uint8Array()] = tpdusOf(encodeSms({ to: TO, text: 'Hi' }));
    const text = formatInspection(inspect(tpdu));
    expect(text).toContain('0000  ...00...                      TP-VPF  0  [23.040 9.2.3.3]');
    expect(formatInspection(inspect(tpdu), { colour: true })).toContain('\u001b[1mTP-DA\u001b[0m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
    expect(formatInspection(inspect(tpdu), { colour: true }).replace(/\u001b\[\d+m/g, '')).toBe(text);
  });

  it('shows no control characters of the input', () => {
    const text = formatInspection(inspect(fromHex('8c8098541b5b324a00')));
    expect(text).not.toContain('\u001b');
    expect(text).toContain('\\u{1b}[2J');
  });
});
