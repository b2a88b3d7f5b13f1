import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/issues/index.ts';
import { encodePdu } from '../../src/mms/index.ts';
import { changed, itRefuses, type Kind, MIXED, NONE, type RefusalRow } from './refusal-rows.ts';

const CONTROLS = ['\u0000', '\t', '\n', '\r', '\u001f', '\u007f'] as const;

/** A submission of one part with these keys. */
const part = (keys: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  contentType: MIXED,
  body: undefined,
  parts: [{ contentType: 'text/plain', data: NONE, ...keys }],
});

describe('a text holds a control character', () => {
  for (const control of CONTROLS) {
    const code = control.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
    const text = `a${control}b`;
    const rows = (where: readonly (readonly [changes: RefusalRow[1], path: string])[]): RefusalRow[] =>
      where.map(([changes, path]) => [`${code} in ${path}`, changes, 'wsp/text-control', path]);
    itRefuses(
      'm-send-req',
      rows([
        [{ subject: text }, 'subject'],
        [{ subject: `é${control}` }, 'subject'],
        [{ transactionId: text }, 'transactionId'],
        [{ to: [`${text}@c.example`] }, 'to[0]'],
        [{ mmFlags: [{ action: 'add', text }] }, 'mmFlags[0]'],
        [{ contentType: { ...MIXED, parameters: { start: text } }, body: undefined }, 'contentType.start'],
        [part({ parameters: { name: text } }), 'parts[0].contentType.name'],
        [part({ parameters: { 'x-kind': text } }), 'parts[0].contentType.x-kind'],
        [part({ contentId: text }), 'parts[0].contentId'],
        [part({ contentLocation: text }), 'parts[0].contentLocation'],
        [part({ headers: [{ name: 'X-Note', value: text }] }), 'parts[0].X-Note'],
        [{ applicationHeaders: [{ name: 'X', value: text }] }, 'applicationHeaders'],
      ]),
    );
    itRefuses('m-notification-ind', rows([[{ contentLocation: text }, 'contentLocation']]));
    itRefuses('m-send-conf', rows([[{ responseText: text }, 'responseText']]));
  }
});

describe('a token holds what no token may', () => {
  itRefuses('m-send-req', [
    ['Message-Class of two words', { messageClass: 'my class' }, 'wsp/token', 'messageClass'],
    ['an empty Message-Class', { messageClass: '' }, 'wsp/token', 'messageClass'],
    [
      'an application header with a colon',
      { applicationHeaders: [{ name: 'X:', value: '' }] },
      'wsp/token',
      'applicationHeaders',
    ],
    [
      'an application header without name',
      { applicationHeaders: [{ name: '', value: '' }] },
      'wsp/token',
      'applicationHeaders',
    ],
    [
      'a part header with a blank',
      part({ headers: [{ name: 'X Y', value: '' }] }),
      'wsp/token',
      'parts[0].X Y',
    ],
    [
      'a parameter with a blank',
      part({ parameters: { 'x y': '' } }),
      'wsp/token',
      'parts[0].contentType.x y',
    ],
    [
      'a charset with a blank',
      part({ parameters: { charset: 'a b' } }),
      'wsp/token',
      'parts[0].contentType.charset',
    ],
    ['a media type without slash', { contentType: { type: 'text' } }, 'wsp/token', 'contentType'],
    [
      'a media type with parameters',
      part({ contentType: 'text/plain; a=b' }),
      'wsp/token',
      'parts[0].contentType',
    ],
    ['a media type with two slashes', part({ contentType: 'a/b/c' }), 'wsp/token', 'parts[0].contentType'],
    ['an empty media type', part({ contentType: '' }), 'wsp/token', 'parts[0].contentType'],
    [
      'type that is not a media type',
      { contentType: { ...MIXED, parameters: { type: 'smil' } }, body: undefined },
      'wsp/token',
      'contentType.type',
    ],
    [
      'a disposition of two words',
      part({ headers: [{ name: 'Content-Disposition', value: { disposition: 'a b', parameters: {} } }] }),
      'wsp/token',
      'parts[0].Content-Disposition',
    ],
  ]);
});

