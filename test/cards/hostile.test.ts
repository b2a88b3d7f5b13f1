import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { formatVCalendar, formatVCard, parseVCalendar, parseVCard } from '../../src/cards/index.ts';
import { isMmsError } from '../../src/errors.ts';
import { expectLinear } from '../support/growth.ts';
import { mutate } from '../support/mutate.ts';
import { random, runs } from '../support/property.ts';

const MEGABYTE = 1_000_000;

const STARTS = ['', 'BEGIN:VCARD\nVERSION:2.1\n', 'BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\n'];

const PIECES = [
  'a',
  ',',
  '=',
  ';',
  ':',
  ' ',
  '\t',
  '\n',
  '\r\n ',
  '"',
  '\\',
  'é',
  'a:\n',
  'TEL:1\n',
  'X;',
  'N;ENCODING=QUOTED-PRINTABLE:=\n',
  'PHOTO;BASE64:A\n A\n',
  'BEGIN:VCARD\n',
  'BEGIN:VEVENT\n',
  'END:X\n',
  'VERSION:',
];

/** A value, or an MmsError; anything else fails. */
function settle(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!isMmsError(error)) throw error;
  }
}

describe('hostile cards', () => {
  it.each(STARTS.flatMap(start => PIECES.map(piece => [start, piece] as const)))(
    '%j and a megabyte of %j are read or refused in linear time',
    (start, piece) => {
      expectLinear(length => {
        const text = start + piece.repeat(length / piece.length);
        settle(() => parseVCard(text));
        settle(() => parseVCalendar(text));
      }, MEGABYTE);
    },
  );

  it('give a card or an MmsError whatever was changed, and a card can be written again', () => {
    const files = ['vcard.json', 'vcalendar.json'].flatMap(name =>
      JSON.parse(readFileSync(new URL(`../vectors/cards/${name}`, import.meta.url), 'utf8')),
    );
    const texts: Uint8Array[] = files.map(({ text }) => new TextEncoder().encode(text));
    const next = random();
    for (let i = 0; i < runs(4000); i++) {
      const [one, other] = [texts[i % texts.length], texts[(i * 7 + 1) % texts.length]];
      if (one === undefined || other === undefined) throw new Error('no vectors');
      const changed = mutate(one, other, next);
      settle(() => formatVCard(parseVCard(changed)));
      settle(() => formatVCalendar(parseVCalendar(changed)));
    }
  });

  it('give a card or an MmsError for any lines', () => {
    const word = fc.constantFrom(
      'BEGIN',
      'END',
      'VCARD',
      'VERSION',
      '2.1',
      '3.0',
      'N',
      'TEL',
      ':',
      ';',
      '=',
      '\n',
      ' ',
      '"',
      'TYPE',
      '\\',
      ',',
      'QUOTED-PRINTABLE',
      'BASE64',
      'CHARSET',
      'DTSTART',
      'x',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), words => {
        const text = words.join('');
        settle(() => parseVCard(text));
        settle(() => parseVCard(`BEGIN:VCARD\n${text}\nEND:VCARD\n`));
        settle(() => parseVCalendar(`BEGIN:VCALENDAR\nBEGIN:VEVENT\n${text}`));
      }),
      { numRuns: runs(2000) },
    );
  });
});
