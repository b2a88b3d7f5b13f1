import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runLine } from '../../support/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'mms-words-'));
const at = (name: string): string => join(folder, name);
beforeAll(() => {
  copyFileSync(join(import.meta.dirname, '../../../samples/harbour/noon.jpg'), at('noon.jpg'));
  writeFileSync(at('m.json'), '{ "to": ["447700900123"], "delayMinutes": 0, "text": "hi" }');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function refusal(args: readonly string[]): Promise<string> {
  return (await runLine(args, { env: { MMS_USERNAME: 'u', MMS_PIN: '0000' } })).stderr;
}

const TO = ['--to', '447700900123', '--dry-run'];
const OUT = ['-o', at('o.mms')];

const CASES: readonly (readonly [told: string, args: readonly string[]])[] = [
  ['--to: expected --to or --address-book', ['send', 'text', '--text', 'hi', '--dry-run']],
  ['--to: expected 7 to 15 digits', ['send', 'text', '--text', 'hi', '--to', '07700', '--dry-run']],
  ['--delay: expected 1 to 10080', ['send', 'text', '--text', 'hi', '--delay', '99999', ...TO]],
  ['--at: expected YYYY', ['send', 'text', '--text', 'hi', '--at', '2020', ...TO]],
  ['--text: a message of kind text needs --text', ['send', 'text', ...TO]],
  ['needs --library or FILE', ['send', 'mms', ...TO]],
  [
    '--cc: a message of kind picture-message has no --cc',
    ['send', 'picture-message', '--library', '3', '--cc', '1', ...TO],
  ],
  [
    '--mcc: expected three digits',
    ['send', 'operator-logo', at('noon.jpg'), '--mcc', '1', '--mnc', '99', ...TO],
  ],
  ['--udh: expected a hexadecimal digit', ['send', 'pdu', '--udh', 'zz', '--data', '00', ...TO]],
  ['--udh: the length octet announces 6', ['send', 'pdu', '--udh', '06', '--data', '00', ...TO]],
  ['--chunk takes a number from 1', ['send', 'text', '--text', 'hi', '--chunk', '0', ...TO]],
  [
    'or set --insecure-http',
    ['send', 'text', '--text', 'hi', '--to', '447700900123', '--server', 'http://example.com/'],
  ],
  ['--date: expected a date', ['compose', at('noon.jpg'), ...OUT, '--date', 'yesterday']],
  ['--content-class: X-Mms-Content-Class', ['compose', at('noon.jpg'), ...OUT, '--content-class', 'foo']],
  ['set --mms-version to 1.3', ['compose', at('noon.jpg'), ...OUT, '--content-class', 'foo']],
  ['--from: "" is not an address', ['compose', at('noon.jpg'), ...OUT, '--from', '']],
  ['--port: expected a port', ['sms', '--text', 'hi', '--port', '99999']],
  ['--reference: expected a reference', ['sms', '--text', 'hi', '--reference', '999']],
  ['ask for --reference-bits 16', ['sms', '--text', 'hi', '--reference', '999']],
  ['--text: U+0436', ['sms', '--text', 'ж', '--encoding', 'gsm7']],
  ['--data: expected a hexadecimal digit', ['sms', '--data', 'zz']],
  ['--decode: expected a hexadecimal digit', ['sms', '--decode', 'zz']],
  ['--hex: expected a hexadecimal digit', ['decode', '--hex', 'zz']],
  [
    '--mcc: expected an mcc',
    ['bitmap', at('noon.jpg'), '--kind', 'operator-logo', '--mcc', '1', '--mnc', '2'],
  ],
  ['--width: expected a width', ['bitmap', at('noon.jpg'), '--kind', 'raw', '--width', '0']],
  ['--to: expected 1-20 digits', ['settings', '--network', '234-10', '--to', 'x']],
];

describe('an error names what was typed', () => {
  it.each(CASES)('%s', async (told, args) => {
    expect(await refusal(args)).toContain(told);
  });

  it('in JSON too', async () => {
    const { error } = JSON.parse(await refusal(['sms', '--text', 'hi', '--reference', '999', '--json']));
    expect(error).toMatchObject({ path: '--reference', hint: 'ask for --reference-bits 16' });
  });

  it('the key where it stands in a file', async () => {
    expect(await refusal(['send', 'text', '--input', at('m.json'), '--dry-run'])).toContain(
      'delayMinutes: expected',
    );
  });
});

describe('numbers of a message that does not fit', () => {
  it.each(['20', '60', '69'])('--max-size %s', async size => {
    const told = await refusal(['compose', at('noon.jpg'), ...OUT, '--max-size', size]);
    const [, limit, needed] = /the limit is (\d+) octets, the message needs at least (\d+)/.exec(told) ?? [];
    expect(limit).toBe(size);
    expect(Number(needed)).toBeGreaterThan(Number(size));
  });

  it('says what is kept free', async () => {
    writeFileSync(at('b.yaml'), 'slides: [{ image: noon.jpg }]\nbudget: { bytes: 2000, reserve: 1900 }\n');
    const told = await refusal(['compose', at('b.yaml'), ...OUT]);
    expect(told).toMatch(
      /the limit is 2000 octets, the message needs at least 2\d\d\d, 1900 of them kept free/,
    );
  });
});
