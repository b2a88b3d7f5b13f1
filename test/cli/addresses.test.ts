import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runLine } from '../support/cli.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mms-addresses-'));
  writeFileSync(join(folder, 'a.txt'), 'hello');
});
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);

/** Every command that takes a recipient, up to its `--to`. */
const WAYS = (): Readonly<Record<string, string[]>> => ({
  compose: ['compose', at('a.txt'), '-o', at('a.mms')],
  sms: ['sms', '--text', 'hello'],
  push: ['push', '--si-href', 'http://www.example.com/a', '--si-content', 'Hello'],
  settings: ['settings', '--network', '234-10'],
  send: ['send', 'text', '--text', 'hello', '--dry-run'],
});

describe('recipients on the command line', () => {
  const commands = ['compose', 'sms', 'push', 'settings', 'send'];

  it.each(
    commands.flatMap(command =>
      ['a b', '+44(0)20 7946 0000', 'jo hn@example.com', '+', '4477009001230000000000000'].map(to => [
        command,
        to,
      ]),
    ),
  )('%s refuses %j and names --to', async (command = '', to = '') => {
    const { code, stderr } = await runLine([...(WAYS()[command] ?? []), '--to', to]);
    expect(code).toBe(1);
    expect(stderr).toContain('--to');
  });

  it.each(commands)('%s tells what is wrong with (0) behind a country code', async command => {
    const { stderr } = await runLine([...(WAYS()[command] ?? []), '--to', '+44 (0)20 7946 0000']);
    expect(stderr).toContain('leave out the (0): it is dialled inside the country only');
  });

  it.each(commands)('%s takes a number with blanks', async command => {
    const { code } = await runLine([...(WAYS()[command] ?? []), '--to', '+44 7700 900123']);
    expect(code).toBe(0);
  });

  it.each([
    ['John', 'John is sent as a short code'],
    ['*123', '*123 is sent as a short code'],
    ['a/b@example.com', 'some phones cut a/b@example.com at the "/"'],
  ])('compose and lint tell of %s alike', async (to, told) => {
    const composed = await runLine(['compose', at('a.txt'), '-o', at('odd.mms'), '--to', to]);
    const linted = await runLine(['lint', at('odd.mms')]);
    expect(composed.stderr).toContain(told);
    expect(linted.stdout).toContain(told);
    expect(linted.stdout.split(told)).toHaveLength(2);
  });

  it('writes the digits of a number with blanks into the PDU of an SMS', async () => {
    // 23.040 9.1.2.5: 12 semi-octets, type 91, 44 77 00 90 01 23 with nibbles swapped.
    const { stdout } = await runLine(['sms', '--text', 'hi', '--to', '+44 7700 900123']);
    expect(stdout).toContain('0c91447700091032');
  });
});
