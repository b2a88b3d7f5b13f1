import { describe, expect, it } from 'vitest';
import { block, command, quoted, transferSeconds } from '../../../../src/submit/ways/modem/step.ts';

const ERRORS = ['ERROR', '+CME ERROR', '+CMS ERROR'];

describe('a step', () => {
  it('is a line that ends with a carriage return, and waits five seconds for OK', () => {
    expect(command('AT')).toStrictEqual({ send: 'AT\r', expect: ['OK'], fail: ERRORS, timeoutMs: 5000 });
  });

  it('may be octets as they are, and wait for something else, longer', () => {
    const send = Uint8Array.of(1);
    expect(block(send, { expect: ['CONNECT'], seconds: 20 })).toStrictEqual({
      send,
      expect: ['CONNECT'],
      fail: ERRORS,
      timeoutMs: 20_000,
    });
  });

  it('may go on whether it fails or not', () => {
    expect(command('AT', { mayFail: true })).toStrictEqual({
      send: 'AT\r',
      expect: ['OK', ...ERRORS],
      fail: [],
      timeoutMs: 5000,
    });
  });

  it('may be the one after which nobody knows whether the message is out', () => {
    expect(command('AT', { commits: true })).toHaveProperty('commits', true);
  });
});

describe('a text in quotation marks', () => {
  it('is any that ends neither itself nor the command', () => {
    expect(quoted('a é,;', 'name')).toBe('"a é,;"');
  });

  it.each(['a"b', 'a\rb', 'a\nb', '\x1a', '\x7f'])('is not %j', text => {
    expect(() => quoted(text, 'options.network.apn')).toThrow(
      expect.objectContaining({ code: 'submit/character', path: 'options.network.apn' }),
    );
  });
});

it.each([
  [0, 9600, 20],
  [9600, 9600, 20],
  [9601, 9600, 21],
  [300_000, 9600, 625],
  [300_000, 115_200, 53],
])('%i octets at %i baud get %i seconds: twice what they take, rounded up', (octets, baud, seconds) => {
  expect(transferSeconds(octets, baud)).toBe(seconds);
});
