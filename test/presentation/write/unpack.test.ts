import { describe, expect, it } from 'vitest';
import { sha256, toHex } from '../../../src/bytes/index.ts';
import { encodePdu } from '../../../src/mms/index.ts';
import { Presentation, presentation } from '../../../src/presentation/index.ts';
import type { PartInput } from '../../../src/wsp/index.ts';
import { GIF, latin1, utf8 } from '../../media/samples.ts';
import { looseMessage, named } from '../../preview/message.ts';

const manifestOf = (message: Presentation) =>
  JSON.parse(new TextDecoder().decode(message.unpack().at(-1)?.data)) as Record<string, unknown>;

const digest = (data: Uint8Array): string => toHex(sha256(data));
const RELATED = 'application/vnd.wap.multipart.related';

function message(parts: readonly PartInput[], start?: string): Presentation {
  return Presentation.fromMms(
    encodePdu({
      messageType: 'm-send-req',
      transactionId: 'T1',
      from: 'insert-address',
      to: ['+447700900123'],
      contentType: {
        type: RELATED,
        parameters: { type: 'application/smil', ...(start === undefined ? {} : { start }) },
      },
      parts,
    }),
  );
}

/** The message of the manifest that is written, which has the same octets. */
async function again(one: Presentation): Promise<Presentation> {
  const files = one.unpack();
  expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
  return Presentation.fromFiles(files.map(({ name, data }) => ({ name, data })));
}

describe('the manifest beside unpacked parts', () => {
  it('says of a message by the rule no more than its parts', async () => {
    const made = await presentation()
      .slide({ image: { data: GIF, name: 'a.gif' }, text: 'Hi' })
      .build();
    const smil = digest(made.parts[0]?.data ?? GIF);
    expect(made.unpack().map(({ name }) => name)).toEqual([
      'smil.smil',
      'a.gif',
      'slide1.txt',
      'message.json',
    ]);
    expect(manifestOf(made)).toEqual({
      pdu: 'send-req',
      smil: 'verbatim',
      parts: [
        { src: 'smil.smil', sha256: smil, type: 'application/smil', charset: 'utf-8' },
        { src: 'a.gif', sha256: digest(GIF), type: 'image/gif' },
        { src: 'slide1.txt', sha256: digest(utf8('Hi')), type: 'text/plain', charset: 'us-ascii' },
      ],
    });
  });

  it('says of what was received all that the rule would not give again', async () => {
    const parts = [
      { ...named('a.gif', 'image/gif', GIF), headers: [{ name: 'X-Own', value: '1' }] },
      { contentType: 'text/plain', parameters: { charset: 'utf-8', name: 'b.txt' }, data: latin1('b') },
    ];
    const received = Presentation.fromMms(looseMessage(parts));
    expect(manifestOf(received)).toEqual({
      pdu: 'send-req',
      to: ['+447700900123/TYPE=PLMN'],
      headers: expect.objectContaining({ transactionId: 'T1' }),
      smil: 'verbatim',
      parts: [
        {
          src: 'a.gif',
          sha256: digest(GIF),
          type: 'image/gif',
          parameters: {},
          contentId: null,
          headers: [{ name: 'X-Own', value: '1' }],
        },
        {
          src: 'b.txt',
          sha256: digest(latin1('b')),
          type: 'text/plain',
          parameters: { charset: 'utf-8', name: 'b.txt' },
          contentId: null,
          contentLocation: null,
        },
      ],
    });
    expect((await again(received)).toMms()).toEqual(received.toMms());
  });

  const smil = (src: string): Uint8Array =>
    latin1(`<smil><head><layout/></head><body><par dur="5s"><text src="${src}"/></par></body></smil>`);
  const document = (name: string, contentId: string): PartInput => ({
    contentType: 'application/smil',
    parameters: { name, charset: 'utf-8' },
    contentId,
    contentLocation: name,
    data: smil(name),
  });

  it('names the document of several that the message begins with', async () => {
    const one = message([document('a.smil', '<a.smil>'), document('b.smil', '<smil>')], '<smil>');
    const { contentType, parts } = manifestOf(one);
    expect(contentType).toMatchObject({ type: RELATED, parameters: { start: '<smil>' } });
    expect(parts).toMatchObject([{ src: 'a.smil' }, { src: 'b.smil', contentId: '<smil>' }]);
    expect(Object(parts)[0]).not.toHaveProperty('contentId');
    const back = await again(one);
    expect(back.smil?.part.name).toBe('b.smil');
    expect(back.toMms()).toEqual(one.toMms());
  });

  it('says no Content-Type where that follows from the one document', () => {
    const one = message([document('a.smil', '<smil>'), named('a.gif', 'image/gif', GIF)], '<smil>');
    expect(manifestOf(one)).not.toHaveProperty('contentType');
    expect(Object(manifestOf(one)['parts'])[0]).not.toHaveProperty('contentId');
    expect(manifestOf(message([document('a.smil', '<smil>')]))).toHaveProperty('contentType');
  });
});
