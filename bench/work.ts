import type { Build } from './build.ts';

/** What is measured; the promise that it may return is waited for. */
export type Job = () => unknown;

/** Work of ours, and what else does it, or the least that anything could do. */
export interface Work {
  readonly name: string;
  readonly run: Job;
  readonly peer?: { readonly name: string; readonly run: Job };
  /** The jobs return the microseconds to count, those of another process. */
  readonly returnsUs?: true;
  /** Its place in a series of growing works of one name. */
  readonly size?: number;
}

/** The works of one room, made of the functions of a build. */
export type Suite = (build: Build) => Promise<readonly Work[]>;

/** One work in several sizes. */
export function growing(
  name: string,
  sizes: readonly number[],
  work: (size: number) => Omit<Work, 'name' | 'size'>,
): readonly Work[] {
  return sizes.map(size => ({ name, size, ...work(size) }));
}
