import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { decodeRingingTone, encodeRingingTone, type Tune } from '../../src/ringtone/index.ts';

interface RingtoneVector {
  readonly name: string;
  readonly hex: string;
  readonly title: string;
  readonly loop: number;
  readonly events: Tune['events'];
  readonly gnokiiHex?: string;
}

const vectors: readonly RingtoneVector[] = JSON.parse(
  readFileSync(new URL('../vectors/ringtone/ringtone.json', import.meta.url), 'utf8'),
);

const withoutStyle = (events: Tune['events']) =>
  events.map(event => {
    const { style: _, ...rest } = { style: undefined, ...event };
    return rest;
  });

describe('ringing tone', () => {
  it.each(vectors)('decodes $name as gammu and gnokii wrote it', vector => {
    const tune = decodeRingingTone(fromHex(vector.hex), { strict: true });
    expect({ ...tune, events: withoutStyle(tune.events) }).toEqual({
      title: vector.title,
      loop: vector.loop,
      events: vector.events,
      warnings: [],
    });
    expect(toHex(encodeRingingTone(tune))).toBe(vector.hex);
    if (vector.gnokiiHex === undefined) return;
    const other = decodeRingingTone(fromHex(vector.gnokiiHex), { strict: true });
    expect(withoutStyle(other.events)).toEqual(vector.events);
  });
});
