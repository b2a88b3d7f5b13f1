import { describe, expect, it } from 'vitest';
import { ByteWriter, Carried, toHex } from '../../src/bytes/index.ts';
import { addressValue, fromValue } from '../../src/mms/addresses.ts';
import { addressForm, formatAddress } from '../../src/mms/index.ts';
import { itCodes, itReads, itRefuses, itRejects, itTolerates, z } from '../wsp/codec-rows.ts';

/** An address of so many characters: a name of 512, a mailbox with a domain of 255. */
const mailOf = (length: number): string =>
  `${'n'.repeat(512)}<${'l'.repeat(length - 770)}@${'d'.repeat(255)}>`;

describe('an address', () => {
  it.each([
    ['+447700900123', 'phone'],
    ['+44 (7700) 900-123', 'phone'],
    ['1234567', 'phone'],
    ['123456789012345', 'phone'],
    ['1234567890123456', undefined],
    ['+1', 'phone'],
    ['0', 'numeric-short-code'],
    ['123456', 'numeric-short-code'],
    ['*123', 'numeric-short-code'],
    ['#1', 'numeric-short-code'],
    ['ACME1', 'alphanumeric-short-code'],
    ['07700900123', 'phone'],
    ['+44 (0)7700 900123', undefined],
    ['a@b.example', 'mail'],
    ['A <a@b.example>', 'mail'],
    ['a@', undefined],
    ['a@b@c', undefined],
    ['+44.7700-900123/TYPE=PLMN', 'typed'],
    ['+447700900123/type=plmn', 'typed'],
    ['1.2.3.4/TYPE=IPV4', 'typed'],
    ['1.2.3/TYPE=IPV4', undefined],
    ['a%20b/TYPE=X_1', 'typed'],
    ['a b/TYPE=X_1', undefined],
    ['a/TYPE=', undefined],
    ['', undefined],
    ['-', undefined],
    [mailOf(1024), 'mail'],
    [mailOf(1025), undefined],
  ])('%s is %s', (address, form) => {
    expect(addressForm(address)).toBe(form);
  });

  it.each([
    ['+44 (7700) 900-123', '+447700900123/TYPE=PLMN'],
    ['+447700900123/TYPE=PLMN', '+447700900123/TYPE=PLMN'],
    ['+447700900123/type=plmn', '+447700900123/type=plmn'],
    ['a@b.example', 'a@b.example'],
    ['ACME1', 'ACME1'],
    ['123', '123'],
  ])('%s is written as %s', (address, written) => {
    expect(formatAddress(address)).toBe(written);
  });

  it('that is none is shown, a long one by its beginning', () => {
    const refusal = (address: string) => {
      try {
        return formatAddress(address);
      } catch (error) {
        return error;
      }
    };
    const code = 'mms/bad-address';
    expect(refusal('?')).toMatchObject({ code, message: '"?" is not an address' });
    expect(refusal('?'.repeat(1025))).toMatchObject({
      code,
      message: `"${'?'.repeat(40)}…" is not an address`,
    });
    expect(refusal('?'.repeat(1024))).toMatchObject({ message: expect.stringContaining('?'.repeat(41)) });
    expect(refusal('?')).toMatchObject({ hint: expect.stringContaining('+447700900123') });
    expect(refusal('+44 (0)7700 900123')).not.toMatchObject({ hint: expect.stringContaining('short code') });
    expect(refusal(7 as never)).toMatchObject({ code: 'bytes/value-type' });
  });
});

itReads(addressValue, [
  ['+447700900123/TYPE=PLMN', z('+447700900123/TYPE=PLMN')],
  ['1/TYPE=PLMN', z('1/TYPE=PLMN')],
  ['1234567890123456/TYPE=PLMN', z('1234567890123456/TYPE=PLMN')],
  ['1.2.3.4/TYPE=IPV4', z('1.2.3.4/TYPE=IPV4')],
  ['123', z('123')],
  [mailOf(1024), z(mailOf(1024))],
]);
itTolerates(addressValue, [
  ['/TYPE=PLMN', z('/TYPE=PLMN'), 'mms/address-form', 0],
  ['+/TYPE=PLMN', z('+/TYPE=PLMN'), 'mms/address-form', 0],
  ['12:45/TYPE=PLMN', z('12:45/TYPE=PLMN'), 'mms/address-form', 0],
  ['1/45/TYPE=PLMN', z('1/45/TYPE=PLMN'), 'mms/address-form', 0],
  ['/', z('/'), 'mms/address-form', 0],
  ['x1/TYPE=PLMN', z('x1/TYPE=PLMN'), 'mms/address-form', 0],
  ['1x/TYPE=PLMN', z('1x/TYPE=PLMN'), 'mms/address-form', 0],
  ['1234567/TYPE=IPV4', z('1234567/TYPE=IPV4'), 'mms/address-form', 0],
  [mailOf(1025), z(mailOf(1025)), 'mms/address-form', 0],
]);

describe('an address that is written as it was read', () => {
  const written = (address: string): string => {
    const writer = new ByteWriter(undefined, new Carried([]));
    addressValue.encode(writer, address);
    return toHex(writer.toBytes());
  };

  it('stays a number without its type', () => {
    expect(written('+447700900123')).toBe(z('+447700900123'));
  });

  it('is shown by its beginning where it is none', () => {
    expect(() => written('?'.repeat(50))).toThrow(`"${'?'.repeat(40)}" is not an address`);
  });

  it('is a text', () => {
    expect(() => written({} as never)).toThrow(expect.objectContaining({ code: 'bytes/value-type' }));
  });
});

itCodes(fromValue, [
  ['insert-address', '0181'],
  ['a@b.example', `0d80${z('a@b.example')}`],
]);
itRejects(fromValue, [
  ['0182', 'mms/field-value', 1],
  ['0141', 'wsp/value-form', 1],
]);
itRefuses<string>(fromValue, [
  ['?', 'mms/bad-address'],
  [7 as never, 'bytes/value-type'],
]);
