import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.ts';
import { isMmsError } from '../../src/errors.ts';
import {
  decodeDeliver,
  decodeGsm7,
  decodeSms,
  decodeSubmit,
  decodeUdh,
  encodeSms,
  encodeSubmit,
  measureSms,
  transliterate,
} from '../../src/sms/index.ts';
import { expectLinear } from '../support/growth.ts';
import { mutate } from '../support/mutate.ts';
import { random, runs } from '../support/property.ts';
import { DELIVERS, SUBMITS } from './vectors.ts';

const TPDUS: readonly Uint8Array[] = [...SUBMITS, ...DELIVERS].flatMap(({ parts }) =>
  parts.map(({ tpdu }) => fromHex(tpdu)),
);

/** Runs a reader; anything but a value or an MmsError fails the test. */
function survives(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (!isMmsError(error)) throw error;
    return false;
  }
}

const READERS = [decodeSubmit, decodeDeliver, decodeUdh, (bytes: Uint8Array) => decodeSms([bytes])];

describe('hostile octets', () => {
  it('cut anywhere give a value or a typed error', () => {
    let values = 0;
    for (const tpdu of TPDUS) {
      for (let length = 0; length < tpdu.length; length++) {
        for (const read of READERS) if (survives(() => read(tpdu.subarray(0, length)))) values++;
      }
    }
    expect(values).toBeGreaterThan(0);
  });

  it('mutated give a value or a typed error, and what is read can be written or is refused', () => {
    const next = random();
    const pick = (): Uint8Array => TPDUS[Math.floor(next() * TPDUS.length)] ?? new Uint8Array(0);
    let values = 0;
    for (let i = 0; i < runs(20_000); i++) {
      const bytes = mutate(pick(), pick(), next);
      if (survives(() => decodeSms([bytes]))) values++;
      survives(() => encodeSubmit(decodeSubmit(bytes)));
      survives(() => decodeSubmit(bytes, { strict: true }));
      survives(() => decodeUdh(bytes));
    }
    expect(values).toBeGreaterThan(0);
  });

  it('in megabytes are read in linear time', () => {
    expectLinear(octets => {
      const bytes = new Uint8Array(octets).fill(0x41);
      survives(() => decodeSms([bytes]));
      decodeGsm7(bytes);
    }, 2 ** 20);
  });

  it.each(['auto', 'gsm7', 'ucs2', '8bit'] as const)(
    'a long text is written as %s in linear time',
    encoding => {
      expectLinear(length => {
        const text = 'Ж\u0301'.repeat(length / 2);
        survives(() => encodeSms({ to: '1', text, encoding, transliterate: true, nationalLanguage: 'auto' }));
      }, 2 ** 20);
    },
  );

  it('a long text is measured and transliterated in linear time', () => {
    expectLinear(length => {
      survives(() => measureSms({ text: 'ş'.repeat(length), nationalLanguage: 'auto' }));
    }, 39_000);
    expectLinear(length => transliterate(`${'e\u0301'.repeat(length / 2)}Ж`), 2 ** 19);
  });
});
