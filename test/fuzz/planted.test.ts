import { describe, expect, it } from 'vitest';
import { parseVCard } from '../../src/cards/index.ts';
import { isMmsError } from '../../src/errors.ts';
import { type DecodedPdu, decodePdu, encodePdu } from '../../src/mms/index.ts';
import { type DecodedUdh, decodeUdh, encodeUdh } from '../../src/sms/index.ts';
import { type DecodedPart, decodeMultipart, encodeMultipart } from '../../src/wsp/index.ts';
import { mutate } from '../support/mutate.ts';
import { SEED } from '../support/property.ts';
import { CORPUS } from './corpus.ts';
import { type Finding, type FuzzTarget, fuzz } from './fuzz.ts';

/** Enough for every fault with room to spare, and some seconds in all. */
const RUNS = 20_000;
const MAX_STEPS = 10_000;

const partsOf = (pdu: DecodedPdu): readonly DecodedPart[] => ('parts' in pdu ? (pdu.parts ?? []) : []);

/** A rare structure: a multipart of nothing within a multipart. */
function failsOnEmptyNested(bytes: Uint8Array): DecodedPdu {
  const pdu = decodePdu(bytes);
  if (partsOf(pdu).some(({ parts }) => parts?.length === 0)) throw new RangeError('invalid array length');
  return pdu;
}

/** Believes an element of a header that says it is longer than the rest, and gives as many octets. */
function believesLengths(bytes: Uint8Array): Pick<DecodedUdh, 'elements'> {
  try {
    return decodeUdh(bytes);
  } catch (error) {
    const [, id = 0, length = 0] = bytes;
    if (!isMmsError(error) || length <= bytes.length) throw error;
    return { elements: [{ id, name: '', data: new Uint8Array(length) }] };
  }
}

/** Forgets the last of three headers or more. */
function forgetsHeaders({ parts, warnings }: ReturnType<typeof decodeMultipart>): Uint8Array {
  const written = parts.map(part => ({ ...part, headers: part.headers.slice(0, 2) }));
  return encodeMultipart(written, { warnings });
}

/** Never gets past a soft line break at the end of a quoted-printable value; counts its steps, so that it does end. */
function loopsAtSoftBreak(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes);
  let steps = 0;
  for (let at = text.indexOf('=\r\n'); at >= 0; ) {
    at = text.startsWith('\r\n', at + 3) ? at : text.indexOf('=\r\n', at + 1);
    if (++steps > MAX_STEPS) throw new Error('no end in sight');
  }
  return parseVCard(bytes);
}

/** Takes every header of a part within a part for one with a name. */
function trustsInnerHeaders(bytes: Uint8Array): DecodedPdu {
  const pdu = decodePdu(bytes);
  for (const { parts = [] } of partsOf(pdu)) {
    for (const { headers } of parts) {
      for (const header of headers) (header as { name: string }).name.toLowerCase();
    }
  }
  return pdu;
}

/** Decoders with a fault of the kinds that decoders have, and what must be found. */
const PLANTED: readonly (FuzzTarget & { readonly expected: Finding['kind'] })[] = [
  {
    name: 'a RangeError on a rare structure',
    kind: 'octets',
    form: 'mms',
    corpus: CORPUS.pdus,
    read: failsOnEmptyNested,
    expected: 'untyped error',
  },
  {
    name: 'a length that is believed',
    kind: 'octets',
    form: 'udh',
    corpus: CORPUS.headers,
    read: believesLengths,
    write: ({ elements }: Pick<DecodedUdh, 'elements'>) => encodeUdh(elements),
    // elements of a wrong length are read, and written by nobody
    unwritable: 'any',
    sizeOf: ({ elements }: Pick<DecodedUdh, 'elements'>) =>
      elements.reduce((sum, { data }) => sum + data.length, 0),
    expected: 'more than there was',
  },
  {
    name: 'a header forgotten in writing',
    kind: 'octets',
    corpus: CORPUS.multiparts,
    read: bytes => decodeMultipart(bytes),
    write: forgetsHeaders,
    expected: 'other after writing',
  },
  {
    name: 'a loop without end',
    kind: 'text',
    corpus: CORPUS.cards,
    read: loopsAtSoftBreak,
    expected: 'untyped error',
  },
  {
    name: 'a TypeError deep in a nested multipart',
    kind: 'octets',
    form: 'mms',
    corpus: CORPUS.pdus,
    read: trustsInnerHeaders,
    write: encodePdu,
    expected: 'untyped error',
  },
];

describe('a planted fault is found', () => {
  it.each(PLANTED)('$name', async ({ expected, ...target }) => {
    const options = { runs: RUNS, seed: SEED, maxFindings: 1 };
    const { findings, cases } = await fuzz(target, options);
    const blind = await fuzz(target, {
      ...options,
      runs: Number(process.env['FUZZ_RUNS'] ?? 0),
      mutator: ({ bytes }, other, next) => mutate(bytes, other.bytes, next),
    });
    console.info(`${target.name}: after ${cases} inputs; blindly ${blind.findings.length} in ${blind.cases}`);
    expect(findings.map(({ kind }) => kind)).toEqual([expected]);
  });
});
