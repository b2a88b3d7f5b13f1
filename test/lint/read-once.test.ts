import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/lint/index.ts';
import { encodePdu } from '../../src/mms/index.ts';
import { Presentation } from '../../src/presentation/index.ts';

const SMIL = new URL('../vectors/smil/', import.meta.url);
const DOCUMENTS = ['valid', 'invalid'].flatMap(folder =>
  readdirSync(new URL(folder, SMIL)).map(file => `${folder}/${file}`),
);

function messageOf(smil: Uint8Array): Uint8Array {
  return encodePdu({
    messageType: 'm-send-req',
    transactionId: 'T1',
    from: 'insert-address',
    to: ['+447700900123'],
    contentType: { type: 'application/vnd.wap.multipart.related', parameters: { start: '<s>' } },
    parts: [{ contentType: 'application/smil', contentId: '<s>', contentLocation: 'a.smil', data: smil }],
  });
}

describe('a document that was read with its message', () => {
  it.each(DOCUMENTS)('gives the findings of %s as if it were read anew', file => {
    const presentation = Presentation.fromMms(messageOf(readFileSync(new URL(file, SMIL))));
    const { parts, headers, contentType, issues } = presentation;
    const anew = { parts, headers, contentType, issues };

    expect(lint({ ...anew, smil: presentation.smil })).toEqual(lint(anew));
    // Whoever has not kept what reading found is told all the same.
    expect(lint({ ...anew, smil: presentation.smil, issues: [] })).toEqual(lint({ ...anew, issues: [] }));
  });

  it('is not read a second time', () => {
    const text = '<smil><body><par><img src="a.gif"/></par></body></smil>';
    const presentation = Presentation.fromMms(messageOf(new TextEncoder().encode(text)));
    const { parts, smil } = presentation;
    const found = lint({
      parts,
      smil: smil && { ...smil, parsed: smil.parsed && { ...smil.parsed, references: [] } },
    });

    expect(found.map(({ code }) => code)).not.toContain('ref/unresolved');
    expect(lint({ parts }).map(({ code }) => code)).toContain('ref/unresolved');
  });

  it('is read where the part is another', () => {
    const read = (text: string): Presentation =>
      Presentation.fromMms(
        messageOf(new TextEncoder().encode(`<smil><body><par>${text}</par></body></smil>`)),
      );
    const { smil } = read('');
    const { parts } = read('<img src="a.gif"/>');

    expect(lint({ parts, smil })).toEqual(lint({ parts }));
  });
});
