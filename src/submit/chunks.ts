import { MmsError } from '../errors.ts';
import { SUGGESTED_RECIPIENTS } from './form/rules.ts';
import type { GatewayRequest } from './gateway-request.ts';
import type { SubmissionResult } from './verdict/result.ts';

/** How a long list is cut, and what ends it. */
export interface ChunkOptions {
  /** Numbers in a chunk; default 350, as the gateway suggests. */
  readonly size?: number;
  /** Index of the first number to send to, after repeated ones are taken out: `next` of the last chunk. */
  readonly start?: number;
  /** True: goes on with the next chunk whatever became of one, unless the caller broke off. */
  readonly continueAfterFailure?: boolean;
}

/** A part of the list that one request carries. */
export interface PlannedChunk {
  /** Counted from 0. */
  readonly index: number;
  readonly to: readonly string[];
  /** Index of the first number after this chunk. */
  readonly next: number;
  /** Numbers in the whole list, each once. */
  readonly total: number;
}

/** A part of the list and what became of it. */
export interface Chunk extends PlannedChunk {
  readonly result: SubmissionResult;
}

function checkInteger(name: string, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new MmsError('submit/value', `expected an integer from ${least}, found ${String(value)}`, {
    path: `options.${name}`,
  });
}

/** Numbers of a list, and where it goes on behind each. */
interface Place {
  readonly recipient: string;
  readonly next: number;
}

/**
 * The parts of a request's list, in order.
 * @param open those who may be sent to; default: all
 */
export function chunksOf(
  { recipients, recipientsAreAll }: GatewayRequest,
  { size = SUGGESTED_RECIPIENTS, start = 0 }: ChunkOptions,
  open: readonly string[] = recipients,
): PlannedChunk[] {
  checkInteger('size', size, 1);
  checkInteger('start', start, 0);
  const total = recipients.length;
  if (!recipientsAreAll && (total > size || start > 0)) {
    throw new MmsError('submit/conflict', 'address books and copies would get the message with every chunk', {
      hint: 'send to them separately',
    });
  }
  const isOpen = new Set(open);
  const places = recipients
    .map((recipient, index): Place => ({ recipient, next: index + 1 }))
    .filter(({ recipient }, index) => index >= start && isOpen.has(recipient));
  return Array.from({ length: Math.ceil(places.length / size) }, (_, index) => {
    const part = places.slice(index * size, (index + 1) * size);
    return { index, to: part.map(({ recipient }) => recipient), next: part.at(-1)?.next ?? total, total };
  });
}
