import { encodePdu } from '../../src/mms/index.ts';

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
