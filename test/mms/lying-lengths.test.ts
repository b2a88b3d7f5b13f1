import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.ts';
import { isMmsError } from '../../src/errors.ts';
import { type InspectionNode, inspect } from '../../src/inspect/index.ts';
import { type DecodedPdu, decodePdu, encodePdu, type PduInput } from '../../src/mms/index.ts';
import { SEED } from '../support/property.ts';
import { anyPdu } from './arbitraries.ts';
import { z } from './tolerance.ts';

/** The longest length that one octet says (WAP-230 8.4.2.2). */
const MAX_SHORT_LENGTH = 30;
const LIES = [-3, -2, -1, 1, 2, 3, 8] as const;

/** An octet of a value that says how many octets follow up to its end. */
interface LengthOctet {
  readonly at: number;
  readonly length: number;
}

/** The lengths of the header fields of a PDU, outer and nested. */
function lengthsOf(bytes: Uint8Array): LengthOctet[] {
  return (inspect(bytes, { as: 'mms' }).children ?? []).flatMap(field => lengthsIn(bytes, field));
}

function lengthsIn(bytes: Uint8Array, { offset, length }: InspectionNode): LengthOctet[] {
  const end = offset + length;
  const places = Array.from({ length: Math.max(0, Math.min(length - 2, 5)) }, (_, i) => offset + 1 + i);
  return places.flatMap(at => {
    const octet = bytes[at] ?? 0;
    const reaches = octet > 0 && octet <= MAX_SHORT_LENGTH && at + 1 + octet === end;
    return reaches ? [{ at, length: octet }] : [];
  });
}

type Values = Readonly<Record<string, unknown>>;

function valuesOf(bytes: Uint8Array): Values {
  try {
    return decodePdu(bytes) as unknown as Values;
  } catch (error) {
    if (!isMmsError(error)) throw error;
    return {};
  }
}

/** Keys whose values are others than before. */
function lostBy(bytes: Uint8Array, { at }: LengthOctet, stated: number, truth: Values): string[] {
  const changed = bytes.slice();
  changed[at] = stated;
  const read = valuesOf(changed);
  const keys = Object.keys(truth).filter(key => key !== 'warnings' && key !== 'unknown');
  return keys.filter(key => !isDeepStrictEqual(read[key], truth[key]));
}

/** For each lie about a length of a PDU, the keys that it costs. */
function* costsOf(pdu: PduInput): Generator<readonly string[]> {
  const bytes = encodePdu({ ...pdu, unknown: [], applicationHeaders: [] });
  const truth = valuesOf(bytes);
  for (const place of lengthsOf(bytes)) {
    for (const lie of LIES) {
      const stated = place.length + lie;
      if (stated >= 0 && stated <= MAX_SHORT_LENGTH) yield lostBy(bytes, place, stated, truth);
    }
  }
}

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

const MESSAGE = encodePdu({
  messageType: 'm-send-req',
  transactionId: 'T1',
  to: ['+447700900123'],
  contentType: {
    type: 'application/vnd.wap.multipart.related',
    parameters: { start: '<s>', type: 'application/smil' },
  },
  parts: [
    {
      contentType: 'application/smil',
      parameters: { charset: 'utf-8', name: 's.smil' },
      contentId: '<s>',
      contentLocation: 's.smil',
      data: text('<smil><body/></smil>'),
    },
    {
      contentType: 'image/jpeg',
      parameters: { name: 'b.jpg' },
      contentLocation: 'b.jpg',
      data: Uint8Array.from({ length: 300 }, (_, i) => (i * 7919) & 0xff),
    },
    { contentType: 'text/plain', contentLocation: 'c.txt', data: text('The last one') },
  ],
});

/** Every node of a name, with the names of those around it. */
function nodesNamed(node: InspectionNode, name: string): InspectionNode[] {
  const below = (node.children ?? []).flatMap(child => nodesNamed(child, name));
  return node.name === name ? [node, ...below] : below;
}

/** The message with the last octet of one of the nodes of a name changed. */
function withLie(name: string, index: number, lie: number): Uint8Array {
  const bytes = MESSAGE.slice();
  const node = nodesNamed(inspect(MESSAGE, { as: 'mms' }), name)[index];
  if (node === undefined) throw new Error(`the message has no ${name} ${index}`);
  const at = node.offset + node.length - 1;
  bytes[at] = (bytes[at] ?? 0) + lie;
  return bytes;
}

