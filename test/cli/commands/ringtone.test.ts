import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ringtone } from '../../../src/cli/commands/ringtone.ts';
import { decodeRingingTone, parseRtttl, toMidi, toWav } from '../../../src/ringtone/index.ts';
import { runCommand } from '../../support/cli.ts';

const UNCLE = 'Uncle:d=8,o=5,b=140,s=N,l=5:a,a,c.6,p';
/** As gammu 1.42 writes it. */
const UNCLE_HEX = '024a3a5555b98db194040a1096479a61a6288b483000';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mms-ringtone-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const run = (args: readonly string[], stdin = '') => runCommand(ringtone, args, { stdin });

describe('mms ringtone', () => {
  it('makes the ringing tone of a text, a file or standard input', async () => {
    const expected = { code: 0, stdout: `${UNCLE_HEX}\n`, stderr: '' };
    expect(await run([UNCLE])).toMatchObject(expected);
    expect(await run([file('uncle.rttl', `${UNCLE}\n`), '--to', 'ringing-tone', '--hex'])).toMatchObject(
      expected,
    );
    expect(await run(['-'], UNCLE)).toMatchObject(expected);
  });

  it('reads every format that it writes', async () => {
    const ott = file('uncle.ott', Buffer.from(UNCLE_HEX, 'hex'));
    for (const source of [ott, UNCLE_HEX, UNCLE]) {
      expect((await run([source, '--to', 'rtx'])).stdout).toBe('Uncle:d=8,o=5,b=140,s=N,l=5:a,a,c.6,p\n');
    }
    expect((await run([UNCLE, '--to', 'rtttl'])).stdout).toBe('Uncle:d=8,o=5,b=140:a,a,c.6,p\n');
    const midi = file('uncle.mid', toMidi(parseRtttl('Uncle:d=8,o=5,b=140:a,a,c.6,p')));
    expect((await run([midi, '--to', 'rtttl'])).stdout).toBe('Uncle:d=8,o=5,b=140:a,a,c.6,p\n');
    const json = file('uncle.json', (await run([UNCLE, '--to', 'json'])).stdout);
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ title: 'Uncle', loop: 5 });
    expect((await run(['--input', json])).stdout).toBe(`${UNCLE_HEX}\n`);
  });

  it('writes MIDI and WAV files', async () => {
    const tune = parseRtttl('T:d=8,o=5,b=140:a,a');
    const output = join(folder, 'out');
    expect((await run(['T:d=8,o=5,b=140:a,a', '--to', 'midi', '-o', output])).stdout).toBe('');
    expect([...readFileSync(output)]).toEqual([...toMidi(tune)]);
    await run(['T:d=8,o=5,b=140:a,a', '--to', 'wav', '--sample-rate', '8000', '-o', output]);
    expect([...readFileSync(output)]).toEqual([...toWav(tune, { sampleRate: 8000 })]);
    const { octets } = await run(['T:d=8,o=5,b=140:a,a', '--to', 'midi', '--octave-shift=-1', '-o', '-']);
    expect([...octets]).toEqual([...toMidi(tune, { octaveShift: -1 })]);
    expect(readdirSync(folder).filter(name => name.endsWith('.tmp'))).toEqual([]);
  });

  it('prints port, payload and segments as JSON', async () => {
    const { stdout } = await run([UNCLE, '--to', 'ringing-tone', '--to', '+447700900123', '--json']);
    const { segments, ...report } = JSON.parse(stdout);
    expect(report).toEqual({
      port: 5505,
      payload: UNCLE_HEX,
      warnings: [],
      durationMs: expect.closeTo(964.286, 3),
    });
    expect(segments).toMatchObject([{ sequence: 1, total: 1, userDataHeader: '06050415810000' }]);
    expect(segments[0].tpdu).toMatch(/^41000c9144770009103200f5/);
    expect(JSON.parse((await run([UNCLE, '--json'])).stdout).segments).toBeUndefined();
  });

  it('takes its options by flags or by JSON', async () => {
    const args = ['T:d=8,o=5,b=130:p,a', '--drop-leading-rests', '--loop', '3', '--style', 'staccato'];
    const { stdout, stderr } = await run([...args, '--tempo-rounding', 'ceil']);
    const tune = decodeRingingTone(Buffer.from(stdout.trim(), 'hex'));
    expect(tune.loop).toBe(3);
    expect(tune.events).toEqual([
      { note: 'a', octave: 5, duration: 8, modifier: 'none', bpm: 140, style: 'staccato' },
    ]);
    expect(stderr).toContain('ringtone/tempo-rounded');
    const options = { dropLeadingRests: true, loop: 3, style: 'staccato', tempoRounding: 'ceil' };
    const input = file('options.json', JSON.stringify({ tune: 'T:d=8,o=5,b=130:p,a', ...options }));
    expect((await run(['--input', input])).stdout).toBe(stdout);
  });

  it.each([
    [['x:c'], 'ringtone/syntax'],
    [['x::c:'], 'ringtone/syntax'],
    [['x::8.c', '--strict'], 'ringtone/dialect'],
    [['/no/such/file'], 'file/not-found'],
    [['x::c', '--to', 'rtttl', '--octaves', 'nokring'], undefined],
  ])('%j: %s', async (args, code) => {
    if (code === undefined) expect((await run(args)).code).toBe(0);
    else await expect(run(args)).rejects.toMatchObject({ code });
  });

  it.each([
    [[]],
    [['a::b', 'c::d']],
    [['a::b', '--to', 'mp3']],
    [['a::b', '--to', 'midi', '--to', 'wav']],
    [['a::b', '--to', 'midi', '--to', '+447700900123']],
    [['a::b', '--style', 'loud']],
  ])('%j is wrong usage', async args => {
    await expect(run(args)).rejects.toMatchObject({ name: 'UsageError' });
  });
});
