import { describe, expect, it } from 'vitest';
import { oddRecipients, recipientsOf, slashesInRecipients } from '../../src/message/index.ts';

const headers = {
  to: ['+447700900123', 'John', 'a/b@example.com'],
  cc: ['*123', '12345'],
  bcc: ['ann@example.com', 'ACME1', '10/8'],
};

describe('the recipients of a message', () => {
  it('are those of To, Cc and Bcc, each with its place', () => {
    expect(recipientsOf(headers)).toEqual([
      { path: 'to[0]', address: '+447700900123' },
      { path: 'to[1]', address: 'John' },
      { path: 'to[2]', address: 'a/b@example.com' },
      { path: 'cc[0]', address: '*123' },
      { path: 'cc[1]', address: '12345' },
      { path: 'bcc[0]', address: 'ann@example.com' },
      { path: 'bcc[1]', address: 'ACME1' },
      { path: 'bcc[2]', address: '10/8' },
    ]);
    expect(recipientsOf({})).toEqual([]);
  });

  it('leave what is no list of texts to the encoder', () => {
    const wrong = { to: 'John', cc: [5, 'Ann'] } as unknown as typeof headers;
    expect(recipientsOf(wrong)).toEqual([{ path: 'cc[1]', address: 'Ann' }]);
  });

  it('are odd as names and as codes with signs, not as numbers and mail addresses', () => {
    const hint = 'a person is reached by a number such as +447700900123 or by a mail address';
    const told = (address: string) =>
      `${address} is sent as a short code; some relays make a mail address of it`;
    expect(oddRecipients(headers)).toEqual([
      { message: told('John'), path: 'to[1]', hint },
      { message: told('*123'), path: 'cc[0]', hint },
      { message: told('ACME1'), path: 'bcc[1]', hint },
    ]);
  });

  it('may be cut by phones where a mail address has a slash', () => {
    expect(slashesInRecipients(headers)).toEqual([
      { message: 'some phones cut a/b@example.com at the "/"', path: 'to[2]' },
    ]);
  });
});
