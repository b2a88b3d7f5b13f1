import { describe, expect, it } from 'vitest';
import { encodePdu } from '../../../src/mms/index.ts';
import { Presentation } from '../../../src/presentation/index.ts';
import { GIF, latin1, utf8 } from '../../media/samples.ts';
import { looseMessage, messageOfSmil, named } from '../../preview/message.ts';

const read = (bytes: Uint8Array) => Presentation.fromMms(bytes);

const HEAD = {
  messageType: 'm-send-req',
  transactionId: 'T1',
  from: 'insert-address',
  to: ['+447700900123'],
} as const;

describe('a message that is read', () => {
  it('of one part without a multipart has that part, and is written as one with it', () => {
    const contentType = { type: 'text/plain', parameters: { charset: 'utf-8' } };
    const message = read(encodePdu({ ...HEAD, contentType, body: utf8('Grüße') }));
    expect(message.parts).toStrictEqual([
      {
        name: 'part1',
        kind: 'text',
        contentType: 'text/plain',
        parameters: expect.objectContaining({ charset: 'utf-8' }),
        headers: [],
        data: utf8('Grüße'),
      },
    ]);
    expect(message.contentType).toBeUndefined();
    expect(read(message.toMms()).parts[0]?.data).toEqual(utf8('Grüße'));
  });

  it('may have no parts at all', () => {
    expect(read(looseMessage([]))).toMatchObject({ parts: [], issues: [], smil: undefined });
  });

  it('keeps the fields that nobody knows, and has no others', () => {
    const parts = [named('a.gif', 'image/gif', GIF)];
    const contentType = { type: 'application/vnd.wap.multipart.mixed' };
    const others = {
      unknown: [{ code: 0x7e, raw: Uint8Array.of(0x81) }],
      applicationHeaders: [{ name: 'X-Own', value: '1' }],
    };
    const bytes = encodePdu({ ...HEAD, contentType, parts, ...others });
    expect(read(bytes).headers).toMatchObject(others);
    expect(read(bytes).toMms()).toEqual(bytes);
    const plain = read(looseMessage(parts)).headers;
    expect(plain).not.toHaveProperty('unknown');
    expect(plain).not.toHaveProperty('applicationHeaders');
  });

  it('has parts of safe names that are not that of the manifest beside them', () => {
    const parts = [
      named('message.json', 'application/json', latin1('{}')),
      { contentType: 'image/gif', data: GIF },
    ];
    expect(read(looseMessage(parts)).parts.map(({ name }) => name)).toEqual(['message-2.json', 'part2']);
  });

  it('tells what was odd about its octets, and about its document', () => {
    const bytes = messageOfSmil('<smil><body/></smil>', []);
    const transactionId = Buffer.from(bytes).indexOf(Uint8Array.of(0x98, 0x54, 0x31, 0));
    const odd = Uint8Array.from([...bytes.subarray(0, transactionId), ...bytes.subarray(transactionId + 4)]);
    const { issues } = read(odd);
    expect(issues[0]?.code).toMatch(/^mms\//);
    expect(issues).toContainEqual(expect.objectContaining({ code: 'layout/missing-head', file: 's' }));
  });

  it('keeps a document that cannot be read as a part', () => {
    const { smil, parts, issues } = read(messageOfSmil('<smil', []));
    expect(smil).toBeUndefined();
    expect(parts).toHaveLength(1);
    expect(issues).toMatchObject([{ code: 'smil/not-well-formed', file: 's' }]);
  });
});

it('a PDU that carries no message is none', () => {
  const bytes = encodePdu({ messageType: 'm-notifyresp-ind', transactionId: 'T1', status: 'retrieved' });
  expect(() => read(bytes)).toThrow(
    expect.objectContaining({
      code: 'presentation/unsupported-pdu',
      hint: expect.stringContaining('decode'),
    }),
  );
});
