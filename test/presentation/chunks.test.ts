import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinOctets } from '../../src/bytes/index.ts';
import { adapt } from '../../src/cli/commands/adapt.ts';
import { compose } from '../../src/cli/commands/compose.ts';
import { Presentation } from '../../src/presentation/index.ts';
import { runCommand } from '../support/cli.ts';

const HARBOUR = join(import.meta.dirname, '../../samples/harbour');
const FILES = ['noon.jpg', 'night.png'].map(name => join(HARBOUR, name));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mms-chunks-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const harbour = (): Promise<Presentation> =>
  Presentation.fromFiles(
    FILES.map(path => ({ name: path.replace(/.*\//, ''), data: new Uint8Array(readFileSync(path)) })),
  );

describe('a message in pieces', () => {
  it.each([
    {},
    { to: ['+447700900123'] },
    { to: ['+447700900123'], transactionId: 'T1' },
    { messageType: 'm-retrieve-conf' },
  ] as const)('has the octets, sizes and findings of one: %j', async headers => {
    const message = await harbour();
    const { bytes, ...whole } = message.encode(headers);
    const { chunks, ...inPieces } = message.encodeChunks(headers);
    expect(Buffer.from(joinOctets(chunks)).equals(bytes)).toBe(true);
    expect(inPieces).toEqual(whole);
  });

  it('holds the large media themselves', async () => {
    const message = await harbour();
    const { chunks } = message.encodeChunks();
    const large = message.parts.filter(({ data }) => data.length >= 2048);
    expect(large.length).toBeGreaterThan(0);
    for (const { data } of large) expect(chunks.some(chunk => chunk === data)).toBe(true);
  });
});

describe('the command line', () => {
  it('writes the same octets to a file, whole, and to standard output', async () => {
    const { bytes } = (await harbour()).encode();
    const path = join(folder, 'x.mms');
    await runCommand(compose, [...FILES, '-o', path]);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    const { octets } = await runCommand(compose, [...FILES, '-o', '-']);
    expect(octets.equals(bytes)).toBe(true);
    const adapted = join(folder, 'y.mms');
    await runCommand(adapt, [path, '--max-size', '5000000', '-o', adapted]);
    const { presentation } = await Presentation.fromMms(bytes).adapt({ maxBytes: 5_000_000 });
    expect(readFileSync(adapted).equals(presentation.toMms())).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['x.mms', 'y.mms']);
  });
});
