import type { RequestSent } from '../verdict/result.ts';

/** Limits of time for one try, in milliseconds. */
export interface Timeouts {
  /** To connect, TLS included. Coarse: up to a second later. */
  readonly connectMs?: number;
  /** From the request to the head of the answer; the gateway answers when all numbers are done. */
  readonly headersMs?: number;
  /** Between two pieces of the answer's body. */
  readonly bodyMs?: number;
}

/** The defaults of {@link Timeouts}. */
export const TIMEOUT_DEFAULTS = { connectMs: 10_000, headersMs: 300_000, bodyMs: 60_000 } as const;

/** One try at one server. */
export interface TransportRequest {
  readonly url: URL;
  /** Default POST. */
  readonly method?: 'GET' | 'POST';
  /** An HTTP proxy that is asked for the address as a whole; for `http:` alone. */
  readonly proxy?: URL;
  /** Longer answers are refused; default 1 MiB. */
  readonly maxAnswerBytes?: number;
  /** All headers but Host and Connection. */
  readonly headers: Readonly<Record<string, string>>;
  /** Put together when it is asked for first. */
  readonly body: Uint8Array;
  /** The body in pieces, in their order, for a transport that writes them as they are: media are not copied. */
  readonly bodyChunks: readonly Uint8Array[];
  readonly timeouts: Required<Timeouts>;
  /** Certificates to trust in place of the system's, in PEM form. */
  readonly ca?: string | readonly string[];
  readonly signal?: AbortSignal;
}

/** What came of a try. */
export type Exchange =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly retryAfter?: string;
      readonly body: Uint8Array;
    }
  | {
      readonly kind: 'failure';
      /** `no` only where it is proven that no octet of the request was sent. */
      readonly requestSent: RequestSent;
      /** True when the next server may be tried: nothing was sent, and nothing looks like an attack. */
      readonly mayTryNext: boolean;
      readonly error: unknown;
    };

/**
 * Carries a request to one server, once. It must resolve, with a failure where there is one; if it throws, the request
 * counts as possibly sent.
 */
export type Transport = (request: TransportRequest) => Promise<Exchange>;
