import { describe, expect, it } from 'vitest';
import { chunksOf } from '../../src/submit/chunks.ts';
import { Credentials } from '../../src/submit/credentials.ts';
import { GatewayRequest } from '../../src/submit/gateway-request.ts';
import type { GatewayMessage } from '../../src/submit/index.ts';

const TO = Array.from({ length: 7 }, (_, index) => `44770090012${index}`);
const [A, B, C, D, E, F, G] = TO;

function requestTo(to: readonly string[], more: object = {}): GatewayRequest {
  const message: GatewayMessage = { kind: 'mms', to, library: 80_000, ...more };
  return GatewayRequest.of(message, {
    credentials: new Credentials({ username: 'A', pin: '1' }),
    servers: [],
  });
}

describe('the chunks of a list', () => {
  it.each([
    [
      { size: 3 },
      TO,
      [
        [[A, B, C], 3],
        [[D, E, F], 6],
        [[G], 7],
      ],
    ],
    [{ size: 7 }, TO, [[TO, 7]]],
    [{ size: 3, start: 5 }, TO, [[[F, G], 7]]],
    [{ size: 3, start: 7 }, TO, []],
    [
      { size: 2 },
      [B, D, G],
      [
        [[B, D], 4],
        [[G], 7],
      ],
    ],
    [{ size: 2, start: 2 }, [B, D, G], [[[D, G], 7]]],
    [{ size: 1 }, [G], [[[G], 7]]],
    [{}, [], []],
  ])('with %j', (options, open, expected) => {
    const chunks = chunksOf(requestTo(TO), options, open.map(String));
    expect(chunks).toEqual(expected.map(([to, next], index) => ({ index, to, next, total: 7 })));
  });

  it('are of all, and of 350, where nothing else is said', () => {
    const many = Array.from({ length: 351 }, (_, index) => String(447_700_900_000 + index));
    expect(chunksOf(requestTo(many), {}).map(({ to }) => to.length)).toEqual([350, 1]);
  });

  it.each([
    ['size', 0],
    ['size', 1.5],
    ['size', Number.POSITIVE_INFINITY],
    ['start', -1],
    ['start', Number.NaN],
  ])('have no %s of %d', (name, value) => {
    expect(() => chunksOf(requestTo(TO), { [name]: value })).toThrow(
      expect.objectContaining({ code: 'submit/value', path: `options.${name}` }),
    );
  });

  it('are one where others get the message too', () => {
    const request = requestTo(TO, { cc: ['447700900999'] });
    expect(chunksOf(request, { size: 7 })).toHaveLength(1);
    const conflict = { code: 'submit/conflict', hint: expect.any(String) };
    expect(() => chunksOf(request, { size: 6 })).toThrow(expect.objectContaining(conflict));
    expect(() => chunksOf(request, { start: 1 })).toThrow(expect.objectContaining(conflict));
  });
});
