import { errorCode } from '../errors.ts';
import type { Scrubber } from './secrets.ts';
import type { Verdict } from './verdict/outcome.ts';
import type { RecipientResult } from './verdict/result.ts';

/** A server may echo what it was sent: nothing that it says is passed on with the PIN in it. */
export function scrubVerdict(verdict: Verdict, secrets: Scrubber): Verdict {
  const clean = (text: string): string => secrets.scrub(text);
  const { raw, retryAfter, problem } = verdict;
  const results = verdict.results.map(
    (result): RecipientResult => ({
      ...result,
      ...(result.text !== undefined && { text: clean(result.text) }),
      ...(result.messageIdentifier !== undefined && { messageIdentifier: clean(result.messageIdentifier) }),
    }),
  );
  return {
    ...verdict,
    results,
    ...(raw !== undefined && { raw: clean(raw) }),
    ...(retryAfter !== undefined && { retryAfter: clean(retryAfter) }),
    ...(problem !== undefined && { problem: { ...problem, message: clean(problem.message) } }),
  };
}

/** An error that says what failed and nothing else: no socket, no request, no octet of a body. */
export function scrubCause(error: unknown, secrets: Scrubber): Error | undefined {
  if (!(error instanceof Error)) return undefined;
  const inner = error instanceof AggregateError ? error.errors.map(String).join('; ') : '';
  const cause = new Error(secrets.scrub(error.message || inner));
  return Object.assign(cause, { name: error.name, code: errorCode(error) });
}
