import { describe, expect, it } from 'vitest';
import { decodePdu } from '../../src/mms/index.ts';
import { deliver } from '../../src/sandbox/deliver.ts';

const TEXT = { name: 'a.txt', data: new TextEncoder().encode('Hi') };

/** The header fields of the m-retrieve-conf that a phone fetches. */
async function fetched(message: Parameters<typeof deliver>[0]) {
  const { mms = new Uint8Array() } = await deliver(message, TEXT);
  const pdu = decodePdu(mms);
  if (pdu.messageType !== 'm-retrieve-conf') throw new Error('no m-retrieve-conf');
  return pdu;
}

describe('what a phone fetches', () => {
  it('names whom the message went to, and when it was to be sent', async () => {
    const sendAt = new Date('2030-05-04T09:00:00Z');
    const pdu = await fetched({ kind: 'mms', to: ['447700900123'], cc: ['447700900124'], sendAt });
    expect(pdu).toMatchObject({
      to: ['+447700900123/TYPE=PLMN'],
      cc: ['+447700900124/TYPE=PLMN'],
      date: sendAt,
    });
  });

  it('names nobody of an address book', async () => {
    const pdu = await fetched({ kind: 'mms', addressBook: 'Friends', subject: 'Hello' });
    expect(pdu.subject).toBe('Hello');
    expect(pdu.to ?? []).toEqual([]);
  });

  it('is the file of a push as it is where nothing is to be adapted', async () => {
    const picture = { name: 'a.png', data: new Uint8Array([1]) };
    const asked = await deliver({ kind: 'wap-push', to: ['447700900123'] }, picture);
    expect(asked.warnings.map(({ code }) => code)).toEqual(['sandbox/not-adapted']);
    const kept = await deliver({ kind: 'wap-push', to: ['447700900123'], adapt: false }, picture);
    expect(kept).toEqual({ file: picture, changes: [], warnings: [] });
  });
});
