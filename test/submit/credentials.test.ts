import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Credentials } from '../../src/submit/index.ts';

describe('an account', () => {
  const account = new Credentials({ username: 'tester', pin: '04711' });

  it('is the same for the same user name and PIN', () => {
    const other = (username: string, pin: string): boolean =>
      account.equals(new Credentials({ username, pin }));
    expect(other('tester', '04711')).toBe(true);
    expect(other('tester', '4711')).toBe(false);
    expect(other('other', '04711')).toBe(false);
  });

  it('is made once', () => {
    expect(Credentials.of(account)).toBe(account);
    expect(Credentials.of({ username: 'tester', pin: '04711' }).equals(account)).toBe(true);
  });

  it('shows no PIN but to who asks for it', () => {
    expect(account.revealPin()).toBe('04711');
    expect(inspect(account, { depth: 9, showHidden: true }) + JSON.stringify(account)).not.toContain('04711');
  });

  it.each([
    { username: '', pin: '04711' },
    { username: JSON.parse('5'), pin: '04711' },
    { username: 'tester', pin: '' },
    { username: 'tester', pin: JSON.parse('4711') },
  ])('is refused as %o', given => {
    const wrong = { code: 'submit/credentials', hint: expect.stringContaining('a PIN may begin with 0') };
    expect(() => new Credentials(given)).toThrow(expect.objectContaining(wrong));
  });

  it('is asked for', () => {
    expect(() => new Credentials(JSON.parse('null'))).toThrow(
      expect.objectContaining({ code: 'bytes/value-type', path: 'account' }),
    );
  });

  it('takes its PIN out of texts, and nothing else', () => {
    const one = new Credentials({ username: 'tester', pin: '04711' });
    expect(one.scrub('PIN=04711&Username=tester')).toBe('PIN=[REDACTED]&Username=tester');
  });
});
