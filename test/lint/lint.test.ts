import { describe, expect, it } from 'vitest';
import { type Issue, issue } from '../../src/issues/index.ts';
import { type LintMessage, lint } from '../../src/lint/index.ts';
import { part, smil } from './samples.ts';

const found = (...issues: Issue[]): LintMessage => ({ parts: [], issues });
const unheardOf = (name: string) => part(name, 'application/x-unheard-of', 'x');

describe('findings of a message', () => {
  it('stand in the order of files, lines and columns; what has none stands first, but behind its lines', () => {
    const inOrder = [
      {},
      { file: 'A.smil', line: 2 },
      { file: 'A.smil', line: 2, column: 3 },
      { file: 'A.smil', line: 2, column: 12 },
      { file: 'A.smil', line: 10, column: 1 },
      { file: 'A.smil' },
      { file: 'b.smil', line: 1, column: 1 },
      { file: 'b.smil', line: 1, column: 2 },
    ].map(place => issue('timing/too-short', 'x', place));
    expect(lint(found(...inOrder))).toEqual(inOrder);
    expect(lint(found(...inOrder.toReversed()))).toEqual(inOrder);
    expect(lint(found(...inOrder.slice(4), ...inOrder.slice(0, 4)))).toEqual(inOrder);
  });

  it('have advice: their own, else that of the rule', () => {
    const message = { parts: [unheardOf('a.x')], headers: { to: ['*123'] }, totalBytes: 4_000_000 };
    expect(lint(message)).toStrictEqual([
      issue('media/unknown-type', 'a.x is application/x-unheard-of, a type that phones may not know', {
        path: 'parts[0]',
      }),
      issue('size/over-usual', 'the message has 4000000 octets; some networks take 307200 at most', {
        hint: 'adapt it with --max-size or to a --profile',
      }),
      issue('header/recipient-form', '*123 is sent as a short code; some relays make a mail address of it', {
        hint: 'a person is reached by a number such as +447700900123 or by a mail address',
        path: 'to[0]',
      }),
    ]);
  });

  it('are not repeated where a reader named the file of the part', () => {
    const parts = [unheardOf('a.x'), unheardOf('b.x')];
    const known = issue('media/unknown-type', 'x', { file: 'holidays/b.x' });
    expect(lint({ parts, issues: [known] }).map(({ path, file }) => path ?? file)).toEqual([
      'parts[0]',
      'holidays/b.x',
    ]);
  });

  it('are not repeated where a reader named the slide that shows the part', () => {
    const parts = [
      smil('<par><img src="a.x" region="Image"/></par><par><img src="b.x" region="Image"/></par>'),
      unheardOf('a.x'),
      unheardOf('b.x'),
    ];
    const known = issue('media/unknown-type', 'x', { path: 'slides[1].image' });
    expect(
      lint({ parts, issues: [known] })
        .filter(({ code }) => code === 'media/unknown-type')
        .map(({ path }) => path),
    ).toEqual(['slides[1].image', 'parts[1]']);
  });
});
