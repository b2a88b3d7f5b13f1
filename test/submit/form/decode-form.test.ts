import { describe, expect, it } from 'vitest';
import { type DecodeFormOptions, decodeForm } from '../../../src/submit/index.ts';

const TO = 'SendTo=447700900123';

function read(pairs: string, options?: DecodeFormOptions) {
  const { warnings, ...form } = decodeForm(`${TO}&${pairs}`, options);
  return {
    ...form,
    found: warnings.map(({ code, path }) => (path === undefined ? code : `${code} ${path}`)),
  };
}

describe('what stands around a message', () => {
  it.each([
    ['Message=x', 0, []],
    ['Message=x&ResponseFormat=0', 0, []],
    ['Message=x&ResponseFormat=1', 1, []],
    ['Message=x&ResponseFormat=3', 3, []],
    ['Message=x&ResponseFormat=2', 3, ['submit/form-value ResponseFormat']],
  ])('%s asks for the answer of format %i', (pairs, responseFormat, found) => {
    expect(read(pairs)).toMatchObject({ responseFormat, found });
  });

  it.each(['Username=A', 'PIN=1'])('%s alone is no account', pair => {
    expect(read(`${pair}&Message=x`)).not.toHaveProperty('credentials');
  });

  it('keeps the blanks of an account', () => {
    const { credentials, found } = read('Username=A 1&PIN=1 2&Message=x');
    expect([credentials?.username, credentials?.revealPin()]).toEqual(['A 1', '1 2']);
    expect(found).toEqual(['submit/form-blank Username', 'submit/form-blank PIN']);
  });
});

describe('a value of a form', () => {
  it.each([
    ['Message=a b', { kind: 'text', text: 'a b' }, ['submit/form-blank Message']],
    [
      'Message=x&Foo=a b',
      { kind: 'text', extraParameters: { Foo: 'a b' } },
      ['submit/form-unknown Foo', 'submit/form-blank Foo'],
    ],
    ['Message=x&Foo', { kind: 'text' }, ['submit/form-empty Foo']],
    [
      'PictureMessage= 20000',
      { kind: 'picture-message', library: 20_000 },
      ['submit/form-blank PictureMessage'],
    ],
    [
      'PictureMessage=0048 0E01 00',
      { kind: 'picture-message', bitmap: new Uint8Array([0, 72, 14, 1, 0]) },
      ['submit/form-blank PictureMessage', 'submit/bitmap-form bitmap'],
    ],
    ['Ringtone=73344', { kind: 'ringtone', library: 73_344 }, []],
    [
      'Ringtone=x:d=4',
      { kind: 'ringtone', tune: 'x:d=4' },
      ['submit/form-character Ringtone', 'submit/form-reserved Ringtone'],
    ],
  ])('%s', (pairs, message, found) => {
    expect(read(pairs)).toMatchObject({ message, found });
  });

  it('that cannot be read is left out', () => {
    const { message, found } = read('Message=x&SendTimeDelay=x');
    expect(Object.keys(message)).toEqual(['kind', 'to', 'text']);
    expect(found).toEqual(['submit/form-value SendTimeDelay']);
  });

  it('of an unknown name has 64 characters of it as its place', () => {
    expect(read(`Message=x&${'y'.repeat(70)}=1`).found).toEqual([`submit/form-unknown ${'y'.repeat(64)}`]);
  });
});

describe('a form without a message', () => {
  it.each([
    ['no content', TO, {}],
    ['the message is incomplete', `${TO}&WAPPushFileData1=00`, {}],
    ['ReplyTo: a character that is not', `${TO}&Message=a+b&ReplyTo=é`, { strict: true }],
    ['form: nothing between two &', `${TO}&&Message=x`, { strict: true }],
    ['SendTo: at most 0 numbers, found 1', `${TO}&Message=x`, { maxRecipients: 0 }],
    [
      'SendCc: at most 1 numbers, found 2',
      `${TO}&MMSFileMMS=80000&SendCc=447700900124,447700900125`,
      { maxRecipients: 1 },
    ],
  ])('is refused: %s', (reason, body, options) => {
    expect(() => decodeForm(body, options)).toThrow(reason);
    expect(() => decodeForm(body, options)).toThrow(
      expect.objectContaining({ code: 'submit/unreadable-form' }),
    );
  });

  it('is not one to an address book alone, however few numbers are wanted', () => {
    expect(decodeForm('SendToAddressBook=A&Message=x', { maxRecipients: 0 }).message).toMatchObject({
      addressBook: 'A',
    });
  });

  it.each([
    [() => decodeForm(JSON.parse('5')), 'body'],
    [() => decodeForm('Message=x', JSON.parse('5')), 'options'],
  ])('%#: a body and options are asked for', (run, path) => {
    expect(run).toThrow(expect.objectContaining({ code: 'bytes/value-type', path }));
  });
});
