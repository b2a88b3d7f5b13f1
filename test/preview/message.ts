import { readdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { encodePdu } from '../../src/mms/index.ts';
import { type Asset, Presentation } from '../../src/presentation/index.ts';
import type { PartInput } from '../../src/wsp/index.ts';

const SMIL = new URL('../vectors/smil/', import.meta.url);

/** The valid documents of the vectors. */
export const VALID_VECTORS = readdirSync(new URL('valid', SMIL)).map(file => `valid/${file}`);

/** Texts that would run, were they not escaped. */
export const INJECTIONS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(2)>',
  "' onmouseover='alert(3)",
  '</style><script>alert(4)</script>',
  '</foreignObject><svg/onload=alert(5)>',
] as const;

/** A message all of whose texts and names are script injections. */
export function injectedMessage(): Uint8Array {
  const escaped = (text: string): string =>
    text.replace(/[&<>"']/g, character => `&#${character.codePointAt(0)};`);
  const pars = INJECTIONS.map(
    text =>
      `<par dur="1000ms"><text src="${escaped(text)}" alt="${escaped(text)}"/><img src="gone${escaped(text)}"/></par>`,
  );
  const smil = `<smil><head><layout/></head><body>${pars.join('')}</body></smil>`;
  return encodePdu({
    messageType: 'm-send-req',
    transactionId: 'T1',
    from: 'insert-address',
    to: ['+447700900123'],
    subject: INJECTIONS.join(' '),
    contentType: { type: 'application/vnd.wap.multipart.related', parameters: { start: '<s>' } },
    parts: [
      { contentType: 'application/smil', contentId: '<s>', data: new TextEncoder().encode(smil) },
      ...INJECTIONS.map(text => ({
        contentType: 'text/plain',
        parameters: { charset: 'utf-8' },
        contentLocation: text,
        headers: [{ name: 'X-Any', value: text }],
        data: new TextEncoder().encode(text),
      })),
    ],
  });
}

/** Red above blue: a picture that shows which way up it is and how it was scaled. */
export async function picture(width: number, height: number): Promise<Uint8Array> {
  const blue = { create: { width, height: height >> 1, channels: 3 as const, background: '#0000ff' } };
  const below = await sharp(blue).png().toBuffer();
  const red = { create: { width, height, channels: 3 as const, background: '#ff0000' } };
  return sharp(red)
    .composite([{ input: below, left: 0, top: height - (height >> 1) }])
    .png()
    .toBuffer();
}

/** A document of the vectors with a part for each of its references. */
export async function ofVector(file: string, data: Uint8Array): Promise<Presentation> {
  const document = readFileSync(new URL(file, SMIL));
  const names = [...document.toString('utf8').matchAll(/\bsrc\s*=\s*["']([^"']+)["']/g)].map(([, src = '']) =>
    decodeURIComponent(src.replace(/^cid:/, '')),
  );
  const assets = [...new Set(names)].map((name): Asset => {
    if (/\.(?:gif|jpe?g|png|wbmp)$/i.test(name)) return { name, data };
    return {
      name,
      data: new TextEncoder().encode('Text'),
      contentType: /txt$/i.test(name) ? undefined : 'audio/amr',
    };
  });
  return Presentation.fromFiles([{ name: 'show.smil', data: document }, ...assets], { smil: 'verbatim' });
}

/** A message without presentation. */
export function looseMessage(parts: readonly PartInput[]): Uint8Array {
  return encodePdu({
    messageType: 'm-send-req',
    transactionId: 'T1',
    from: 'insert-address',
    to: ['+447700900123'],
    contentType: { type: 'application/vnd.wap.multipart.mixed' },
    parts,
  });
}

/** A message of a SMIL document and other parts, whatever they are. */
export function messageOfSmil(smil: string, parts: readonly PartInput[]): Uint8Array {
  return encodePdu({
    messageType: 'm-send-req',
    transactionId: 'T1',
    from: 'insert-address',
    to: ['+447700900123'],
    contentType: { type: 'application/vnd.wap.multipart.related', parameters: { start: '<s>' } },
    parts: [
      { contentType: 'application/smil', contentId: '<s>', data: new TextEncoder().encode(smil) },
      ...parts,
    ],
  });
}

/** A part by its name. */
export function named(contentLocation: string, contentType: string, data: Uint8Array): PartInput {
  return { contentLocation, contentType, data };
}
