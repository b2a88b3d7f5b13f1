import { describe, expect, it } from 'vitest';
import { type Fault, FaultQueue } from '../../src/sandbox/fault.ts';

const HANG: Fault = { kind: 'hang' };
const RESET: Fault = { kind: 'reset-before-reading' };

describe('faults to come', () => {
  it('strike as often as told, first in first out', () => {
    const faults = new FaultQueue();
    faults.add(HANG, 2);
    faults.add({ kind: 'html' }, 1);
    const taken = Array.from({ length: 4 }, () => faults.take('request')?.kind);
    expect(taken).toEqual(['hang', 'hang', 'html', undefined]);
  });

  it('strike at their moment, and hold up those behind them', () => {
    const faults = new FaultQueue();
    faults.add(RESET, 1);
    faults.add(HANG, 1);
    expect(faults.take('request')).toBeUndefined();
    expect(faults.take('connection')).toBe(RESET);
    expect(faults.take('connection')).toBeUndefined();
    expect(faults.take('request')).toBe(HANG);
  });

  it('are none that strike no time, and none once cleared', () => {
    const faults = new FaultQueue();
    faults.add(HANG, 0);
    expect(faults.take('request')).toBeUndefined();
    faults.add(HANG, Number.POSITIVE_INFINITY);
    expect(faults.take('request')).toBe(HANG);
    expect(faults.take('request')).toBe(HANG);
    faults.clear();
    expect(faults.take('request')).toBeUndefined();
  });
});
