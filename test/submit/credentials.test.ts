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
    { username: 'tester', pin: '' },
    { username: 'tester', pin: JSON.parse('4711') },
  ])('is refused as %o', given => {
    expect(() => new Credentials(given)).toThrow(expect.objectContaining({ code: 'submit/credentials' }));
  });
});
