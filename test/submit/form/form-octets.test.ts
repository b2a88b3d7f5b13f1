import { describe, expect, it } from 'vitest';
import { readFormText, textOfForm } from '../../../src/submit/form/form-octets.ts';
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

describe('a value of octets', () => {
  const HEADER = 'SmsSubmitPduUserDataHeader';
  const octetsOf = (text: string): Uint8Array => new TextEncoder().encode(text);
  /** As many digits stay in the text. */
  const START = '5A'.repeat(2048);
  const LONG = `${START}A5`;
  const READ = new Uint8Array(2049).fill(0x5a).fill(0xa5, 2048);

  it.each([
    ['alone', `${DATA}=${LONG}`, `${DATA}=${START}`, DATA],
    ['in front', `${DATA}=${LONG}&PIN=1`, `${DATA}=${START}&PIN=1`, DATA],
    ['behind others', `Username=a&PIN=1&${DATA}=${LONG}`, `Username=a&PIN=1&${DATA}=${START}`, DATA],
    ['behind a blank pair', `&${DATA}=${LONG}&PIN=1`, `&${DATA}=${START}&PIN=1`, DATA],
    ['by its longest name', `${HEADER}=${LONG}`, `${HEADER}=${START}`, HEADER],
    [
      'by its name in other letters',
      `wappushFILEDATA1=${LONG}`,
      `wappushFILEDATA1=${START}`,
      'WAPPushFileData1',
    ],
    ['of another name beside it', `${HEADER}=00&${DATA}=${LONG}`, `${HEADER}=00&${DATA}=${START}`, DATA],
  ])('is no part of the text: %s', (_, body, text, name) => {
    expect(readFormText(octetsOf(body))).toEqual({ text, long: { name, octets: READ } });
  });

  it.each([
    ['short', `${DATA}=${START}`],
    ['of another parameter', `Message=${LONG}`],
    ['of a longer name', `${HEADER}s=${LONG}`],
    ['given twice', `${DATA}=${LONG}&${DATA}=${LONG}`],
    ['given before without a value', `${DATA}&${DATA}=${LONG}`],
    ['given again without a value', `${DATA}=${LONG}&${DATA}`],
    ['of half an octet more', `${DATA}=${LONG}5&PIN=1`],
    ['with something else in it', `${DATA}=${LONG}%20${LONG}`],
  ])('stays in the text where it is %s', (_, body) => {
    expect(readFormText(octetsOf(body))).toEqual({ text: body });
  });

  it('is a value of the message', () => {
    const body = `SendTo=447700900123&${NAME}Name1=a.mms&${DATA}=${LONG}`;
    expect(decodeForm(octetsOf(body)).message).toMatchObject({ file: { name: 'a.mms', data: READ } });
  });

  it('is read among characters beyond ASCII', () => {
    expect(readFormText(octetsOf(`Message=é&${DATA}=${LONG}`)).text).toBe(`Message=é&${DATA}=${START}`);
    expect(textOfForm(octetsOf('é')).length).toBe(1);
    expect(textOfForm(octetsOf('xey').subarray(1, 2))).toBe('e');
  });
});
