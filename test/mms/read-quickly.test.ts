import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.ts';
import type { Limits } from '../../src/limits.ts';
import { decodePdu } from '../../src/mms/index.ts';
import { readQuickly } from '../../src/mms/read-quickly.ts';
import { unwatched } from '../support/trace.ts';
import { outcome } from './both-ways.ts';
import { z } from './tolerance.ts';

const VECTORS = join(import.meta.dirname, '../vectors/mms');

const octets = (hex: string): Uint8Array => fromHex(hex.replaceAll(' ', ''));

function expectQuick(bytes: Uint8Array, limits: Partial<Limits> = {}): void {
  const careful = decodePdu(bytes, { strict: true, limits, trace: unwatched });
  expect(readQuickly(bytes, { limits })).toStrictEqual(careful);
}

const PHONE = z('+1/TYPE=PLMN');
/** A PDU with all that it needs, in three header fields. */
const ANSWER = '8c83 985400 8d92 9581';
const NOTIFICATION = '8c82 985400 8d92 8a80 8e0109 832f6100';
const SUBMISSION = `8c80 985400 8d92 890181 97${PHONE}`;

it.each(readdirSync(VECTORS))('%s is read quickly unless something has to be told', file => {
  const { hex }: { hex: string } = JSON.parse(readFileSync(join(VECTORS, file), 'utf8'));
  const careful = decodePdu(fromHex(hex), { trace: unwatched });
  expect(readQuickly(fromHex(hex), {})).toStrictEqual(careful.warnings.length > 0 ? undefined : careful);
});

describe('without a fault is read quickly', () => {
  it.each([
    ['an answer', ANSWER],
    ['an answer of fields in another order', '8c83 9581 8d92 985400 9180'],
    ['a notification', `${NOTIFICATION} 880381013c`],
    ['a notification of an address', `${NOTIFICATION} 880381013c 890e80${PHONE}`],
    ['a confirmation', '8c81 985400 8d92 9280'],
    ['a report', `8c86 8b4d00 8d92 97${PHONE} 85044b3d3b00 9581`],
    ['a submission without a body', `${SUBMISSION} 8483`],
    ['a submission of a body', `${SUBMISSION} 8483 4142`],
    ['a submission to three', `${SUBMISSION} 97${z('a@b')} 97${z('123')} 8483`],
    ['a submission with a subject', `${SUBMISSION} 96${z('Hi')} 8483`],
    ['a submission with a subject in UTF-8', `${SUBMISSION} 9605ea7fc3a900 8483`],
    ['a submission of times', `${SUBMISSION} 870680044b3d4910 88058103015180 8483`],
    ['a submission of a class that has no octet', `${SUBMISSION} 8a${z('New')} 8483`],
    ['an answer for each of several messages', '8c95 985400 8d93 92028180 9304814f4b00 8304812f6100'],
    ['a multipart without parts', `${SUBMISSION} 84a3 00`],
    ['a multipart of a part', `${SUBMISSION} 84a3 01 0101 83 41`],
  ])('%s', (_name, hex) => {
    expectQuick(octets(hex));
  });

  it('what is just within the limits', () => {
    expectQuick(octets(ANSWER), { maxHeaders: 3 });
    expectQuick(octets(`8c83 98${z('x'.repeat(8))} 8d92 9581`), { maxHeaderValueBytes: 10 });
    expectQuick(octets(`${SUBMISSION} 84${z('text/plain-or-more')}`), { maxHeaderValueBytes: 20 });
  });
});

describe('is left to the careful reader', () => {
  it.each([
    ['nothing', ''],
    ['one octet', '8c'],
    ['what is no PDU', '8d83 985400 8d92 9581'],
    ['a message type that nobody knows', '8cff 985400 8d92 9581'],
    ['a PDU without a mandatory field', '8c83 985400 8d92'],
    ['a PDU of no fields', '8c83'],
    ['an unknown field', `${ANSWER} ff85`],
    ['a field of another PDU', `${ANSWER} 9680`],
    ['a header of an application', `${ANSWER} ${z('X-a')} ${z('b')}`],
    ['an octet below 20 between fields', `${ANSWER} 15`],
    ['a field twice', `${ANSWER} 9581`],
    ['a text twice', `${ANSWER} 985400`],
    ['an empty transaction id', '8c83 9800 8d92 9581'],
    ['an empty subject', `${SUBMISSION} 9600 8483`],
    ['an empty text for one of several messages', '8c95 985400 8d93 92028180 93028100 8304812f6100'],
    ['a point in time in a notification', `${NOTIFICATION} 880680044b3d4910`],
    ['an address that the relay is to fill in, from the relay', `${NOTIFICATION} 880381013c 890181`],
    ['an address that is none', `8c86 8b4d00 8d92 97${z('a b')} 85044b3d3b00 9581`],
    ['octets behind a sender', `8c80 985400 8d92 89028140 97${PHONE} 8483`],
    ['octets behind a multipart', `${SUBMISSION} 84a3 00 00`],
    ['a field without its value', '8c83 985400 8d92 9581 91'],
    ['a number that is no status', '8c81 985400 8d92 92f7'],
    ['a cut text', '8c83 8d92 9581 9854'],
  ])('%s', (_name, hex) => {
    expect(readQuickly(octets(hex), {})).toBeUndefined();
  });

  it('what goes beyond the limits', () => {
    const limited = (hex: string, limits: Partial<Limits>): unknown => readQuickly(octets(hex), { limits });
    expect(limited(ANSWER, { maxHeaders: 2 })).toBeUndefined();
    expect(limited(`8c83 98${z('x'.repeat(9))} 8d92 9581`, { maxHeaderValueBytes: 10 })).toBeUndefined();
    expect(
      limited(`${SUBMISSION} 84${z('text/plain-or-more+')}`, { maxHeaderValueBytes: 20 }),
    ).toBeUndefined();
  });

  it('all that somebody watches', () => {
    expect(readQuickly(octets(ANSWER), { trace: unwatched })).toBeUndefined();
  });
});

it('a limit that is none is told', () => {
  expect(outcome(() => readQuickly(octets(ANSWER), { limits: { maxHeaders: -1 } }))).toMatchObject({
    path: 'limits.maxHeaders',
  });
});
