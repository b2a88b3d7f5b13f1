import { describe, expect, it } from 'vitest';
import {
  checkManifest,
  describeContentType,
  describeParameters,
  describePartHeader,
  describeRawValue,
  readContentType,
  readManifest,
  readParameters,
  readPartHeader,
  readRawValue,
} from '../../src/manifest/index.ts';
import { decodePdu, encodePdu, type PduInput } from '../../src/mms/index.ts';
import type { ContentTypeInput, PartInput } from '../../src/wsp/index.ts';

const DATE = new Date('2004-05-23T14:14:58Z');
const RAW = { code: 0x77, raw: new Uint8Array([0x61, 0x62, 0]) };

const CONTENT_TYPE: ContentTypeInput = {
  type: 'application/vnd.wap.multipart.related',
  parameters: {
    start: '<0>',
    type: 'application/smil',
    q: 0.5,
    'creation-date': DATE,
    'x-date': '2004-05-23',
  },
  unknownParameters: [{ code: 0x60, raw: new Uint8Array([0x80]) }],
};

const PART: PartInput = {
  contentType: 'text/plain',
  parameters: { charset: 'utf-8', name: 'a.txt' },
  headers: [
    { name: 'Content-Language', value: 'en' },
    { name: 'Date', value: DATE },
    { name: 'Content-Length', value: 2 },
    { name: 'Content-MD5', value: new Uint8Array(16).fill(0xab) },
    { name: 'Content-Disposition', value: { disposition: 'attachment', parameters: { 'read-date': DATE } } },
    { name: 'X-Own', value: '00ff' },
    RAW,
  ],
  data: new TextEncoder().encode('Hi'),
};

const PDU: PduInput = {
  messageType: 'm-send-req',
  transactionId: 'T1',
  to: ['+447700900123'],
  contentType: CONTENT_TYPE,
  parts: [PART],
};

/** What unpacking writes of a part beside its file. */
function manifestOf(contentType: ContentTypeInput, part: PartInput): object {
  return {
    contentType: describeContentType(contentType),
    parts: [
      {
        src: 'a.txt',
        type: part.contentType,
        parameters: describeParameters(part.parameters ?? {}),
        headers: part.headers?.map(describePartHeader),
      },
    ],
    unknown: [describeRawValue(RAW)],
  };
}

describe('values of the wire in a manifest', () => {
  it('are of the shape of the manifest', () => {
    expect(checkManifest(manifestOf(CONTENT_TYPE, PART))).toEqual([]);
  });

  it('survive JSON, and give the same message again', async () => {
    const before = encodePdu(PDU);
    const decoded = decodePdu(before);
    if (decoded.messageType !== 'm-send-req' || decoded.contentType === undefined)
      expect.fail('not a message');
    const [part] = decoded.parts ?? [];
    if (part === undefined) expect.fail('no part');
    const text = JSON.stringify(manifestOf(decoded.contentType, part));
    const { manifest, issues } = await readManifest(text);
    expect(issues).toEqual([]);
    const [listed] = manifest?.parts ?? [];
    const after = encodePdu({
      ...PDU,
      contentType: readContentType(manifest?.contentType ?? { type: '' }),
      parts: [
        {
          contentType: listed?.type ?? '',
          parameters: readParameters(listed?.parameters ?? {}),
          headers: (listed?.headers ?? []).map(readPartHeader),
          data: part.data,
        },
      ],
    });
    expect(after).toEqual(before);
    expect(manifest?.unknown?.map(readRawValue)).toEqual([RAW]);
  });

  it('keep texts that look like dates or octets', () => {
    const parameters = describeParameters(CONTENT_TYPE.parameters ?? {});
    expect(parameters).toMatchObject({
      'x-date': '2004-05-23',
      'creation-date': { date: '2004-05-23T14:14:58Z' },
    });
    expect(readParameters(parameters)).toEqual(CONTENT_TYPE.parameters);
    expect(describePartHeader({ name: 'X-Own', value: '00ff' })).toEqual({ name: 'X-Own', value: '00ff' });
  });

  it('keep the code of a type that has no name, and parameters that are not there', () => {
    const contentType = { type: '0x70', typeCode: 0x70 };
    expect(describeContentType(contentType)).toEqual(contentType);
    expect(readContentType(contentType)).toEqual(contentType);
    expect(readParameters({ charset: 'utf-8', name: undefined })).toEqual({ charset: 'utf-8' });
  });

  it('are refused where they were not checked and say nothing', () => {
    const refusal = expect.objectContaining({ code: 'manifest/missing' });
    for (const header of [
      {},
      { name: 'X-Own' },
      { value: 'a' },
      { code: 0x77 },
      { name: 'X-Own', value: {} },
    ])
      expect(() => readPartHeader(header)).toThrow(refusal);
  });
});
