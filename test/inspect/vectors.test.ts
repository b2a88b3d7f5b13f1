import { describe, expect, it } from 'vitest';
import { inspect } from '../../src/inspect/index.ts';
import { mutate } from '../support/mutate.ts';
import { random, runs } from '../support/property.ts';
import { expectTiled, leavesOf, nodesOf } from './tiling.ts';
import { vectorOctets } from './vector-octets.ts';

/** What the vectors of a room hold under a key. */
const FORMS: Readonly<Record<string, readonly unknown[]>> = {
  'mms hex': ['mms'],
  'sms tpdu': ['sms-submit', 'sms-deliver'],
  'sms udh': ['udh'],
  'ems tpdu': ['sms-submit'],
  'ems udh': ['udh'],
  'provisioning hex': ['wbxml'],
  'provisioning bodyHex': ['wbxml'],
  'provisioning udh': ['udh'],
  'provisioning wspPush': ['wsp-push'],
  'provisioning tpdu': ['sms-submit'],
  'push tpdu': ['sms-submit'],
  'push udh': ['udh'],
  'push wsp': ['wsp-push'],
  'push hex': ['wbxml'],
  'smart udh': ['udh'],
  'smart userData': [
    'ota-bitmap',
    'operator-logo',
    'group-graphic',
    'picture-message',
    'downloadable-profile',
  ],
  'smart hex': ['ota-bitmap', 'operator-logo'],
  'ringtone udh': ['udh'],
  'ringtone hex': ['ringing-tone'],
  'bitmap hex': ['wbmp'],
};

const all = vectorOctets(['mms', 'sms', 'ems', 'push', 'smart', 'ringtone', 'bitmap', 'provisioning']);

/** Also in the vectors: data of parts, network codes alone, tunes as text, user data of EMS. */
const isWhole = ({ room, key, bytes }: (typeof all)[number]): boolean => {
  if (room === 'mms') return bytes[0] === 0x8c;
  if (key === 'userData') return room === 'smart';
  if (key !== 'hex') return true;
  return room === 'ringtone' ? bytes[1] === 0x4a : bytes.length > 3;
};

const vectors = all.filter(isWhole);

describe('inspect', () => {
  it('has vectors of every room', () => {
    expect(vectors.length).toBeGreaterThan(250);
    expect(new Set(vectors.map(({ room, key }) => `${room} ${key}`))).toEqual(new Set(Object.keys(FORMS)));
  });

  it.each(vectors)('finds out what $name is, and names every octet', ({ room, key, bytes }) => {
    const root = inspect(bytes);
    expect(FORMS[`${room} ${key}`]).toContain(root.form);
    expectTiled(root, bytes);
    expect(nodesOf(root).flatMap(({ error }) => error ?? [])).toEqual([]);
    expect(leavesOf(root).filter(({ name }) => name === 'octets')).toEqual([]);
  });

  it('shows what is cut anywhere up to where it breaks', () => {
    for (const { bytes } of vectors.filter((_, i) => i % 4 === 0)) {
      const { form } = inspect(bytes);
      for (let length = 1; length < Math.min(bytes.length, 400); length++) {
        const cut = bytes.subarray(0, length);
        expectTiled(inspect(cut), cut);
        expectTiled(inspect(cut, { as: form }), cut);
      }
    }
  });

  it('shows what is damaged', () => {
    const next = random();
    const [first = new Uint8Array()] = vectors.map(({ bytes }) => bytes);
    for (let i = 0; i < runs(2000); i++) {
      const { bytes } = vectors[Math.floor(next() * vectors.length)] ?? { bytes: first };
      const damaged = mutate(bytes, first, next);
      expectTiled(inspect(damaged), damaged);
    }
  });
});
