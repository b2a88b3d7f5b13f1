import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeZip } from '../../src/archive/index.ts';
import { encodePdu } from '../../src/mms/index.ts';
import { Presentation } from '../../src/presentation/index.ts';
import { renderPreview } from '../../src/preview/index.ts';

const SECRET = 'nobody may read this';
const HELLO = { name: 'hello.txt', data: new TextEncoder().encode('Hello') };

const folder = mkdtempSync(join(tmpdir(), 'mms-references-'));
const secret = join(folder, 'secret.txt');
let asked = 0;
const server = createServer((_, answer) => {
  asked += 1;
  answer.end(SECRET);
});
let port = 0;
beforeAll(async () => {
  mkdirSync(join(folder, 'show'));
  writeFileSync(secret, SECRET);
  writeFileSync(join(folder, 'show', HELLO.name), HELLO.data);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** A presentation of one slide, with the text at this address. */
function smilOf(src: string): Uint8Array {
  return new TextEncoder().encode(
    `<smil><head><layout><root-layout/></layout></head><body><par><text src="${src}"/></par></body></smil>`,
  );
}

/** The ways by which a stranger's SMIL comes in. */
const ENTRANCES = {
  'a folder': async (src: string) => {
    writeFileSync(join(folder, 'show/show.smil'), smilOf(src));
    return Presentation.fromFolder(join(folder, 'show'));
  },
  'a ZIP': async (src: string) =>
    Presentation.fromZip(await writeZip([HELLO, { name: 'show.smil', data: smilOf(src) }])),
  'an MMS': async (src: string) =>
    Presentation.fromMms(
      encodePdu({
        messageType: 'm-retrieve-conf',
        mmsVersion: '1.2',
        date: '2004-05-23T14:14:58Z',
        contentType: {
          type: 'application/vnd.wap.multipart.related',
          parameters: { type: 'application/smil', start: '<smil>' },
        },
        parts: [
          { contentType: 'application/smil', contentId: '<smil>', data: smilOf(src) },
          { contentType: 'text/plain', contentLocation: HELLO.name, data: HELLO.data },
        ],
      }),
    ),
} as const;

/** What leaves the message, and the code that a composer gets; a phone may still be shown such an MMS. */
const OUTSIDE: readonly [what: string, src: () => string, code: string][] = [
  ['file:', () => `file://${secret}`, 'ref/external'],
  ['http:', () => `http://127.0.0.1:${port}/`, 'ref/external'],
  ['a host', () => `//127.0.0.1:${port}/`, 'ref/external'],
  ['data:', () => 'data:text/plain,Hello', 'ref/external'],
  ['javascript:', () => 'javascript:alert(1)', 'ref/external'],
  ['..', () => '../secret.txt', 'ref/unresolved'],
  ['an absolute path', () => secret, 'ref/unresolved'],
];

describe('X6: the src of a medium', () => {
  it.each(OUTSIDE)('by %s brings nothing into a composed message', async (_, src, code) => {
    for (const way of ['a folder', 'a ZIP'] as const)
      await expect(ENTRANCES[way](src()), way).rejects.toMatchObject({ code });
    expect(asked).toBe(0);
  });

  it.each(OUTSIDE)('by %s shows nothing of a message that was read', async (_, src) => {
    const message = await ENTRANCES['an MMS'](src());
    const page = renderPreview(message);
    expect(message.slides.map(({ text }) => text)).toEqual([undefined]);
    expect(page).not.toContain(`="${src()}`);
    const octets = message.unpack().map(({ data }) => new TextDecoder().decode(data));
    expect([page, ...octets].join()).not.toContain(SECRET);
    expect(asked).toBe(0);
  });

  it.each(Object.entries(ENTRANCES))('finds a part by its name and by cid: in %s', async (_, open) => {
    for (const src of ['hello.txt', 'cid:hello.txt']) {
      const { slides } = await open(src);
      expect(slides.map(({ text }) => new TextDecoder().decode(text?.part.data))).toEqual(['Hello']);
    }
  });
});
