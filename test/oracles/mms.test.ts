import { execFileSync, type StdioOptions } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type DecodedPdu, decodePdu, encodePdu } from '../../src/mms/index.ts';
import type { DecodedPart } from '../../src/wsp/index.ts';
import { anyPdu } from '../mms/arbitraries.ts';
import { BEYOND_TSHARK, DLT_OPTIONS, dump, isWithinTshark, withinTshark } from '../mms/tshark.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { runs, SEED } from '../support/property.ts';
import { tally } from '../support/tally.ts';

const partsOf = (pdu: DecodedPdu): readonly DecodedPart[] => ('parts' in pdu ? (pdu.parts ?? []) : []);

/** Texts that tshark shows as they are: it takes every charset for a one-octet one and cuts blanks nowhere. */
const isShownAsIs = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

type Packet = Readonly<Record<string, readonly string[]>>;

/** Wraps PDUs in HTTP requests, one frame each, and lets tshark tell some fields of each. */
function askTshark(
  pdus: readonly Uint8Array[],
  fields: readonly string[],
): { packets: Packet[]; tree: string } {
  const folder = mkdtempSync(join(tmpdir(), 'tshark-'));
  try {
    const text = pdus.map(dump).join('\n');
    writeFileSync(join(folder, 'pdus.txt'), text);
    execFileSync('text2pcap', ['-q', '-l', '147', join(folder, 'pdus.txt'), join(folder, 'p.pcap')], {
      stdio: 'ignore',
    });
    const base = ['-r', join(folder, 'p.pcap'), ...DLT_OPTIONS];
    const options = {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'ignore'] satisfies StdioOptions,
    } as const;
    const rows = execFileSync(
      'tshark',
      [
        ...base,
        '-T',
        'fields',
        '-E',
        'separator=/t',
        '-E',
        'aggregator=|',
        ...fields.flatMap(f => ['-e', f]),
      ],
      options,
    );
    const tree = execFileSync('tshark', [...base, '-V', '-O', 'mmse'], options);
    const packets = rows
      .split('\n')
      .slice(0, pdus.length)
      .map(row =>
        Object.fromEntries(
          row.split('\t').map((cell, i) => [fields[i] ?? '', cell === '' ? [] : cell.split('|')]),
        ),
      );
    return { packets, tree };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const FIELDS = [
  'mmse.message_type',
  'mmse.transaction_id',
  'mmse.mms_version',
  'mmse.to',
  'mmse.cc',
  'mmse.bcc',
  'mmse.subject',
  'mmse.message_id',
  'mmse.message_size',
  'mmse.content_location',
  'mmse.priority',
  'mmse.delivery_report',
  'mmse.read_report',
  'mmse.status',
  'mmse.response_status',
  'wsp.header.content_location',
];

const OCTETS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  priority: { low: '0x80', normal: '0x81', high: '0x82', 247: '0xf7' },
  deliveryReport: { yes: '0x80', no: '0x81' },
  readReport: { yes: '0x80', no: '0x81' },
};

/** The value that tshark should show for a field; `undefined` where it shows something that we excuse. */
function expected(pdu: DecodedPdu, key: string): string[] | undefined {
  const value: unknown = new Map<string, unknown>(Object.entries(pdu)).get(key);
  if (value === undefined) return [];
  const texts = (Array.isArray(value) ? value : [value]).map(one =>
    String(OCTETS[key]?.[String(one)] ?? one),
  );
  return texts.every(text => isShownAsIs(text) && text !== '' && !text.includes('|')) ? texts : undefined;
}

describeWithOracle(['tshark', 'text2pcap'], 'tshark', () => {
  // 5100 with PROPERTY_FACTOR=3.4
  const SAMPLED = runs(1500);
  const pdus = fc
    .sample(anyPdu, { numRuns: SAMPLED, seed: SEED })
    .filter(pdu => !BEYOND_TSHARK.has(pdu.messageType))
    .map(pdu => encodePdu(withinTshark(pdu)))
    .filter(isWithinTshark);
  let packets: readonly Packet[] = [];
  let tree = '';
  beforeAll(() => {
    ({ packets, tree } = askTshark(pdus, FIELDS));
  }, 120_000);

  it(`P8: finds nothing malformed in ${pdus.length} PDUs`, context => {
    expect(pdus.length).toBeGreaterThanOrEqual(runs(1000));
    expect(tree.split('MMS Message Encapsulation, Type').length - 1).toBe(pdus.length);
    expect(
      tree.match(/.*(?:Malformed|Expert Info \(Error|<Error|Dissector bug|trailing quote).*/g),
    ).toBeNull();
    tally(context, {
      subject: 'MMS PDUs',
      oracle: 'tshark',
      cases: SAMPLED,
      excused: SAMPLED - pdus.length,
      fault:
        'does not know the message types of 1.3, misreads the delete confirmations and a last octet 84; a capture frame holds 60 000 octets',
    });
  });

  describe('reads the same header values', () => {
    const keys: Readonly<Record<string, string>> = {
      'mmse.transaction_id': 'transactionId',
      'mmse.to': 'to',
      'mmse.cc': 'cc',
      'mmse.bcc': 'bcc',
      'mmse.subject': 'subject',
      'mmse.message_id': 'messageId',
      'mmse.message_size': 'messageSize',
      'mmse.content_location': 'contentLocation',
      'mmse.priority': 'priority',
      'mmse.delivery_report': 'deliveryReport',
      'mmse.read_report': 'readReport',
    };
    for (const [field, key] of Object.entries(keys)) {
      it(`${field}`, () => {
        let compared = 0;
        for (const [index, bytes] of pdus.entries()) {
          const wanted = expected(decodePdu(bytes), key);
          if (wanted === undefined) continue;
          expect({ index, values: packets[index]?.[field] }).toEqual({ index, values: wanted });
          if (wanted.length > 0) compared++;
        }
        expect(compared).toBeGreaterThan(2);
      });
    }
  });

  it('reads the same part locations', () => {
    let compared = 0;
    for (const [index, bytes] of pdus.entries()) {
      const wanted = partsOf(decodePdu(bytes)).flatMap(part =>
        part.contentLocation === undefined ? [] : [part.contentLocation],
      );
      if (!wanted.every(text => isShownAsIs(text) && text !== '' && !text.includes('|'))) continue;
      expect({ index, values: packets[index]?.['wsp.header.content_location'] }).toEqual({
        index,
        values: wanted,
      });
      compared += wanted.length;
    }
    expect(compared).toBeGreaterThan(5);
  });
});
