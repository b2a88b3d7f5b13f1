/**
 * What a sandbox does wrong on demand. Faults after reading lose the answer, not the message: the sandbox keeps it, as
 * the worst gateway would.
 */
export type Fault =
  /** The connection is reset or closed as soon as it is there. */
  | { readonly kind: 'reset-before-reading' | 'close-before-reading' }
  /** The request is read, then the connection is reset or closed without an answer. */
  | { readonly kind: 'reset-after-reading' | 'close-after-reading' }
  /** The request is read and never answered. */
  | { readonly kind: 'hang' }
  /** The answer comes late. */
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** The head and half of the answer, then the end, or nothing more. */
  | { readonly kind: 'cut' | 'stall' }
  /** Octets that are no HTTP; a web page; nothing; 2 MiB. */
  | { readonly kind: 'garbage' | 'html' | 'empty' | 'oversized' }
  /** An HTTP error or redirect; the message is not kept. */
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** A report for every number, or for every n-th one; a positive one refuses that number. */
  | { readonly kind: 'report'; readonly report: number; readonly text?: string; readonly every?: number };

/** A value of `kind` of a {@link Fault}. */
export type FaultKind = Fault['kind'];

/** Every kind of fault, and whether it strikes before a request is read. */
export const FAULT_KINDS: Readonly<Record<FaultKind, 'connection' | 'request'>> = {
  'reset-before-reading': 'connection',
  'close-before-reading': 'connection',
  'reset-after-reading': 'request',
  'close-after-reading': 'request',
  hang: 'request',
  slow: 'request',
  cut: 'request',
  stall: 'request',
  garbage: 'request',
  html: 'request',
  empty: 'request',
  oversized: 'request',
  status: 'request',
  report: 'request',
};

/** Faults that are still to come, first in first out. */
export class FaultQueue {
  #queue: { readonly fault: Fault; times: number }[] = [];

  /** `times` may be Infinity. */
  add(fault: Fault, times: number): void {
    if (times > 0) this.#queue.push({ fault, times });
  }

  clear(): void {
    this.#queue = [];
  }

  /** Takes the next fault if it strikes at this moment. */
  take(moment: 'connection' | 'request'): Fault | undefined {
    const next = this.#queue[0];
    if (next === undefined || FAULT_KINDS[next.fault.kind] !== moment) return undefined;
    next.times -= 1;
    if (next.times <= 0) this.#queue.shift();
    return next.fault;
  }
}
