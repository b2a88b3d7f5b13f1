import { requireObject } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { type Scrubber, Secrets } from './secrets.ts';

/** What an account is entered with: the user name and the PIN (not the password). */
export interface AccountCredentials {
  readonly username: string;
  readonly pin: string;
}

/**
 * An account whose PIN shows nowhere: not in `util.inspect`, JSON, clones or messages. Only {@link Credentials.revealPin}
 * gives it.
 */
export class Credentials implements Pick<AccountCredentials, 'username'>, Scrubber {
  readonly username: string;
  readonly #pin: string;
  readonly #secrets: Secrets;

  /** @throws MmsError `submit/credentials` when one of the two is missing */
  constructor(account: AccountCredentials) {
    const { username, pin } = requireObject(account, 'credentials such as { username, pin }', 'account');
    if (typeof username !== 'string' || typeof pin !== 'string' || username === '' || pin === '') {
      throw new MmsError('submit/credentials', 'expected a user name and a PIN, both as texts', {
        hint: 'a PIN may begin with 0: never make it a number',
      });
    }
    this.username = username;
    this.#pin = pin;
    this.#secrets = new Secrets([pin]);
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
   * less than four characters is not a secret and would turn up in anything.
   */
  scrub(text: string): string {
    return this.#secrets.scrub(text);
  }
}
