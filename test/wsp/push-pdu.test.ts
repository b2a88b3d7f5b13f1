import { describe, expect, it } from 'vitest';
import { fromHex, type ReadTrace, toHex } from '../../src/bytes/index.ts';
import { decodePush, encodePush, type PushPdu } from '../../src/wsp/index.ts';
import { unwatched } from '../support/trace.ts';
import { z } from './codec-rows.ts';

const BODY = Uint8Array.of(0xbb);
const octets = (hex: string): Uint8Array => fromHex(hex.replaceAll(' ', ''));
const written = (push: Partial<PushPdu>): string =>
  toHex(encodePush({ contentType: 'text/plain', body: BODY, ...push }));

describe('a Push PDU', () => {
  it.each<[string, Partial<PushPdu>, string]>([
    ['of what has to be there', {}, '01 06 01 83 bb'],
    ['of the lowest id', { transactionId: 0 }, '00 06 01 83 bb'],
    ['of the highest id', { transactionId: 255, pduType: 'confirmed-push' }, 'ff 07 01 83 bb'],
    [
      'with an application that has a number',
      { applicationId: 'x-wap-application:mms.ua' },
      '01 06 03 83 af84 bb',
    ],
    ['with an application that has none', { applicationId: 'x-a:b' }, `01 06 08 83 af${z('x-a:b')} bb`],
    ['with the number of an application', { applicationId: 300 }, '01 06 05 83 af02012c bb'],
    [
      'with a Content-ID and a Content-Location',
      { contentId: '<a>', contentLocation: 'b' },
      `01 06 0a 83 c022${z('<a>')} 8e${z('b')} bb`,
    ],
  ])('%s is written and read back', (_what, push, hex) => {
    expect(written(push)).toBe(hex.replaceAll(' ', ''));
    const { warnings, ...read } = decodePush(octets(hex), { strict: true });
    expect(warnings).toEqual([]);
    expect(read).toEqual({
      transactionId: 1,
      pduType: 'push',
      contentType: { type: 'text/plain', parameters: {} },
      headers: [],
      body: BODY,
      ...push,
    });
  });

  it.each([
    ['push', undefined, 'bytes/value-type'],
    ['transactionId', { transactionId: -1 }, 'push/value'],
    ['transactionId', { transactionId: 256 }, 'push/value'],
    ['transactionId', { transactionId: 1.5 }, 'push/value'],
    ['transactionId', { transactionId: '1' }, 'push/value'],
    ['pduType', { pduType: 'pull' }, 'push/value'],
    ['pduType', { pduType: 'toString' }, 'push/value'],
    ['contentType', { contentType: 'text' }, 'wsp/token'],
    ['body', { body: 'text' }, 'bytes/value-type'],
  ])('is refused for its %s', (path, push, code) => {
    const input = push && { contentType: 'text/plain', body: BODY, ...push };
    expect(() => encodePush(input as PushPdu)).toThrow(expect.objectContaining({ code, path }));
  });

  it('names the type that is none', () => {
    expect(() => decodePush(octets('01 05 01 83'))).toThrow(
      expect.objectContaining({
        code: 'push/pdu-type',
        offset: 1,
        message: expect.stringContaining('found 05'),
      }),
    );
  });

  it('has an application of a header of another form as that header', () => {
    const read = decodePush(octets('01 06 04 83 af 0101 bb'));
    expect(read).toMatchObject({ applicationId: 'x-wap-application:push.sia' });
    const raw = decodePush(octets('01 06 04 83 af 02ff bb'));
    expect(raw).not.toHaveProperty('applicationId');
  });

  it('tells the inspector its fields', () => {
    const keys: (string | number)[] = [];
    const trace: ReadTrace = { ...unwatched, enter: name => keys.push(name) };
    decodePush(octets('01 06 01 83 bb'), { trace });
    expect(keys).toEqual(['transactionId', 'pduType', 'headersLength', 'contentType', 'headers', 'body']);
  });
});

describe('a Push PDU that was read', () => {
  const again = (hex: string): string => toHex(encodePush(decodePush(octets(hex))));

  it.each([
    ['a control character in a media type', '01 06 05 61092f6200 bb'],
    ['an odd name of a parameter', `01 06 07 0683 ${z('a b')} 85 bb`],
    ['an odd name of a header', `01 06 07 83 ${z('a b')} 6200 bb`],
    ['a quotation mark at the end of a name', `01 06 07 83 c022${z('a""')} bb`],
  ])('is written as it was with %s', (_what, hex) => {
    expect(again(hex)).toBe(hex.replaceAll(' ', ''));
  });

  it('is refused for what the warning about another field does not carry', () => {
    const read = decodePush(octets(`01 06 07 83 ${z('a b')} 6200`));
    expect(read.warnings).toMatchObject([{ code: 'wsp/token', path: 'headers' }]);
    expect(() => encodePush({ ...read, contentType: { type: 'text', parameters: {} } })).toThrow(
      expect.objectContaining({ code: 'wsp/token', path: 'contentType' }),
    );
  });
});
