/** Waits no longer than a time, which restarts with every piece that arrives. */
export function within<T>(ms: number, late: () => Error, wait: (came: () => void) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late()), ms);
    wait(() => timer.refresh())
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
