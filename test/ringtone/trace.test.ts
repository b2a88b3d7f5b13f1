import { describe, expect, it } from 'vitest';
import { fromHex, type ReadTrace } from '../../src/bytes/index.ts';
import { decodeRingingTone, encodeRingingTone, parseRtx } from '../../src/ringtone/index.ts';

import { unwatched } from '../support/trace.ts';

interface Field {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly value: unknown;
}

/** The fields without fields in them, in order. */
function leavesOf(bytes: Uint8Array): Field[] {
  const leaves: Field[] = [];
  const open: { name: string; start: number; hasChildren: boolean }[] = [];
  const trace: ReadTrace = {
    ...unwatched,
    enter: (name, start) => {
      const parent = open.at(-1);
      if (parent !== undefined) parent.hasChildren = true;
      open.push({ name: String(name), start, hasChildren: false });
    },
    leave: (end, value) => {
      const path = open.map(({ name }) => name).join('.');
      const field = open.pop();
      if (field !== undefined && !field.hasChildren) leaves.push({ path, start: field.start, end, value });
    },
  };
  try {
    decodeRingingTone(bytes, { trace });
  } finally {
    expect(open).toEqual([]);
  }
  return leaves;
}

describe('the trace of a ringing tone', () => {
  it('covers every bit once, in order', () => {
    const bytes = encodeRingingTone(parseRtx('жук:d=8,o=5,b=140,s=N,l=5:a,b=200,s=C,c.6,p'));
    const leaves = leavesOf(bytes);
    let position = 0;
    for (const { start, end } of leaves) {
      expect(start).toBe(position);
      expect(end).toBeGreaterThan(start);
      position = end;
    }
    expect(position).toBe(bytes.length * 8);
  });

  it('names the fields with their values', () => {
    const leaves = leavesOf(fromHex('024a3a514db1bddc040a0896401a0000'));
    expect(leaves.map(({ path, value }) => [path, value])).toEqual([
      ['commandLength', 2],
      ['command', 0x25],
      ['filler', 0],
      ['command', 0x1d],
      ['songType', 1],
      ['title', 'Slow'],
      ['songSequenceLength', 1],
      ['0.patternHeaderId', 0],
      ['0.patternId', 0],
      ['0.loopValue', 5],
      ['0.patternSpecifier', 4],
      ['0.scale', 5],
      ['0.style', 'natural'],
      ['0.tempo', 25],
      ['0.note', { note: 'a', octave: 5, duration: 1, modifier: 'none', bpm: 25, style: 'natural' }],
      ['filler', 0],
      ['commandEnd', 0],
    ]);
  });

  it('closes its fields where a tune breaks off', () => {
    const leaves = leavesOf(fromHex('024a3a5d51dda5b9adb194040a229646114114'));
    expect(leaves.at(-1)?.end).toBeLessThanOrEqual(19 * 8);
  });
});
