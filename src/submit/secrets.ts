/** Stands where a secret was. */
export const REDACTED = '[REDACTED]';

/** Takes secrets out of texts. */
export interface Scrubber {
  scrub(text: string): string;
}

/** Shorter ones are not secrets and would turn up in anything. */
const LEAST_LENGTH = 4;

function hexOf(text: string): string {
  return Buffer.from(text).toString('hex');
}

/** A secret in Base64, as Basic authentication has it; padding is not looked at. */
function base64Of(text: string): string {
  return Buffer.from(text).toString('base64').replaceAll('=', '').replace(/[+/]/g, '\\$&');
}

/** Matches a secret as it is, in hexadecimal, in Base64, and with any of its characters percent-encoded. */
function secretPattern(secret: string): string {
  const characters = [...secret].map(character => {
    const encoded = hexOf(character).replace(/../g, '%$&');
    return `(?:${character.replace(/[^A-Za-z0-9]/gu, '\\$&')}|${encoded})`;
  });
  return `${characters.join('')}|${hexOf(secret)}|${base64Of(secret)}`;
}

/**
 * Takes every occurrence of some secrets out of texts: plain, in hexadecimal, in Base64 or with any percent-encoding. It shows
 * nowhere what they are: not in `util.inspect`, JSON, clones or messages.
 */
export class Secrets implements Scrubber {
  readonly #secrets: readonly string[];
  #pattern: RegExp | undefined;

  constructor(secrets: readonly string[]) {
    this.#secrets = secrets.filter(({ length }) => length >= LEAST_LENGTH);
  }

  scrub(text: string): string {
    if (this.#secrets.length === 0) return text;
    this.#pattern ??= new RegExp(this.#secrets.map(secretPattern).join('|'), 'gi');
    const scrubbed = text.replace(this.#pattern, REDACTED);
    // The engine shows what it matched last as RegExp.$& to everybody.
    /^/.test('');
    return scrubbed;
  }
}
