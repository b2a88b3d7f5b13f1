import { boolean, fromScript, object, requireShape, word } from '../schema/index.ts';

const FORMAT = object('how cards are written', {
  keys: {
    nonAscii: word('of text beyond ASCII', ['quoted-printable', '8bit']),
    warnings: fromScript('a list', (value): value is unknown[] => Array.isArray(value)),
  },
  isOpen: true,
});

const PARSE = object('how cards are read', { keys: { strict: boolean('refuse departures') }, isOpen: true });

/** @throws MmsError `card/option` */
export function checkFormatOptions(options: unknown): void {
  requireShape(FORMAT, options, 'card/option', ['options']);
}

/** @throws MmsError `card/option` */
export function checkParseOptions(options: unknown): void {
  requireShape(PARSE, options, 'card/option', ['options']);
}
