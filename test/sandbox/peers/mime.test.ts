import { describe, expect, it } from 'vitest';
import { parseField, parseMultipart } from '../../../src/sandbox/peers/mime.ts';

describe('a field', () => {
  it('is a value in small letters, and parameters, quoted or not', () => {
    const { value, parameters } = parseField('Multipart/Related; Boundary="a\\"b;c"; type=text/xml');
    expect(value).toBe('multipart/related');
    expect([...parameters]).toEqual([
      ['boundary', 'a"b;c'],
      ['type', 'text/xml'],
    ]);
    expect(parseField('')).toEqual({ value: '', parameters: new Map() });
  });
});

describe('a multipart', () => {
  const partsOf = (text: string) =>
    parseMultipart(Buffer.from(text, 'latin1'), 'b').map(({ fields, data }) => [
      Object.fromEntries(fields),
      Buffer.from(data).toString('latin1'),
    ]);

  it('has the parts between its boundaries', () => {
    expect(partsOf('preamble\r\n--b\r\nContent-ID: <a>\r\n\r\none\r\n--b\r\n\r\ntwo\r\n--b--\r\n')).toEqual([
      [{ 'content-id': '<a>' }, 'one'],
      [expect.anything(), ''],
    ]);
  });

  it('has its Base64 taken off', () => {
    const part = '--b\r\nContent-Transfer-Encoding: BASE64\r\n\r\nSGk=\r\n--b--';
    expect(partsOf(part)).toEqual([[{ 'content-transfer-encoding': 'BASE64' }, 'Hi']]);
  });

  it('has no content in a part without an empty line, and no part that does not end', () => {
    expect(partsOf('--b\r\nContent-ID: <a>\r\n--b--')).toEqual([[expect.anything(), '']]);
    expect(partsOf('--b\r\n\r\nhalf')).toEqual([]);
    expect(partsOf('--b')).toEqual([]);
    expect(partsOf('none')).toEqual([]);
  });
});
