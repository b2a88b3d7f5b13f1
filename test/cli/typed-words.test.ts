import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runLine } from '../support/cli.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mms-typed-'));
  writeFileSync(join(folder, 'a.txt'), 'hello');
});
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);

describe('what is told names what was typed', () => {
  it('a finding about an option names the option', async () => {
    const { stderr } = await runLine([
      'compose',
      at('a.txt'),
      '-o',
      at('a.mms'),
      '--to',
      'John',
      '--transaction-id',
      'é',
    ]);
    expect(stderr).toMatch(/^--to {2}warning {2}header\/recipient-form/m);
    expect(stderr).toMatch(/^--transaction-id {2}warning {2}wsp\/non-ascii-text/m);
  });

  it('a finding about a key of a manifest names the key', async () => {
    writeFileSync(at('m.yaml'), 'to: [John]\nslides: [{ text: hi }]');
    const { stderr } = await runLine(['compose', at('m.yaml'), '-o', at('m.mms')]);
    expect(stderr).toMatch(/^to\[0\] {2}warning {2}header\/recipient-form/m);
  });

  it('the first of several problems is in the words of the others', async () => {
    const { stderr } = await runLine(['send', 'operator-logo', '--to', '447700900123', '--dry-run']);
    expect(stderr).toContain('needs --library or FILE');
    expect(stderr).not.toContain('bitmap');
  });

  it('a header that is cut names --udh', async () => {
    const { stderr } = await runLine(['sms', '--text', 'hi', '--udh', '05']);
    expect(stderr).toMatch(/^mms sms: --udh: .*expected 5 more octets, found 0/);
  });

  it.each(['ringtone x:d=4,o=5,b=100:c', 'sms --text hi', 'settings --network 234-10'])(
    'mms %s takes a number with blanks for --to',
    async line => {
      const { code, stdout } = await runLine([...line.split(' '), '--to', '+44 7700 900123']);
      expect(code).toBe(0);
      expect(stdout).toContain('0c91447700091032');
    },
  );

  it.each([
    [
      '{"to": ["+447700900123"],\n"slides": [{"text": "a"}\n "x": 1}',
      ':3:2: missing , or : between list items',
    ],
    ['{"to": ["+447700900123"]\n"slides": [{"text": "a"}]}', ':2:1: missing , between object items'],
    ['{"to": ["+447700900123",\n"slides": [{"text": "a"}]}', ': list must end with a ]'],
  ])('a slip in a JSON manifest is one problem in words of JSON: %j', async (text, told) => {
    writeFileSync(at('slip.json'), text);
    const { code, stderr } = await runLine(['compose', at('slip.json'), '-o', at('slip.mms')]);
    expect(code).toBe(1);
    expect(stderr).toContain(told);
    expect(stderr).not.toMatch(/flow|block/);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
