/** Pictures that are fitted at once, unless the caller says another number. */
export const DEFAULT_CONCURRENCY = 2;

/**
 * What a job makes of each item, in their order; no more than `concurrency` jobs run at once. After one that fails no
 * other begins.
 * @throws what the first of the failed jobs threw, in the order of the items and not of time
 */
export async function sideBySide<T, R>(
  items: readonly T[],
  concurrency: number,
  job: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const failures: { readonly index: number; readonly error: unknown }[] = [];
  const waiting = items.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of waiting) {
      try {
        results[index] = await job(item, index);
      } catch (error) {
        failures.push({ index, error });
      }
      if (failures.length > 0) return;
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, work));
  const [first] = failures.sort((a, b) => a.index - b.index);
  if (first !== undefined) throw first.error;
  return results;
}

/** So many units, such as places or octets of memory, lent to jobs in the order in which they ask. */
export class WeightedSemaphore {
  readonly #capacity: number;
  #free: number;
  readonly #waiting: { readonly weight: number; readonly start: () => void }[] = [];

  constructor(capacity: number) {
    this.#capacity = capacity;
    this.#free = capacity;
  }

  /** Runs a job as soon as its units are free; one that wants more than there are runs alone. */
  async run<T>(weight: number, job: () => Promise<T>): Promise<T> {
    const taken = Math.min(weight, this.#capacity);
    await new Promise<void>(start => {
      this.#waiting.push({ weight: taken, start });
      this.#startNext();
    });
    try {
      return await job();
    } finally {
      this.#free += taken;
      this.#startNext();
    }
  }

  #startNext(): void {
    for (
      let [next] = this.#waiting;
      next !== undefined && next.weight <= this.#free;
      [next] = this.#waiting
    ) {
      this.#waiting.shift();
      this.#free -= next.weight;
      next.start();
    }
  }
}
