import { expect, it } from 'vitest';
import { renderPreview } from '../../../src/preview/index.ts';
import { looseMessage } from '../message.ts';

it('the octets of a long text are taken from the page, unless NUL stands in it, which no page holds', () => {
  const piecesOf = (text: string): string | undefined => {
    const data = new TextEncoder().encode(text);
    const message = looseMessage([
      { contentType: 'text/plain', parameters: { charset: 'utf-8' }, contentLocation: 'a.txt', data },
    ]);
    return /data-pieces="([^"]*)"/.exec(renderPreview(message, { phones: [{ id: 'one' }] }))?.[1];
  };
  expect(piecesOf('Harbour '.repeat(300))).toMatch(/ =part1 /);
  expect(piecesOf(`\0${'Harbour '.repeat(300)}`)).not.toContain('=part1');
  expect(piecesOf('Harbour')).not.toContain('=part1');
});
