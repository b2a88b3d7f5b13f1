import { describe, expect, it } from 'vitest';
import { isMmsError, MmsError } from '../../src/errors.ts';
import { LIMITS, resolveLimits } from '../../src/limits.ts';
import { readManifest } from '../../src/manifest/index.ts';
import { decodeServiceIndication } from '../../src/push/index.ts';
import { recipientsOf } from '../../src/sandbox/reports.ts';
import { parseSmil } from '../../src/smil/index.ts';
import { decodeForm, encodeForm, type GatewayMessage, validateMessage } from '../../src/submit/index.ts';
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

describe('a form that no text could hold', () => {
  const to = ['+447700900123'];
  const file = { name: 'a.jpg', data: new Uint8Array([0xff, 0xd8, 0xff]), contentType: 'image/jpeg' };
  const mms = { kind: 'mms', to, file } as const;
  const many = new Array<string>(20_000_000).fill('+447700900123');
  const pieces = (count: number, text: string): Record<string, string> =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`Extra-${i}`, text]));

  it.each<[string, () => GatewayMessage, string, string]>([
    ['to', () => ({ ...mms, to: many }), 'submit/too-long', 'to'],
    ['cc', () => ({ ...mms, cc: many }), 'submit/too-long', 'cc'],
    ['bcc', () => ({ ...mms, bcc: many }), 'submit/too-long', 'bcc'],
    [
      'octets',
      () => ({ ...mms, file: { ...file, data: new Uint8Array(2 ** 29) } }),
      'submit/too-large',
      'file.data',
    ],
    ['text', () => ({ kind: 'text', to, text: 'a'.repeat(2 ** 28) }), 'submit/too-long', 'text'],
  ])('is refused for its %s', (_, message, code, path) => {
    const refusal = { code: 'submit/invalid-message', path };
    expect(() => encodeForm(message())).toThrow(expect.objectContaining(refusal));
    expect(validateMessage(message())).toContainEqual(expect.objectContaining({ code, path }));
  });

  it('is refused for all of it together', () => {
    const extraParameters = pieces(12, 'a'.repeat(25_000_000));
    expect(() => encodeForm({ kind: 'text', to, text: 'x', extraParameters })).toThrow(
      expect.objectContaining({ code: 'submit/too-large' }),
    );
  });

  it('is none for many parameters or groups of an address book', () => {
    expect(encodeForm({ kind: 'text', to, text: 'x', extraParameters: pieces(200_000, 'y') })).toMatch(
      /&Extra-199999=y&ResponseFormat=3$/,
    );
    const addressBook = `${'a:'.repeat(5_000_000)}a::b`;
    expect(encodeForm({ kind: 'text', to, text: 'x', addressBook })).toHaveLength(20_000_073);
    expect(() => encodeForm({ kind: 'text', to, text: 'x', addressBook: `${addressBook}::c` })).toThrow(
      expect.objectContaining({ code: 'submit/invalid-message', path: 'addressBook' }),
    );
  });
});
