import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../../src/bytes/index.ts';
import { formatVCalendar, formatVCard } from '../../../src/cards/index.ts';
import { decodeServiceIndication } from '../../../src/push/index.ts';
import { formatRtttl, parseRtttl } from '../../../src/ringtone/index.ts';
import {
  cardMessage,
  encodeOtaBitmap,
  encodeSmartSms,
  groupGraphic,
  operatorLogo,
  pictureMessage,
  ringingToneMessage,
  type SmartMessage,
} from '../../../src/smart/index.ts';
import { decodeSms, decodeSubmit, encodeSms } from '../../../src/sms/index.ts';
import { type GatewayMessage, smsSegments } from '../../../src/submit/index.ts';
import { decodePush } from '../../../src/wsp/index.ts';

const NUMBER = '447700900123';
const to = [NUMBER];

const sent = async (message: GatewayMessage): Promise<string[]> =>
  (await smsSegments(message, NUMBER)).map(({ tpdu }) => toHex(tpdu));
const smart = (message: SmartMessage): string[] =>
  encodeSmartSms(message, { to: `+${NUMBER}` }).map(({ tpdu }) => toHex(tpdu));

const bitmap = (height: number) => ({
  width: 72,
  height,
  rows: Array.from({ length: height }, (_, y) => (y % 2 === 0 ? '#.' : '.#').repeat(36)),
});
const [picture, logo] = [bitmap(28), bitmap(14)];
const network = { mcc: '234', mnc: '33' };
const tune = parseRtttl('Uncle:d=8,o=5,b=125:a,a,4g');
const card = { family: 'Doe', given: 'Jane' };
const event = { type: 'event', start: '2004-05-23T14:00:00Z', summary: 'Meeting' } as const;

