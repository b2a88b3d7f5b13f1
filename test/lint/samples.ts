import type { LintMessage, LintPart } from '../../src/lint/index.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A part with the same name everywhere; other fields by `change`. */
export function part(
  name: string,
  contentType: string,
  data: Uint8Array | string,
  change: Partial<LintPart> = {},
): LintPart {
  return {
    contentType,
    parameters: { name },
    contentId: `<${name}>`,
    contentLocation: name,
    data: typeof data === 'string' ? encode(data) : data,
    ...change,
  };
}

/** A text; `charset` null: it states none. */
export function text(name: string, content: string | Uint8Array, charset: string | null = 'utf-8'): LintPart {
  return part(name, 'text/plain', content, { parameters: charset === null ? { name } : { name, charset } });
}

/** A SMIL part whose slides are given as XML. */
export function smil(slides: string): LintPart {
  const layout =
    '<root-layout width="160" height="140"/><region id="Image" left="0" top="0" width="160" height="120"/>' +
    '<region id="Text" left="0" top="120" width="160" height="20"/>';
  return part(
    'smil.smil',
    'application/smil',
    `<smil><head><layout>${layout}</layout></head><body>${slides}</body></smil>`,
  );
}

/** One slide with a text that shows all is well. */
export const GOOD: LintMessage = {
  parts: [
    smil('<par dur="5000ms"><text src="a.txt" region="Text"/></par>'),
    text('a.txt', 'hello', 'us-ascii'),
  ],
};

/** An AMR of 20 ms frames. */
export function amr(durationMs: number): Uint8Array {
  const frames = durationMs / 20;
  const bytes = new Uint8Array(6 + frames * 13);
  bytes.set(encode('#!AMR\n'));
  for (let i = 0; i < frames; i++) bytes[6 + i * 13] = 0x04;
  return bytes;
}
