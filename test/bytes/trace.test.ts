import { expect, it } from 'vitest';
import { shiftedTrace } from '../../src/bytes/index.ts';
import type { Issue } from '../../src/issues/index.ts';
import { unwatched } from '../support/trace.ts';

it('moves the offset of a warning by where the octets begin, and gives none to one without', () => {
  const found: Issue[] = [];
  const trace = shiftedTrace({ ...unwatched, warn: issue => found.push(issue) }, 5);
  const warning: Issue = { code: 'wsp/non-minimal', severity: 'warning', message: 'long' };
  trace.warn({ ...warning, offset: 2 });
  trace.warn(warning);
  expect(found).toStrictEqual([{ ...warning, offset: 7 }, warning]);
});