describe('the SMS of a message', () => {
  it.each([picture, encodeOtaBitmap(picture), pictureMessage({ bitmap: picture })])(
    'has a picture, given in whatever form',
    async given => {
      expect(await sent({ kind: 'picture-message', to, bitmap: given })).toEqual(
        smart(pictureMessage({ bitmap: picture })),
      );
    },
  );

  it('has the icon of a caller group', async () => {
    expect(await sent({ kind: 'group-graphic', to, bitmap: logo })).toEqual(
      smart(groupGraphic({ bitmap: logo })),
    );
  });

  it('has a logo, whose octets begin with the network', async () => {
    const expected = smart(operatorLogo({ bitmap: logo, ...network }));
    const octets = Uint8Array.of(0x32, 0xf4, 0x33, ...encodeOtaBitmap(logo));
    for (const given of [logo, octets])
      expect(await sent({ kind: 'operator-logo', to, bitmap: given, ...network })).toEqual(expected);
  });

  it.each([tune, formatRtttl(tune)])('has a tune, as an object or as a text', async given => {
    expect(await sent({ kind: 'ringtone', to, tune: given })).toEqual(smart(ringingToneMessage(tune)));
  });

  it('has a card or an entry, as an object or as a text', async () => {
    const vcard = smart(cardMessage('vcard', formatVCard(card)));
    for (const given of [card, formatVCard(card)])
      expect(await sent({ kind: 'vcard', to, card: given })).toEqual(vcard);
    const vcalendar = smart(cardMessage('vcalendar', formatVCalendar(event)));
    for (const given of [event, formatVCalendar(event)])
      expect(await sent({ kind: 'vcalendar', to, calendar: given })).toEqual(vcalendar);
  });

  it('has a link with what stands behind it', async () => {
    const segments = await smsSegments(
      {
        kind: 'service-indication',
        to,
        href: 'http://example.com/',
        text: 'New',
        info: { class: 'c', text: 'more' },
      },
      NUMBER,
    );
    const { data = new Uint8Array() } = decodeSms(segments.map(({ tpdu }) => tpdu));
    const { body } = decodePush(data);
    expect(decodeServiceIndication(body)).toMatchObject({
      href: 'http://example.com/',
      content: 'New',
      info: [{ class: 'c', pcdata: 'more' }],
    });
  });

  it('is one that was made for another number', async () => {
    for (const text of ['Hi', 'A long text, '.repeat(20)]) {
      const [segment] = encodeSms({ to: '12345', text, reference: 7, replyPath: true });
      const [expected] = encodeSms({ to: `+${NUMBER}`, text, reference: 7, replyPath: true });
      if (segment === undefined || expected === undefined) throw new Error('no segment');
      expect(await sent({ kind: 'pdu', to, segment })).toEqual([toHex(expected.tpdu)]);
    }
  });

  it('has the fields of an SMS as they are given', async () => {
    const userDataHeader = fromHex('0605041581158a');
    const [hex = ''] = await sent({
      kind: 'pdu',
      to,
      userDataHeader,
      userData: fromHex('cafe'),
      dataCodingScheme: 4,
      protocolIdentifier: 0x40,
    });
    expect(decodeSubmit(fromHex(hex))).toMatchObject({
      to: `+${NUMBER}`,
      dataCodingScheme: 4,
      protocolIdentifier: 0x40,
      userData: fromHex('0605041581158acafe'),
    });
    expect(await sent({ kind: 'pdu', to, userDataHeader, dataCodingScheme: 4 })).toHaveLength(1);
    expect(await sent({ kind: 'pdu', to, text: 'Hi' })).toEqual(await sent({ kind: 'text', to, text: 'Hi' }));
  });

  it('has the elements of a header as they stand, and none that breaks off', async () => {
    const userDataOf = async (header: string): Promise<string> => {
      const [hex = ''] = await sent({
        kind: 'pdu',
        to,
        userDataHeader: fromHex(header),
        userData: fromHex('ca'),
        dataCodingScheme: 4,
      });
      return toHex(decodeSubmit(fromHex(hex)).userData);
    };
    expect(await userDataOf('0b220301020305041581158a')).toBe('0b220301020305041581158aca');
    expect(await userDataOf('0122')).toBe('ca');
  });

  it('needs the digits of a number', async () => {
    await expect(smsSegments({ kind: 'text', to, text: 'Hi' }, JSON.parse('7'))).rejects.toMatchObject({
      code: 'bytes/value-type',
      path: 'number',
    });
  });

  it('has an EMS message', async () => {
    const ems = [{ type: 'text', text: 'Hi', format: { bold: true } }] as const;
    const [hex = ''] = await sent({ kind: 'pdu', to, ems });
    expect(toHex(decodeSubmit(fromHex(hex)).userData)).toMatch(/^050a03000213/);
  });

  it.each([
    ['mcc', {}],
    ['mnc', { mcc: '234' }],
  ])('is no logo of a network whose %s is not told', async (path, code) => {
    await expect(
      smsSegments({ kind: 'operator-logo', to, bitmap: logo, ...code }, NUMBER),
    ).rejects.toMatchObject({
      code: 'smart/network-code',
      path,
      message: expect.stringContaining('found ""'),
    });
  });

  it.each<[GatewayMessage, string, string]>([
    [{ kind: 'picture-message', to, library: 20_001 }, 'submit/missing', 'bitmap'],
    [{ kind: 'ringtone', to, library: 30_001 }, 'submit/missing', 'tune'],
    [{ kind: 'mms', to, library: 80_001, subject: 'x' }, 'submit/kind', 'kind'],
    [{ kind: 'wap-push', to, library: 80_001 }, 'submit/kind', 'kind'],
    [{ kind: 'picture-message', to, bitmap: JSON.parse('{"width":2}') }, 'bitmap/rows', 'rows'],
    [{ kind: 'group-graphic', to, bitmap: JSON.parse('{"width":2}') }, 'bitmap/rows', 'rows'],
    [
      { kind: 'operator-logo', to, bitmap: JSON.parse('{"width":2}'), mcc: '234', mnc: '33' },
      'bitmap/rows',
      'rows',
    ],
    [{ kind: 'picture-message', to, bitmap: JSON.parse('7') }, 'submit/invalid-message', 'bitmap'],
    [{ kind: 'picture-message', to, bitmap: JSON.parse('null') }, 'submit/invalid-message', 'bitmap'],
  ])('is none of %j', async (message, code, path) => {
    await expect(smsSegments(message, NUMBER)).rejects.toMatchObject({ code, path });
  });
});
