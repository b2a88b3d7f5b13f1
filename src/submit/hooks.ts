import type { IssueCode } from '../issues/index.ts';
import type { Attempt, RequestSent, SubmissionOutcome } from './verdict/result.ts';

/** What a hook is told about one try: no values, no numbers, no PIN. */
export interface AttemptEvent extends Attempt {
  /** Counted from 1. */
  readonly attempt: number;
  /** Length of the body. */
  readonly bytes: number;
  readonly parameters: readonly string[];
}

/** What a hook is told in the end. */
export interface ResultEvent {
  readonly outcome: SubmissionOutcome;
  readonly requestSent: RequestSent;
  readonly attempts: number;
  readonly durationMs: number;
  readonly code?: IssueCode;
}

/** Called on the way and not waited for. A hook that throws changes nothing but adds a warning to the result. */
export interface GatewayHooks {
  readonly onAttempt?: (event: AttemptEvent) => unknown;
  readonly onResult?: (event: ResultEvent) => unknown;
}

/** Calls a hook; `failed` hears about it if it throws, not if a promise of it rejects later: that one is dropped. */
export function callHook<Event>(
  hook: ((event: Event) => unknown) | undefined,
  event: Event,
  failed: () => void,
): void {
  if (hook === undefined) return;
  try {
    const returned = hook(event);
    if (returned instanceof Promise) returned.catch(() => undefined);
  } catch {
    failed();
  }
}
