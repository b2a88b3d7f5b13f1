import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFolder } from '../../src/archive/index.ts';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { Presentation } from '../../src/presentation/index.ts';

const FOLDER = join(import.meta.dirname, '../vectors/mms');

const messages = readdirSync(FOLDER)
  .map(
    file =>
      JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as {
        name: string;
        hex: string;
        pdu: { type: string; parts?: unknown };
      },
  )
  .filter(({ pdu }) => /^m-(?:send-req|retrieve-conf)$/.test(pdu.type) && pdu.parts !== undefined);

describe('messages that others wrote', () => {
  it('finds them', () => expect(messages.length).toBeGreaterThan(8));

  for (const { name, hex } of messages) {
    it(`${name} is written back octet by octet, from memory and from its unpacked files`, async () => {
      const message = Presentation.fromMms(fromHex(hex));
      expect(toHex(message.toMms())).toBe(hex);
      const folder = mkdtempSync(join(tmpdir(), 'unpack-'));
      try {
        await writeFolder(join(folder, 'parts'), message.unpack());
        expect(toHex((await Presentation.fromFolder(join(folder, 'parts'))).toMms())).toBe(hex);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }

  it('turns a submission into what a phone fetches, without Bcc and insert-address', () => {
    const sent = messages.find(({ name }) => name.startsWith('07'));
    const message = Presentation.fromMms(fromHex(sent?.hex ?? ''));
    const { bytes, issues } = message.encode({ messageType: 'm-retrieve-conf' });
    const dropped = issues.filter(({ code }) => code === 'mms/field-dropped').map(({ path }) => path);
    expect(dropped).toEqual(expect.arrayContaining(['expiry', 'deliveryTime', 'senderVisibility']));
    expect(Presentation.fromMms(bytes).headers).not.toHaveProperty('from');
  });

  it('names the PDU that carries no message', () => {
    expect(() => Presentation.fromMms(fromHex('8c8598523900' + '8d92'))).toThrow(
      expect.objectContaining({ code: 'presentation/unsupported-pdu' }),
    );
  });
});
