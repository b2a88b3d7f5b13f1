import { describe, expect, it } from 'vitest';
import { fromHex } from '../../../src/bytes/index.ts';
import type { ReceivedMessage } from '../../../src/sandbox/index.ts';
import { partsTogether } from '../../../src/sandbox/look/parts-together.ts';
import { decodeSms } from '../../../src/sms/index.ts';
import { received } from '../received.ts';

const TO = ['447700900123'];

/** Part of a message of two, as somebody sends it by itself. */
function part(number: number, sequence: number, text: string, to = TO): ReceivedMessage {
  const userDataHeader = new Uint8Array([5, 0, 3, 9, 2, sequence]);
  return received({ kind: 'pdu', to, userDataHeader, text }, { number });
}

/** The text of a message, with the parts that the others hold; `…` for what is missing. */
function textOf(one: ReceivedMessage, all: readonly ReceivedMessage[]): string {
  const { text = '', missing } = decodeSms(partsTogether(one, all) ?? []);
  return missing.length === 0 ? text : `${text}…`;
}

describe('the parts of a long message', () => {
  it('are put together whatever their order', () => {
    const [second, first] = [part(1, 2, 'World'), part(2, 1, 'Hello ')];
    expect(textOf(first, [second, first])).toBe('Hello World');
    expect(textOf(second, [second, first])).toBe('Hello World');
  });

  it('are those of one sender to one number', () => {
    const first = part(1, 1, 'Hello ');
    const stranger = { ...part(2, 2, 'Moon'), username: 'B.2' };
    expect(textOf(first, [first, stranger, part(3, 2, 'Sun', ['447700900124'])])).toBe('Hello …');
  });

  it('are the nearest of several with one sequence number', () => {
    const all = [part(1, 2, 'Moon'), part(5, 1, 'Hello '), part(6, 2, 'World'), part(9, 2, 'Sun')];
    const [, first] = all;
    if (first === undefined) throw new Error('no message');
    expect(textOf(first, all)).toBe('Hello World');
    expect(textOf(first, all.toReversed())).toBe('Hello World');
  });

  it('are none of a message by itself, of one that cannot be sent, and of one that is divided', () => {
    const first = part(1, 1, 'Hello ');
    const broken = received({ kind: 'pdu', to: TO, userDataHeader: fromHex('05000309'), text: 'x' });
    const long = received({ kind: 'pdu', to: TO, userDataHeader: fromHex('00'), text: 'x'.repeat(200) });
    const plain = received({ kind: 'text', to: TO, text: 'Hi' });
    const all = [broken, long, plain, first];
    expect(textOf(first, all)).toBe('Hello …');
    expect(textOf(long, all)).toBe('x'.repeat(200));
    expect(textOf(plain, all)).toBe('Hi');
  });
});