const codesOf = ({ warnings }: DecodedPdu): string[] => warnings.map(({ code }) => code);

describe('a length that lies', () => {
  it('costs its own value, and in three of a hundred cases another', () => {
    const costs = fc.sample(anyPdu, { numRuns: 150, seed: SEED }).flatMap(pdu => [...costsOf(pdu)]);
    const count = (least: number): number => costs.filter(({ length }) => length >= least).length;
    console.info(`${costs.length} lies: ${count(1)} cost a value, ${count(2)} more than one`);
    expect(costs.length).toBeGreaterThan(1000);
    // may only fall: which of two fields an octet belongs to cannot always be known
    expect(count(2) / costs.length).toBeLessThan(0.03);
  });

  it.each([
    ['HeadersLen', 0],
    ['HeadersLen', 1],
    ['HeadersLen', 2],
    ['DataLen', 0],
    ['DataLen', 1],
  ])('of a multipart, %s %i, costs nothing', (name, index) => {
    for (const lie of LIES) {
      const pdu = decodePdu(withLie(name, index, lie));
      expect(codesOf(pdu)).toEqual(['wsp/wrong-length']);
      expect(pdu).toMatchObject({ ...decodePdu(MESSAGE), warnings: [{ path: 'parts' }] });
    }
  });

  it('of a multipart that says too few entries costs nothing', () => {
    const pdu = decodePdu(withLie('nEntries', 0, -2));
    expect(pdu).toMatchObject({ ...decodePdu(MESSAGE), warnings: [{ code: 'wsp/wrong-length' }] });
  });

  it('of the media type of a part costs nothing', () => {
    const [type] = nodesNamed(inspect(MESSAGE, { as: 'mms' }), 'Entry').flatMap(entry =>
      nodesNamed(entry, 'Value-length'),
    );
    if (type === undefined) throw new Error('the first entry has no Value-length');
    for (const lie of [-3, -1, 1, 2]) {
      const bytes = MESSAGE.slice();
      bytes[type.offset] = (bytes[type.offset] ?? 0) + lie;
      expect(decodePdu(bytes)).toMatchObject({ ...decodePdu(MESSAGE), warnings: [{ path: 'parts' }] });
    }
  });

  it('of the last data is told as data cut or followed by others, which cannot be known better', () => {
    expect(codesOf(decodePdu(withLie('DataLen', 2, 2)))).toEqual(['wsp/part-truncated']);
    expect(codesOf(decodePdu(withLie('DataLen', 2, -2)))).toEqual(['wsp/trailing-octets']);
  });

  const NOTIFICATION = `8c82 98${z('T1')} 8d92 8a80 8e0122 8803 8101 3c 83${z('http://a/b')}`;
  const LYING = `8c82 98${z('T1')} 8d92 8a80 8e0222 8803 8101 3c 83${z('http://a/b')}`;

  it('is named with its place, what it says and what it is taken for', () => {
    expect(decodePdu(fromHex(LYING.replaceAll(' ', '')))).toMatchObject({
      ...decodePdu(fromHex(NOTIFICATION.replaceAll(' ', ''))),
      warnings: [{ code: 'mms/wrong-length', path: 'messageSize', offset: 11 }],
    });
  });

  it('is refused in strict mode', () => {
    expect(() => decodePdu(fromHex(LYING.replaceAll(' ', '')), { strict: true })).toThrow(
      expect.objectContaining({ name: 'MmsError' }),
    );
  });

  it('leaves the data of the parts views of the input', () => {
    const bytes = withLie('DataLen', 0, 1);
    const pdu = decodePdu(bytes);
    const parts = 'parts' in pdu ? pdu.parts : [];
    expect(parts?.map(({ data }) => data.buffer)).toEqual([bytes.buffer, bytes.buffer, bytes.buffer]);
  });

  it('shows in the inspector what the decoder read', () => {
    const bytes = withLie('DataLen', 0, 1);
    const lengths = nodesNamed(inspect(bytes, { as: 'mms' }), 'DataLen');
    expect(lengths.map(({ value }) => value)).toEqual([20, 300, 12]);
  });
});
