import type { ReadTrace } from '../../src/bytes/index.ts';

/** A trace that looks at nothing. */
export const unwatched: ReadTrace = {
  enter: () => {},
  leave: () => {},
  piece: () => {},
  warn: () => {},
  mark: () => ({ fields: 0, warnings: 0 }),
  rewind: () => {},
};
