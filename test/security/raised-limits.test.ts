import { describe, expect, it } from 'vitest';
import { isMmsError, MmsError } from '../../src/errors.ts';
import { LIMITS, resolveLimits } from '../../src/limits.ts';
import { readManifest } from '../../src/manifest/index.ts';
import { decodeServiceIndication } from '../../src/push/index.ts';
import { recipientsOf } from '../../src/sandbox/reports.ts';
import { parseSmil } from '../../src/smil/index.ts';
import { decodeForm, encodeForm } from '../../src/submit/index.ts';
import { decodeMultipart } from '../../src/wsp/index.ts';
import { parseXml } from '../../src/xml/index.ts';

/** The most that any option allows, and one more that is met. */
const DEEPEST = 500;
const DEEPER = DEEPEST + 1;
const RAISED = {
  maxXmlDepth: DEEPEST,
  maxManifestDepth: DEEPEST,
  maxMultipartDepth: DEEPEST,
  maxXmlBytes: 10_000_000,
  maxManifestBytes: 10_000_000,
};

const nested = (open: string, depth: number, close: string): string =>
  open.repeat(depth) + close.repeat(depth);

function multipartOf(depth: number): Uint8Array {
  let octets = [0];
  for (let i = 0; i < depth; i++) {
    const length = octets.length;
    const uintvar = [length >> 14 ? 0x80 | (length >> 14) : -1, 0x80 | ((length >> 7) & 0x7f), length & 0x7f];
    octets = [1, 1, ...uintvar.filter(octet => octet >= 0), 0xa3, ...octets];
  }
  return new Uint8Array(octets);
}

const READERS: readonly [string, (depth: number) => unknown][] = [
  ['XML', depth => parseXml(nested('<a>', depth, '</a>'), { maxDepth: DEEPEST })],
  ['SMIL', depth => parseSmil(nested('<a>', depth, '</a>'), { maxDepth: DEEPEST })],
  ['a manifest', depth => readManifest(`slides: ${nested('[', depth, ']')}`, { limits: RAISED })],
  ['a multipart', depth => decodeMultipart(multipartOf(depth), { limits: RAISED })],
  [
    'WBXML',
    depth => {
      const body = [...new Array<number>(depth).fill(0x45), ...new Array<number>(depth).fill(1)];
      return decodeServiceIndication(new Uint8Array([2, 5, 0x6a, 0, ...body]), { limits: RAISED });
    },
  ],
];

describe('raised limits', () => {
  it.each(READERS)('%s of any depth that is allowed, and deeper, gives no RangeError', async (_, read) => {
    for (const depth of [DEEPEST - 2, DEEPER, DEEPER * 4]) {
      await expect(
        Promise.resolve()
          .then(() => read(depth))
          .catch(error => {
            if (!isMmsError(error)) throw error;
          }),
      ).resolves.not.toThrow();
    }
  });

  it('of a depth go no further than the stack', () => {
    for (const name of ['maxXmlDepth', 'maxManifestDepth', 'maxMultipartDepth'] as const) {
      expect(resolveLimits({ [name]: DEEPEST })[name]).toBe(DEEPEST);
      expect(() => resolveLimits({ [name]: DEEPER })).toThrow(MmsError);
      expect(LIMITS[name]).toBeLessThanOrEqual(DEEPEST);
    }
  });
});

describe('a great many recipients', () => {
  const numbers = Array.from({ length: 150_000 }, (_, i) => `+4477009${String(i).padStart(6, '0')}`);
  const file = { name: 'a.jpg', data: new Uint8Array([0xff, 0xd8, 0xff]), contentType: 'image/jpeg' };

  it('are counted wherever they stand', () => {
    const one = ['+447700900123'];
    expect(recipientsOf({ kind: 'mms', to: one, cc: numbers, bcc: numbers, file })).toHaveLength(300_001);
  });

  it.each(['to', 'cc', 'bcc'] as const)('are written and read in a form: %s', key => {
    const few = numbers.slice(0, 20_000);
    const form = encodeForm({ kind: 'mms', to: ['+447700900123'], [key]: few, file });
    const { message } = decodeForm(form);
    expect(recipientsOf(message)).toHaveLength(few.length + (key === 'to' ? 0 : 1));
  });
});
