import type { Issue } from '../issues/index.ts';
import type { Exchange } from './transport/transport.ts';
import type { Verdict } from './verdict/outcome.ts';

/** An answer of a server. */
export type Answer = Extract<Exchange, { kind: 'answer' }>;

/** A checked request over HTTP, whichever way out it takes, and how its answer is read. */
export interface Outgoing {
  readonly method: 'GET' | 'POST';
  /** Whom it goes to, as far as it is known. */
  readonly recipients: readonly string[];
  readonly warnings: readonly Issue[];
  /** What a hook may know of its content: names, no values. */
  readonly parameterNames: readonly string[];
  /** Where it goes at a server. The query may hold a secret: for the transport alone. */
  target(server: URL): URL;
  /** The same for a person, where the target holds a secret. */
  shownTarget?(server: URL): URL;
  /** All headers but Host and Connection; for the transport alone. */
  headers(): Readonly<Record<string, string>>;
  /** The body in pieces, in their order; for the transport alone. */
  bodyChunks(): readonly Uint8Array[];
  /** An HTTP proxy on the way. */
  readonly proxy?: URL | undefined;
  /** Longer answers are refused; default 1 MiB. */
  readonly maxAnswerBytes?: number | undefined;
  /** What an answer means. Whatever it is, nothing is sent again. */
  judge(answer: Answer): Verdict;
}
