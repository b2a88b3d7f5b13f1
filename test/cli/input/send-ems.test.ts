import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../../src/cli/run.ts';
import { emsItems } from '../../../src/ems/index.ts';
import { parseIMelody } from '../../../src/ringtone/index.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/index.ts';
import { looseMessage, named } from '../../preview/message.ts';

const folder = mkdtempSync(join(tmpdir(), 'send-ems-'));
afterAll(() => rmSync(folder, { recursive: true }));

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

function file(name: string, data: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, data);
  return path;
}

async function send(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await runCli(['send', 'ems', ...args, '--to', '447700900123', '--server', sandbox.url], {
    stdout: { write: data => (out += String(data)) },
    stderr: { write: text => (err += text) },
    stdin: async () => new TextEncoder().encode('From a pipe\n'),
    env: { MMS_USERNAME: 'ANOther.12345', MMS_PIN: 'CANARY-7f3a' },
    isTerminal: false,
  });
  expect(out + err).not.toContain('CANARY-7f3a');
  return { code, out, err };
}

/** The items of every SMS that came. */
const received = () =>
  sandbox.messages.map(({ message }) =>
    message.kind === 'pdu' && message.userDataHeader !== undefined
      ? emsItems(message.userDataHeader, message.text ?? '')
      : message,
  );

const long = JSON.stringify({
  items: [
    { type: 'text', text: 'x'.repeat(200), format: { bold: true } },
    { type: 'melody', tune: 'a:d=4,o=5,b=160:c,e,g' },
  ],
});

describe('mms send ems', () => {
  it('sends a short message as one SMS, for the make that it is for', async () => {
    const items = file('short.json', JSON.stringify({ items: [{ type: 'sound', number: 3 }] }));
    const { code, err } = await send('--input', items, '--text', 'Hello', '--phone-make', 'Siemens');
    expect([code, err]).toEqual([0, '']);
    expect(received()).toEqual([
      [
        { type: 'sound', number: 3 },
        { type: 'text', text: 'Hello' },
      ],
    ]);
    expect(sandbox.messages[0]?.message).toMatchObject({ kind: 'pdu', phoneMake: 'Siemens' });
  });

  it('takes a picture, a tune or a text as FILE', async () => {
    const black = sharp({ create: { width: 16, height: 16, channels: 3, background: '#000' } });
    await send(file('a.png', await black.png().toBuffer()), '--text', 'A square');
    await send(file('a.rtttl', 'up:d=4,o=5,b=160:c,e,g'));
    await send(file('a.txt', 'Plain words\n'));
    const [picture, tune, text] = received();
    expect(picture).toEqual([
      expect.objectContaining({ type: 'picture', rows: Array.from({ length: 16 }, () => '#'.repeat(16)) }),
      { type: 'text', text: 'A square' },
    ]);
    const [melody] = Array.isArray(tune) ? tune : [];
    const imelody = melody?.type === 'melody' && 'imelody' in melody ? melody.imelody : '';
    expect(parseIMelody(imelody).events.map(({ note }) => note)).toEqual(['c', 'e', 'g']);
    expect(text).toMatchObject({ kind: 'text', text: 'Plain words' });
  });

  it('takes a message or standard input as FILE, for the make that it is for', async () => {
    const black = await sharp({ create: { width: 16, height: 16, channels: 3, background: '#000' } })
      .png()
      .toBuffer();
    const message = file('a.mms', looseMessage([named('a.png', 'image/png', black)]));
    expect((await send(message)).code).toBe(0);
    expect((await send(message, '--phone-make', 'Siemens')).code).toBe(0);
    expect((await send('-')).code).toBe(0);
    const [picture, forMake, text] = received();
    expect(picture).toMatchObject([{ type: 'picture' }]);
    expect(forMake).toMatchObject([{ type: 'picture' }]);
    expect(text).toMatchObject({ kind: 'text', text: 'From a pipe' });
  });

  it('sends a long one an SMS at a time, all with one reference', async () => {
    const { code, out, err } = await send(file('long.json', long), '--json');
    expect(code).toBe(0);
    expect(err).toBe('SMS 1 of 3: accepted\nSMS 2 of 3: accepted\nSMS 3 of 3: accepted\n');
    expect(JSON.parse(out)).toMatchObject([{}, {}, {}].map(() => ({ outcome: 'accepted' })));
    const concatenated = sandbox.messages.map(({ message }) =>
      message.kind === 'pdu' ? [...(message.userDataHeader ?? [])].slice(1, 6) : [],
    );
    const reference = concatenated[0]?.[2];
    expect(concatenated).toEqual([1, 2, 3].map(sequence => [0, 3, reference, 3, sequence]));
    await send(file('other.json', long.replace('xxx', 'yyy')));
    expect(sandbox.messages[3]?.message).not.toMatchObject({
      userDataHeader: expect.arrayContaining([0, 3, reference]),
    });
    await send(file('long.json', long), '--reference', '7');
    const last = sandbox.messages.at(-1)?.message;
    expect(last?.kind === 'pdu' && last.userDataHeader?.[3]).toBe(7);
  });

  it('ends with the first SMS that is not accepted', async () => {
    sandbox.fault({ kind: 'report', report: 0 });
    sandbox.fault({ kind: 'report', report: 15 });
    const { code, err } = await send(file('long.json', long));
    expect(code).toBe(1);
    expect(err).toContain('SMS 1 of 3: accepted\nSMS 2 of 3: rejected\n');
    expect(sandbox.messages).toHaveLength(1);
  });

  it.each([
    [['--text', 'a', '--phone-make', 'Nokia'], 1, 'Nokia telephones have no EMS'],
    [['--text', 'a', '--phone-make', 'Nokai'], 1, '--phone-make: expected one of'],
    [[], 2, 'expected FILE, --input or --text'],
    [['--text', 'x'.repeat(400), '--chunk', '1'], 2, '--chunk does not go with a message of several SMS'],
  ])('refuses %j', async (args, wanted, words) => {
    const { code, err } = await send(...args);
    expect(code).toBe(wanted);
    expect(err).toContain(words);
    expect(sandbox.messages).toEqual([]);
  });

  it('tells what the make does not take', async () => {
    const rows = Array.from({ length: 8 }, () => '#'.repeat(24));
    const wide = file('wide.json', JSON.stringify({ items: [{ type: 'picture', rows }] }));
    const { code, err } = await send('--input', wide, '--phone-make', 'Ericsson');
    expect(code).toBe(0);
    expect(err).toContain('ems/not-taken');
  });
});
