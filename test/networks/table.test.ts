import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../scripts/facts/csv.ts';
import { networkFiles } from '../../scripts/networks/build.ts';
import { CLEANING_RULES, type Tally } from '../../scripts/networks/tally.ts';
import { findCarrier, findNetwork, networkCodes } from '../../src/networks/index.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Octets of both tables, each compressed. */
const MOST = 48 * 1024;

describe('the tables of networks', () => {
  const tally: Tally = new Map();
  const files = networkFiles(tally);

  it('are what the generator makes of the facts, the same twice', () => {
    expect(networkFiles()).toEqual(files);
    for (const [file, text] of Object.entries(files)) {
      expect(readFileSync(resolve(ROOT, file), 'utf8') === text, `run scripts/gen-networks.ts: ${file}`).toBe(
        true,
      );
    }
  });

  it(`are at most ${MOST} octets`, () => {
    const sizes = Object.values(files).map(text => gzipSync(text, { level: 9 }).length);
    console.log(`networks: ${sizes.join(' + ')} octets compressed`);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(MOST);
  });

  it('needed every rule of cleaning', () => {
    expect([...tally.keys()].toSorted()).toEqual(Object.keys(CLEANING_RULES).toSorted());
  });

  it('have every network and carrier of the facts', () => {
    const known = new Set(networkCodes());
    for (const file of ['networks.csv', 'mmsc.csv', 'carriers.csv']) {
      const rows = readTable(file, ['mcc', 'mnc']).filter(({ mcc }) => mcc !== '');
      const codes = rows.map(({ mcc, mnc }) => `${mcc}-${mnc}`).filter(code => !known.has(code));
      // the one network whose only access point has no MMSC
      expect([...new Set(codes)]).toEqual(file === 'mmsc.csv' ? expect.any(Array) : []);
      expect(new Set(codes).size).toBeLessThanOrEqual(1);
    }
    for (const row of readTable('networks.csv', ['carrier_id', 'name', 'mcc', 'mnc'])) {
      const carrier = findCarrier(Number(row.carrier_id));
      expect(carrier).toMatchObject({ name: row.name });
      expect(carrier?.networks).toContain(`${row.mcc}-${row.mnc}`);
      expect(findNetwork(`${row.mcc}-${row.mnc}`).names).toContain(row.name);
    }
  });

  it('have every limit of every carrier', () => {
    const keys = {
      maxMessageSize: 'maxBytes',
      recipientLimit: 'maxRecipients',
      maxSubjectLength: 'maxSubjectLength',
    };
    const rows = readTable('carriers.csv', ['carrier_key', 'key', 'value', 'mcc', 'mnc']);
    const limits = new Map(networkCodes().map(code => [code, findNetwork(code).limits]));
    for (const [key, ours] of Object.entries(keys)) {
      for (const { carrier_key, value, mcc, mnc } of rows.filter(
        row => row.key === key && row.value !== '-1',
      )) {
        const id = /^id:(\d+)$/.exec(carrier_key)?.[1];
        if (id !== undefined) expect(Object(findCarrier(Number(id))?.limits)[ours]).toBe(Number(value));
        if (mcc === '') continue;
        expect(Object(limits.get(`${mcc}-${mnc}`))[ours]).toBeLessThanOrEqual(Number(value));
      }
    }
  });
});