describe('a text could be taken for a quoted one', () => {
  itRefuses('m-send-req', [
    [
      'Content-ID begins with a quotation mark',
      part({ contentId: '"<a>' }),
      'wsp/quoted-text',
      'parts[0].contentId',
    ],
    [
      'Content-ID ends with a quotation mark',
      part({ contentId: '<a>"' }),
      'wsp/quoted-text',
      'parts[0].contentId',
    ],
    [
      'name begins with a quotation mark',
      part({ parameters: { name: '"a' } }),
      'wsp/quoted-text',
      'parts[0].contentType.name',
    ],
    [
      'start begins with a quotation mark',
      { contentType: { ...MIXED, parameters: { start: '"<a>' } }, body: undefined },
      'wsp/quoted-text',
      'contentType.start',
    ],
    [
      'an untyped parameter begins with a quotation mark',
      part({ parameters: { 'x-kind': '"a' } }),
      'wsp/quoted-text',
      'parts[0].contentType.x-kind',
    ],
  ]);
});

describe('a parameter or part header cannot hold the value', () => {
  itRefuses('m-send-req', [
    ['q of 1', part({ parameters: { q: 1 } }), 'wsp/parameter-value', 'parts[0].contentType.q'],
    [
      'q of four decimals',
      part({ parameters: { q: 0.1234 } }),
      'wsp/parameter-value',
      'parts[0].contentType.q',
    ],
    [
      'secure with a text',
      part({ parameters: { secure: 'x' } }),
      'wsp/parameter-value',
      'parts[0].contentType.secure',
    ],
    [
      'padding of 128',
      part({ parameters: { padding: 128 } }),
      'bytes/value-range',
      'parts[0].contentType.padding',
    ],
    [
      'a header of no number with a number',
      part({ headers: [{ name: 'X-Note', value: 1 }] }),
      'wsp/parameter-value',
      'parts[0].X-Note',
    ],
    ['half of a surrogate pair', { subject: 'a\ud83d' }, 'text/unencodable', 'subject'],
  ]);
});

describe('text outside US-ASCII in a field without charset is a warning', () => {
  const warningsOf = (kind: Kind, changes: Readonly<Record<string, unknown>>): Issue[] => {
    const warnings: Issue[] = [];
    encodePdu(changed(kind, changes), { onWarning: warning => warnings.push(warning) });
    return warnings;
  };

  it.each<readonly [Kind, Readonly<Record<string, unknown>>, string]>([
    ['m-send-req', { transactionId: 'é' }, 'transactionId'],
    ['m-retrieve-conf', { messageId: 'é' }, 'messageId'],
    ['m-notification-ind', { contentLocation: '/é' }, 'contentLocation'],
    ['m-delete-req', { contentLocation: ['/a', '/é'] }, 'contentLocation[1]'],
    ['m-send-req', { applicationHeaders: [{ name: 'X', value: 'é' }] }, 'applicationHeaders'],
    [
      'm-send-req',
      { contentType: { ...MIXED, parameters: { start: '<é>' } }, body: undefined },
      'contentType.start',
    ],
    ['m-send-req', part({ parameters: { name: 'é' } }), 'parts[0].contentType.name'],
    ['m-send-req', part({ contentId: '<é>' }), 'parts[0].contentId'],
    ['m-send-req', part({ contentLocation: 'é' }), 'parts[0].contentLocation'],
    ['m-send-req', part({ headers: [{ name: 'X-Note', value: 'é' }] }), 'parts[0].X-Note'],
  ])('%s %j', (kind, changes, path) => {
    expect(warningsOf(kind, changes)).toEqual([
      expect.objectContaining({ code: 'wsp/non-ascii-text', severity: 'warning', path }),
    ]);
  });

  it('a Subject, which has a charset, needs none', () => {
    expect(warningsOf('m-send-req', { subject: 'é' })).toEqual([]);
  });

  it('each place is named', () => {
    const warnings = warningsOf('m-send-req', part({ contentId: '<é>', contentLocation: 'é' }));
    expect(warnings.map(({ path }) => path)).toEqual(['parts[0].contentId', 'parts[0].contentLocation']);
  });
});
