import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adapt } from '../../src/cli/commands/adapt.ts';
import { compose } from '../../src/cli/commands/compose.ts';
import { decode } from '../../src/cli/commands/decode.ts';
import { preview } from '../../src/cli/commands/preview.ts';
import { unpack } from '../../src/cli/commands/unpack.ts';
import { decodePdu } from '../../src/mms/index.ts';
import { Presentation } from '../../src/presentation/index.ts';
import { looseMessage, named, picture } from '../preview/message.ts';
import { runCommand } from '../support/cli.ts';

describe('a message on standard input', () => {
  let folder = '';
  let stdin: Uint8Array = new Uint8Array();
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'streams-'));
    stdin = looseMessage([named('a.png', 'image/png', await picture(40, 30))]);
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = (name: string): string => join(folder, name);

  it('is adapted to standard output, as octets alone', async () => {
    const args = ['-', '--profile', 'nokia-6230', '--max-size', '300kB', '-o', '-'];
    const { code, octets } = await runCommand(adapt, args, { stdin });
    expect(code).toBe(0);
    expect(decodePdu(octets)).toMatchObject({ parts: [{ contentLocation: 'a.png' }] });
  });

  it('is adapted to a ZIP, with a table of what became of its parts, or the same as JSON', async () => {
    const args = ['-', '--max-size', '300kB', '-o', path('a.zip')];
    const table = await runCommand(adapt, args, { stdin });
    expect(table.stdout).toMatch(/^part +in +out +change\na\.png .*\n\d+ octets of 307200\n$/);
    const { parts } = await Presentation.fromZip(readFileSync(path('a.zip')));
    expect(parts.map(({ name }) => name)).toContain('a.png');
    const json = await runCommand(adapt, [...args, '--json'], { stdin });
    expect(JSON.parse(json.stdout)).toMatchObject({ output: path('a.zip'), changes: [{ name: 'a.png' }] });
    const profile = path('bare.json');
    writeFileSync(profile, '{"id": "bare", "accept": ["image/*"]}');
    const bare = await runCommand(adapt, ['-', '--profile', profile, '-o', path('a.mms')], { stdin });
    expect(bare.stdout).toMatch(/\n\d+ octets\n$/);
  });

  it('is shown, unpacked, decoded and composed', async () => {
    const text = await runCommand(preview, ['-', '--text'], { stdin });
    expect(text.stdout).toContain('Slide 1 of 1, 5 s');
    const unpacked = await runCommand(unpack, ['-', '-d', path('parts')], { stdin });
    expect(unpacked.stdout).toMatch(/^a\.png {2}\d+$/m);
    const decoded = await runCommand(decode, ['-', '--json'], { stdin });
    expect(JSON.parse(decoded.stdout)).toMatchObject({ messageType: 'm-send-req' });
    const composed = await runCommand(compose, ['-', '-o', '-', '--transaction-id', 'T1'], { stdin });
    expect(composed.octets).toEqual(Buffer.from(stdin));
  });

  it('is larger than is allowed', async () => {
    await expect(runCommand(decode, ['-'], { stdin: new Uint8Array(64 * 1024 * 1024) })).rejects.toThrow(
      expect.objectContaining({ code: 'file/too-large', path: '-' }),
    );
  });
});
