import { expect } from 'vitest';

const ATTEMPTS = 5;
/** Below this the clock of the processor, the compiler and the collector say more than the job. */
const TOO_QUICK_TO_TELL_MS = 100;
/** Four times the input takes four times as long, or sixteen times when the job is quadratic. */
const MOST_GROWTH = 10;

/**
 * Fails when a job takes more than its share longer for an input four times as large. Processor time of this process
 * counts, not the clock, so a busy machine changes nothing.
 * @param job works on an input of about that many characters or octets
 */
export function expectLinear(job: (size: number) => void, size: number, name = 'growth'): void {
  job(Math.ceil(size / 16));
  const growth = new Growth();
  while (growth.isInDoubt) {
    const small = processorMs(() => job(Math.ceil(size / 4)));
    growth.note(
      small,
      processorMs(() => job(size)),
    );
  }
  expect(growth.least, name).toBeLessThan(MOST_GROWTH);
}

/** As {@link expectLinear}, for a job that gives a promise. */
export async function expectLinearWork(
  job: (size: number) => Promise<void>,
  size: number,
  name = 'growth',
): Promise<void> {
  await job(Math.ceil(size / 16));
  const growth = new Growth();
  while (growth.isInDoubt) {
    const before = process.cpuUsage();
    await job(Math.ceil(size / 4));
    const small = milliseconds(process.cpuUsage(before));
    const between = process.cpuUsage();
    await job(size);
    growth.note(small, milliseconds(process.cpuUsage(between)));
  }
  expect(growth.least, name).toBeLessThan(MOST_GROWTH);
}

/** The least growth of some attempts: what disturbs a measure makes it larger. */
class Growth {
  least = Number.POSITIVE_INFINITY;
  #attempts = 0;

  get isInDoubt(): boolean {
    return this.#attempts < ATTEMPTS && this.least >= MOST_GROWTH;
  }

  note(smallMs: number, largeMs: number): void {
    this.#attempts += 1;
    const growth = largeMs < TOO_QUICK_TO_TELL_MS ? 0 : largeMs / Math.max(smallMs, 1);
    this.least = Math.min(this.least, growth);
  }
}

function processorMs(job: () => void): number {
  const before = process.cpuUsage();
  job();
  return milliseconds(process.cpuUsage(before));
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}
