import { expect, it } from 'vitest';
import { faultFromJson } from '../../src/sandbox/fault-json.ts';

it.each([
  [{ kind: 'hang', more: 1 }, { kind: 'hang' }],
  [
    { kind: 'status', status: 503 },
    { kind: 'status', status: 503 },
  ],
  [{ kind: 'status', status: 600 }, undefined],
  [
    { kind: 'slow', delayMs: 5 },
    { kind: 'slow', delayMs: 5 },
  ],
  [{ kind: 'slow', delayMs: -1 }, undefined],
  [{ kind: 'slow' }, undefined],
  [
    { kind: 'report', report: 15, every: 2 },
    { kind: 'report', report: 15, every: 2 },
  ],
  [
    { kind: 'report', report: 15, every: 0 },
    { kind: 'report', report: 15 },
  ],
  [{ kind: 'report', report: 1.5 }, undefined],
  [{ kind: 'report', report: '15' }, undefined],
  [{ kind: 'sabotage' }, undefined],
  [{ kind: 7 }, undefined],
  [null, undefined],
])('%j is the fault %j', (json, fault) => {
  expect(faultFromJson(json)).toEqual(fault);
});
