import { describe, expect, it } from 'vitest';
import { lint } from '../../src/lint/index.ts';
import { encodePdu } from '../../src/mms/index.ts';
import { expectLinear } from '../support/growth.ts';
import { mutate } from '../support/mutate.ts';
import { random, runs } from '../support/property.ts';
import { GOOD } from './samples.ts';

const LIMIT = 64 * 1024;

/** As many of a piece as a document may hold. */
function full(before: string, piece: string, after: string): (limit: number) => string {
  return limit => {
    const count = Math.floor((limit - before.length - after.length) / piece.length);
    return before + piece.repeat(count) + after;
  };
}

describe('hostile documents', () => {
  it.each([
    ['slides', full('<smil><body>', '<par/>', '</body></smil>')],
    ['media on one slide', full('<smil><body><par>', '<img/>', '</par></body></smil>')],
    [
      'media with everything wrong',
      full('<smil><body><par>', '<img SRC="é" begin="x" end="1" region=""/>', '</par></body></smil>'),
    ],
    ['strangers', full('<smil><body><par>', '<a/>', '</par></body></smil>')],
    ['regions', full('<smil><head><layout>', '<region/>', '</layout></head><body/></smil>')],
    ['root-layouts', full('<smil><head><layout>', '<root-layout/>', '</layout></head><body/></smil>')],
    ['heads', full('<smil>', '<head/>', '</smil>')],
    ['bodies', full('<smil>', '<body/>', '</smil>')],
    ['containers', full('<smil><body><par>', '<seq/>', '</par></body></smil>')],
    ['bare ampersands', full('<smil><body>', '&', '</body></smil>')],
    ['upper case', full('<smil><body>', '<PAR/>', '</body></smil>')],
  ])('full of %s are judged in linear time', (_, textOf) => {
    expectLinear(limit => expect(lint(textOf(limit)).length).toBeGreaterThan(0), LIMIT);
  });

  it('mutated messages are judged, never thrown at', () => {
    const next = random();
    const bytes = encodePdu({
      messageType: 'm-send-req',
      transactionId: 'T1',
      to: ['+447700900123'],
      contentType: { type: 'application/vnd.wap.multipart.related' },
      parts: GOOD.parts,
    });
    let judged = 0;
    for (let i = 0; i < runs(1000); i++) judged += Array.isArray(lint(mutate(bytes, bytes, next))) ? 1 : 0;
    expect(judged).toBe(runs(1000));
  });
});
