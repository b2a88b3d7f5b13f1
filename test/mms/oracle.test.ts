import { execFileSync, type StdioOptions } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type DecodedPart,
  type DecodedPdu,
  decodePdu,
  encodePdu,
  type PduInput,
} from '../../src/mms/index.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { runs, SEED } from '../support/property.ts';
import { anyPdu } from './arbitraries.ts';

/** tshark 4.0 does not know the message types of MMS 1.3 and misreads the grouped forms of the delete confirmations. */
const BEYOND_TSHARK = new Set([
  'm-delete-req',
  'm-delete-conf',
  'm-cancel-req',
  'm-cancel-conf',
  'm-mbox-delete-conf',
]);

/**
 * The same PDU without what tshark 4.0 calls malformed although the specification allows it: numbers and dates of more
 * than four octets, No-value of an untyped parameter, the empty value of a textual header or Content-ID, parts without
 * data, and parts whose type has a
 * dissector of its own, which expects more than random octets.
 */
function withinTshark(pdu: PduInput): PduInput {
  const narrow = (value: unknown): unknown => {
    if (typeof value === 'number') return Math.min(value, 0xffff_ffff);
    if (value instanceof Date) return new Date(Math.min(value.getTime(), 0xffff_ffff * 1000));
    if (value instanceof Uint8Array) return value.length === 0 ? Uint8Array.of(0) : value;
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.filter(one => !isEmptyHeader(one)).map(narrow);
    const entries = Object.entries(value).filter(
      ([key, inner]) => !((key === 'x-text' || key === 'contentId') && inner === ''),
    );
    return Object.fromEntries(
      entries.map(([key, inner]) => [key, key === 'contentType' ? neutral(inner) : narrow(inner)]),
    );
  };
  return narrow(pdu) as PduInput;
}

/** The content type of a part (a text) becomes one without dissector; that of the message is narrowed. */
function neutral(contentType: unknown): unknown {
  if (typeof contentType === 'string') return 'application/vnd.acme.long-name-of-a-media-type+xyz';
  const { type, parameters } = contentType as { type: string; parameters: Record<string, unknown> };
  const kept = Object.entries(parameters).filter(([, value]) => value !== '' && !(value instanceof Date));
  return {
    type: type.includes('multipart') ? type : 'application/vnd.acme.body',
    parameters: Object.fromEntries(
      kept.map(([key, value]) => [key, typeof value === 'number' ? Math.min(value, 9) : value]),
    ),
  };
}

const isEmptyHeader = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'value' in value && value.value === '';

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
    const base = [
      '-r',
      join(folder, 'p.pcap'),
      '-o',
      'uat:user_dlts:"User 0 (DLT=147)","http","0","","0",""',
    ];
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

function dump(pdu: Uint8Array): string {
  const head = `POST /mms HTTP/1.1\r\nHost: mmsc.example\r\nContent-Type: application/vnd.wap.mms-message\r\nContent-Length: ${pdu.length}\r\n\r\n`;
  const bytes = Buffer.concat([Buffer.from(head, 'latin1'), pdu]);
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const hex = bytes
      .subarray(at, at + 16)
      .toString('hex')
      .replace(/(..)/g, ' $1');
    lines.push(`${at.toString(16).padStart(6, '0')}${hex}`);
  }
  lines.push(bytes.length.toString(16).padStart(6, '0'));
  return `${lines.join('\n')}\n`;
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
  const pdus = fc
    .sample(anyPdu, { numRuns: runs(600), seed: SEED })
    .filter(pdu => !BEYOND_TSHARK.has(pdu.messageType))
    .map(pdu => encodePdu(withinTshark(pdu)))
    .filter(bytes => bytes.length < 60_000)
    .slice(0, runs(300));
  let packets: readonly Packet[] = [];
  let tree = '';
  beforeAll(() => {
    ({ packets, tree } = askTshark(pdus, FIELDS));
  }, 120_000);

  it(`finds nothing malformed in ${pdus.length} PDUs`, () => {
    expect(pdus.length).toBeGreaterThanOrEqual(200);
    expect(tree.split('MMS Message Encapsulation, Type').length - 1).toBe(pdus.length);
    expect(
      tree.match(/.*(?:Malformed|Expert Info \(Error|<Error|Dissector bug|trailing quote).*/g),
    ).toBeNull();
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
