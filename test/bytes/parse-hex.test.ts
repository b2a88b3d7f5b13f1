import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHex, toHex } from '../../src/bytes/index.ts';

const read = (text: string): string[] => parseHex(text).map(toHex);

describe('hexadecimal text as people paste it', () => {
  const ways: readonly (readonly [string, string])[] = [
    ['digits', '8C809854'],
    ['blanks', '8c 80\t98 54 '],
    ['colons', '8c:80:98:54'],
    ['commas', '8c,80, 98 ,54'],
    ['dashes', '8c-80-98-54'],
    ['0x before each', '0x8c 0X80 0x98,0x54'],
    ['0x before all', '0x8c809854'],
    ['backslash x', '\\x8c\\x80\\x98\\x54'],
    ['an array of C', '{ 0x8c, 0x80, 0x98, 0x54 };'],
    ['an array of JSON', '["8c", "80", "98", "54"]'],
    ['line ends around', '\r\n8c809854\r\n\r\n'],
    ['xxd', '00000000: 8c80 9854                                ...T'],
    ['hexdump -C', '00000000  8c 80 98 54                                       |...T|\n00000004'],
    ['od', '0000000 8c 80 98 54\n0000004'],
    ['tshark -x', '0000  8c 80 98 54                                       ...T'],
  ];

  it.each(ways)('with %s', (_, text) => {
    expect(read(text)).toEqual(['8c809854']);
  });

  it('takes one digit after 0x for an octet', () => {
    expect(read('0x1, 0xa, 0x0b')).toEqual(['010a0b']);
  });

  it('gives the octets of each line', () => {
    expect(read('0011 0C91\n\n51 00\r0x02')).toEqual(['00110c91', '5100', '02']);
    expect(read(' \n')).toEqual([]);
  });

  it('does not take lines that happen to begin with zeros for a dump', () => {
    expect(read('0000 8c80\n0001 9854')).toEqual(['00008c80', '00019854']);
    expect(read('00008c80')).toEqual(['00008c80']);
  });

  it('says where a character is not a digit, and which line has half an octet', () => {
    expect(() => parseHex('8c80\n98g4')).toThrow(
      expect.objectContaining({ code: 'hex/bad-digit', offset: 7 }),
    );
    expect(() => parseHex('8c80\n985')).toThrow(
      expect.objectContaining({ code: 'hex/odd-length', offset: 8 }),
    );
  });

  it('reads what dump programs write', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), bytes => {
        for (const [program, ...options] of [
          ['od', '-A', 'x', '-t', 'x1', '-v'],
          ['hexdump', '-C', '-v'],
          ['xxd'],
        ]) {
          const { stdout, error } = spawnSync(program ?? '', options, { input: bytes, encoding: 'latin1' });
          if (error !== undefined) continue;
          expect({ program, hex: read(stdout) }).toEqual({ program, hex: [toHex(bytes)] });
        }
      }),
      { numRuns: 25 },
    );
  });
});
