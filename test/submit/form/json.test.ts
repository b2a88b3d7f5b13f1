import { describe, expect, it } from 'vitest';
import { type GatewayMessage, messageFromJson, messageToJson } from '../../../src/submit/index.ts';

const MMS = { kind: 'mms', to: ['447700900123'], library: 80_000 } as const;
const invalid = expect.objectContaining({ code: 'submit/invalid-message' });

describe('a message from JSON', () => {
  it('has what the document has, and nothing else', () => {
    expect(messageFromJson(MMS)).toStrictEqual(MMS);
    const file = { name: 'a.gif', data: '474946' };
    const { library: _, ...others } = MMS;
    expect(messageFromJson({ ...others, file })).toStrictEqual({
      ...others,
      file: { name: 'a.gif', data: new Uint8Array([0x47, 0x49, 0x46]) },
    });
  });

  it('leaves the document as it is', () => {
    const document = { ...MMS, library: undefined, file: { name: 'a.gif', data: '47' } };
    messageFromJson(document);
    expect(document.file.data).toBe('47');
  });

  it.each([
    { kind: 'fax' },
    null,
    'x',
    [],
    { ...MMS, library: undefined, file: { name: 'a.gif', data: '4' } },
  ])('is refused of %j', document => {
    expect(() => messageFromJson(document)).toThrow(invalid);
  });
});

it('a message that has other types is not written as JSON', () => {
  const wrong: GatewayMessage = JSON.parse('{ "kind": "text", "to": ["447700900123"], "text": 5 }');
  expect(() => messageToJson(wrong)).toThrow(invalid);
});
