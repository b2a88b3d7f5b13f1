import { expect } from 'vitest';

const ATTEMPTS = 3;
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
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS && least >= MOST_GROWTH; attempt++) {
    const small = processorMs(() => job(Math.ceil(size / 4)));
    const large = processorMs(() => job(size));
    least = Math.min(least, large < TOO_QUICK_TO_TELL_MS ? 0 : large / Math.max(small, 1));
  }
  expect(least, name).toBeLessThan(MOST_GROWTH);
}

function processorMs(job: () => void): number {
  const before = process.cpuUsage();
  job();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
