import { describe, expect, it } from 'vitest';
import { inboxAddress, readQuery } from '../../../src/sandbox/inbox/query.ts';

const read = (address: string) => readQuery(new URLSearchParams(address));

describe('the query of an inbox', () => {
  it('is read from its address, without what means nothing', () => {
    expect(read('q=+table+&kind=text&to=%2B44+77&open=3&look=octets')).toEqual({
      q: 'table',
      kind: 'text',
      to: '4477',
      open: 3,
      look: 'octets',
    });
    expect(read('kind=toString&to=x&open=-1&look=away')).toEqual(read(''));
    expect(read(`q=${'x'.repeat(200)}`).q).toHaveLength(100);
  });

  it('is written as the address that it was read from', () => {
    for (const address of ['/', '/?q=table+8', '/?kind=mms&to=44', '/?open=3', '/?open=3&look=form'])
      expect(inboxAddress(read(address.slice(2)))).toBe(address);
  });

  it('can be changed in part', () => {
    const query = read('q=table&open=3&look=form');
    expect(inboxAddress(query, { open: undefined })).toBe('/?q=table');
    expect(inboxAddress(query, { open: 4, look: 'phone' })).toBe('/?q=table&open=4');
  });
});
