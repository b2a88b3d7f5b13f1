import { MmsError } from '../errors.ts';

/** Stands where a secret was. */
export const REDACTED = '[REDACTED]';

function hexOf(text: string): string {
  return Buffer.from(text, 'utf8').toString('hex');
}

/** Matches a secret as it is, in hexadecimal, and with any of its characters percent-encoded. */
function secretPattern(secret: string): RegExp {
  const characters = [...secret].map(character => {
    const encoded = hexOf(character).replace(/../g, '%$&');
    return `(?:${character.replace(/[^A-Za-z0-9]/gu, '\\$&')}|${encoded})`;
  });
  return new RegExp(`${characters.join('')}|${hexOf(secret)}`, 'gi');
}

/** What an account is entered with: the user name and the PIN (not the password). */
export interface AccountCredentials {
  readonly username: string;
  readonly pin: string;
}

/**
 * An account whose PIN shows nowhere: not in `util.inspect`, JSON, clones or messages. Only {@link Credentials.revealPin}
 * gives it.
 */
export class Credentials implements Pick<AccountCredentials, 'username'> {
  readonly username: string;
  readonly #pin: string;
  #pattern: RegExp | undefined;

  /** @throws MmsError `submit/credentials` when one of the two is missing */
  constructor({ username, pin }: AccountCredentials) {
    if (typeof username !== 'string' || typeof pin !== 'string' || username === '' || pin === '') {
      throw new MmsError('submit/credentials', 'expected a user name and a PIN, both as texts', {
        hint: 'a PIN may begin with 0: never make it a number',
      });
    }
    this.username = username;
    this.#pin = pin;
  }

  /** The credentials themselves, or made from plain ones. */
  static of(account: AccountCredentials | Credentials): Credentials {
    return account instanceof Credentials ? account : new Credentials(account);
  }

  /** The PIN itself, for the body of a request. */
  revealPin(): string {
    return this.#pin;
  }

  /** True for the same user name and PIN. */
  equals(other: Credentials): boolean {
    return this.username === other.username && this.#pin === other.#pin;
  }

  /**
   * The text with every occurrence of the PIN taken out, plain, in hexadecimal or with any percent-encoding. A PIN of
   * less than four characters is no secret and would turn up in anything.
   */
  scrub(text: string): string {
    if (this.#pin.length < 4) return text;
    this.#pattern ??= secretPattern(this.#pin);
    const scrubbed = text.replace(this.#pattern, REDACTED);
    // The engine shows what it matched last as RegExp.$& to everybody.
    /^/.test('');
    return scrubbed;
  }
}
