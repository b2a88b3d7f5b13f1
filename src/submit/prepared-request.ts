import type { Issue } from '../issues/index.ts';

/** A request as it would be sent, without the PIN: the result of a dry run. */
export interface PreparedRequest {
  /** Of HTTP, or the command of SMPP. */
  readonly method: 'POST' | 'GET' | 'submit_sm';
  /** In the order in which they would be tried. */
  readonly servers: readonly string[];
  /** Content-Length is that of the body as it is shown, for the real one would tell how long the PIN is. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body, a character an octet, with `[REDACTED]` (percent-encoded in a form) for PIN and user name. */
  readonly body: string;
  /** Names and sizes of the parameters, in order. */
  readonly parameters: readonly { readonly name: string; readonly bytes: number }[];
  /** Numbers in the order in which format 3 answers. */
  readonly recipients: readonly string[];
  readonly warnings: readonly Issue[];
}
