import { describe, expect, it } from 'vitest';
import { readFormText } from '../../../src/submit/form/form-octets.ts';
import { decodeForm } from '../../../src/submit/index.ts';

const FILE_OCTETS = 100_000;
const NAME = 'MMSNotificationFile';
const DATA = `${NAME}Data1`;
const DIGITS = '5A'.repeat(FILE_OCTETS);
const form = (...pairs: readonly string[]): Uint8Array =>
  new TextEncoder().encode(
    ['Username=a', 'PIN=1', 'SendTo=447700900123', `${NAME}Name1=a.mms`, ...pairs].join('&'),
  );

/* A file of a form is larger than all else: as a text it would be copied more often than it is read. */

describe('a form in octets', () => {
  it('is text without its file, which is read from the octets', () => {
    const { text, long } = readFormText(form(`${DATA}=${DIGITS}`, 'Message=Hi'));
    expect(text.length).toBeLessThan(5000);
    expect(text.endsWith('&Message=Hi')).toBe(true);
    expect(long?.name).toBe(DATA);
    expect(long?.octets).toEqual(new Uint8Array(FILE_OCTETS).fill(0x5a));
  });

  it.each([
    ['a file', form(`${DATA}=${DIGITS}`)],
    ['a name that is spelt otherwise', form(`${DATA.toLowerCase()}=${DIGITS}`)],
    ['a file that is given twice', form(`${DATA}=${DIGITS}`, `${DATA}=5A`)],
    ['an odd number of digits', form(`${DATA}=${DIGITS}5`)],
    ['something else among the digits', form(`${DATA}=${DIGITS}%20${DIGITS}`)],
    ['a line end behind it', form(`${DATA}=${DIGITS}\r\n`)],
    ['characters beyond ASCII', form(`${DATA}=${DIGITS}`, 'Message=é')],
  ])('says the same as its text: %s', (_, octets) => {
    expect(decodeForm(octets)).toEqual(decodeForm(new TextDecoder().decode(octets)));
  });
});
