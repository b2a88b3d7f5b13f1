import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { decodePdu, encodePdu } from '../../src/mms/index.ts';
import { composeTargets, Presentation } from '../../src/presentation/index.ts';
import { encodeMultipart } from '../../src/wsp/index.ts';

vi.mock(import('../../src/mms/index.ts'), async original => {
  const room = await original();
  return { ...room, encodePdu: vi.fn(room.encodePdu) };
});

const MANIFEST = {
  subject: 'Spring sale',
  slides: [{ text: { value: 'One' } }, { text: { value: 'Two ä' } }],
  targets: { small: { budget: { bytes: 5_000 } }, large: { budget: { bytes: 100_000 } } },
};

/** Calls that wrote parts, not headers alone. */
function wholeMessages(): number {
  return vi.mocked(encodePdu).mock.calls.filter(([pdu]) => 'parts' in pdu && (pdu.parts ?? []).length > 0)
    .length;
}

describe('a composed message', () => {
  it('is encoded once, adapted and with its sizes', async () => {
    vi.mocked(encodePdu).mockClear();
    const messages = await composeTargets(MANIFEST);
    expect(wholeMessages()).toBe(0);
    for (const { presentation } of messages) expect(presentation.encode().sizes.total).toBeGreaterThan(200);
    expect(wholeMessages()).toBe(messages.length);
  });

  it('has the sizes that are measured without encoding it', async () => {
    const files = Array.from({ length: 140 }, (_, i) => ({
      name: `note${i}.txt`,
      data: new TextEncoder().encode('x'.repeat(i * 7)),
    }));
    for (const count of [1, 2, 127, 128, 140]) {
      const message = await Presentation.fromFiles(files.slice(0, count), { smil: 'never' });
      for (const options of [
        {},
        { to: ['+447700900123'], subject: 'é' },
        { messageType: 'm-retrieve-conf' },
      ] as const)
        expect(message.sizeReport(options)).toEqual(message.encode(options).sizes);
      const { headerBytes, parts, total } = message.sizeReport();
      const inParts = parts.reduce((sum, { outBytes, overheadBytes }) => sum + outBytes + overheadBytes, 0);
      expect(headerBytes + inParts).toBe(total);
      expect(total).toBe(message.toMms().length);
    }
  });
});

describe('the default transaction id', () => {
  const idOf = (bytes: Uint8Array): string | undefined => {
    const pdu = decodePdu(bytes);
    return 'transactionId' in pdu ? pdu.transactionId : undefined;
  };

  it('is the SHA-256 of what the docs name', async () => {
    const message = await Presentation.fromManifest(MANIFEST);
    const { bytes, sizes } = message.encode({ to: ['+447700900123'] });
    const head = bytes.slice(0, sizes.headerBytes);
    head.fill(0x30, 4, 20);
    const hash = createHash('sha256').update(head);
    for (const part of message.parts) {
      hash.update(encodeMultipart([{ ...part, data: new Uint8Array() }]).subarray(1));
      hash.update(createHash('sha256').update(part.data).digest());
    }
    expect(idOf(bytes)).toBe(`T${hash.digest('hex').slice(0, 16)}`);
  });

  it('is the same for the same message, another one for another header, name or octet', async () => {
    const text = (content: string, name = 'a.txt'): Promise<Presentation> =>
      Presentation.fromFiles([{ name, data: new TextEncoder().encode(content) }]);
    const ids = [
      idOf((await text('a')).toMms()),
      idOf((await text('b')).toMms()),
      idOf((await text('a', 'b.txt')).toMms()),
      idOf((await text('a')).toMms({ subject: 'a' })),
      idOf((await text('a')).toMms({ to: ['+447700900123'] })),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(idOf((await text('a')).toMms())).toBe(ids[0]);
    expect(idOf((await text('a')).toMms({ transactionId: 'mine' }))).toBe('mine');
  });
});
