import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runLine } from '../support/cli.ts';

const FILES = {
  'hello.txt': 'hello',
  'sms.json': '{"text":"a","encodng":"gsm7"}',
  'ports.json': '{"text":"a","ports":{"destnation":3}}',
  'push.json': '{"siHref":"http://www.example.com/a","siContnt":"x"}',
  'bitmap.json': '{"width":1,"hieght":1,"rows":["#"]}',
  'send.json': '{"text":"hi","replyT":"x"}',
  'card.json': '{"famly":"Bloggs"}',
  'ems.json': '{"items":[{"type":"txt","text":"a"}]}',
  'profile.json': '{"accept":["image/jpeg"],"maxByte":1000}',
  'manifest.json': '{"to":["+447700900123"],"slids":[]}',
} as const;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mms-suggestions-'));
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** `@name` is a file of {@link FILES}. */
const line = (words: string): string[] =>
  words.split(' ').map(word => (word.startsWith('@') ? join(folder, word.slice(1)) : word));

/** What is typed, what is meant, and the exit code. */
const SLIPS = [
  ['--vesion', '--version', 2],
  ['--hepl', '--help', 2],
  ['composse', 'compose', 2],
  ['help composse', 'compose', 2],
  ['compose --profle x', '--profile', 2],
  ['compose --profle=x', '--profile', 2],
  ['compose -profile x', '--profile', 2],
  ['compose @hello.txt --pdu sendreq -o -', 'send-req', 2],
  ['compose @hello.txt --mms-version 1.3 --content-class image-basci -o -', 'image-basic', 1],
  ['compose @hello.tx -o -', 'hello.txt', 1],
  ['compose @manifest.json -o -', 'slides', 1],
  ['compose @hello.txt --profile nokia-623 -o -', 'nokia-6230', 1],
  ['compose @hello.txt --profile oma-image-basci -o -', 'oma-image-basic', 1],
  ['compose @hello.txt --profile @profile.json -o -', 'maxBytes', 1],
  ['lint @hello.txt --content-class image-basci', 'image-basic', 1],
  ['lint @hello.txt --rule header/mail-slsh=off', 'header/mail-slash', 1],
  ['sms --text a --encoding gms7', 'gsm7', 2],
  ['sms --input @sms.json', 'encoding', 1],
  ['sms --input @ports.json', 'destination', 1],
  ['push --input @push.json', 'siContent', 1],
  ['bitmap --input @bitmap.json --kind wbmp', 'height', 1],
  ['send mmms @hello.txt --to +447700900123', 'mms', 2],
  ['send text --input @send.json --to +447700900123', 'replyTo', 1],
  ['send text --text a --to +447700900123 --via smp', 'smpp', 2],
  ['vcard @card.json', 'family', 1],
  ['ems --input @ems.json', 'text', 1],
  ['ringtone @hello.txt --to rtttll', 'rtttl', 2],
  ['ringtone @hello.txtt', 'hello.txt', 1],
] as const;

describe('a slip of the pen', () => {
  it.each(SLIPS)('mms %s: %s is suggested', async (typed, meant, expected) => {
    const { code, stderr } = await runLine(line(typed));
    expect(stderr).toContain(`did you mean ${meant}?`);
    expect(code).toBe(expected);
  });

  it.each(SLIPS)('mms %s --json: %s is suggested in one JSON document', async (typed, meant) => {
    const { stdout, stderr } = await runLine([...line(typed), '--json']);
    expect(stdout).toBe('');
    expect(JSON.stringify(JSON.parse(stderr))).toContain(`did you mean ${meant}?`);
  });

  it('mms completion fihs: fish is suggested', async () => {
    const { code, stderr } = await runLine(['completion', 'fihs']);
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('did you mean fish?'),
    });
  });

  it('names the networks of the country that are near, the nearest first', async () => {
    const { stderr } = await runLine(['networks', '234-155']);
    expect(stderr).toContain('near are 234-15, ');
  });

  it.each(['--hepl', 'composse', 'help composse'])(
    'points to the help that there is: mms %s',
    async typed => {
      const { stderr } = await runLine(line(typed));
      expect(stderr).toMatch(/^mms: .*\n {2}mms --help tells what it takes\n$/);
    },
  );
});
