import { describe, expect, it } from 'vitest';
import { chunksText, RequestBody } from '../../src/submit/body-chunks.ts';

const CHUNKS = [Uint8Array.of(0x41, 0x80), new Uint8Array(), Uint8Array.of(0xff)];

describe('a body in pieces', () => {
  it('has the text of all of them, a character an octet', () => {
    expect(chunksText(CHUNKS)).toBe('A\u0080ÿ');
    expect(chunksText([])).toBe('');
  });

  it('is put together once, when it is asked for', () => {
    const body = new RequestBody(CHUNKS);
    expect(body.chunks).toBe(CHUNKS);
    expect(body.octets).toEqual(Uint8Array.of(0x41, 0x80, 0xff));
    expect(body.octets).toBe(body.octets);
  });
});
