import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.ts';
import { decodeEms, type EmsItem, encodeEms } from '../../src/ems/index.ts';
import { isMmsError } from '../../src/errors.ts';
import { decodeUdh } from '../../src/sms/index.ts';
import { mutate } from '../support/mutate.ts';
import { random, runs } from '../support/property.ts';
import { fewestParts } from './fewest-parts.ts';
import { messages } from './messages.ts';
import { EMS_VECTORS } from './vectors.ts';

const to = '+447700900123';
const isUnicode = (items: readonly EmsItem[]): boolean =>
  items.some(item => item.type === 'text' && /[ж音🎵]/u.test(item.text));

describe('generated EMS messages', () => {
  it('take the fewest parts, divide no object, and are read back', () => {
    fc.assert(
      fc.property(messages, fc.nat(255), (items, reference) => {
        const segments = encodeEms(items, { to, reference });
        expect(segments.length).toBe(fewestParts(items, isUnicode(items)));
        for (const { userData, userDataHeader } of segments) {
          expect(userData.length).toBeLessThanOrEqual(140);
          if (userDataHeader.length > 0)
            expect(decodeUdh(userDataHeader, { strict: true }).warnings).toEqual([]);
        }
        const decoded = decodeEms(
          segments.map(({ tpdu }) => tpdu),
          { strict: true },
        );
        expect(decoded.items).toEqual(items);
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe('hostile EMS', () => {
  it('gives a value or a typed error for items of any shape', () => {
    const types = [
      'text',
      'format',
      'sound',
      'melody',
      'animation',
      'userAnimation',
      'picture',
      'userPrompt',
      'distribution',
      'element',
      'break',
      'video',
    ];
    const keys = [
      'text',
      'format',
      'number',
      'imelody',
      'tune',
      'rows',
      'frames',
      'form',
      'objects',
      'noForward',
      'id',
      'data',
      'length',
    ];
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(0, 1, 2, '##', ['########'], { bold: 1 }, new Uint8Array(2)),
    );
    const item = fc
      .tuple(fc.constantFrom(...types), fc.dictionary(fc.constantFrom(...keys), value))
      .map(([type, rest]) => ({ type, ...rest }));
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.array(item, { maxLength: 3 })), items => {
        try {
          encodeEms(items as readonly EmsItem[], { to });
        } catch (error) {
          if (!isMmsError(error)) throw error;
        }
      }),
      { numRuns: runs(2000) },
    );
  });

  it('gives a value or a typed error for every truncation and mutation, and what it gives can be written', () => {
    const tpdus = EMS_VECTORS.flatMap(({ parts }) => parts.map(({ tpdu }) => fromHex(tpdu)));
    let read = 0;
    const outcome = (tpdu: Uint8Array): void => {
      try {
        const { items } = decodeEms([tpdu]);
        if (++read % 4 === 0) encodeEms(items, { to });
      } catch (error) {
        if (!isMmsError(error)) throw error;
      }
    };
    for (const tpdu of tpdus)
      for (let length = 0; length < tpdu.length; length++) outcome(tpdu.subarray(0, length));
    const next = random();
    for (let run = 0; run < runs(50_000); run++) {
      outcome(
        mutate(
          tpdus[run % tpdus.length] ?? new Uint8Array(),
          tpdus[(run * 7) % tpdus.length] ?? new Uint8Array(),
          next,
        ),
      );
    }
    expect(read).toBeGreaterThan(runs(5000));
  });
});
