import { describe, expect, it } from 'vitest';
import { ByteReader } from '../../src/bytes/index.ts';
import { messageTypeValue } from '../../src/mms/message-types.ts';
import { itCodes, itRefuses, itRejects } from '../wsp/codec-rows.ts';

describe('a message type', () => {
  itCodes(messageTypeValue, [
    ['m-send-req', '80'],
    ['m-cancel-conf', '97'],
  ]);
  itRejects(messageTypeValue, [
    ['98', 'mms/unknown-message-type', 0],
    ['05', 'mms/unknown-message-type', 0],
  ]);
  itRefuses(messageTypeValue, [['m-nothing' as never, 'mms/unknown-message-type']]);

  it('that nobody knows is shown in two digits', () => {
    expect(() => messageTypeValue.decode(new ByteReader(Uint8Array.of(5)))).toThrow('found 05');
  });
});
