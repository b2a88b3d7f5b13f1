import { expect, it } from 'vitest';
import { smilPart } from '../../src/message/index.ts';
import { contentTypeOf } from '../../src/presentation/content-type.ts';

it('a message begins with its document, by the Content-ID that this has', () => {
  const related = 'application/vnd.wap.multipart.related';
  const part = smilPart('a.smil', new Uint8Array());
  expect(contentTypeOf(part)).toStrictEqual({
    type: related,
    parameters: { type: 'application/smil', start: '<smil>' },
  });
  const { contentId: _, ...unnamed } = part;
  expect(contentTypeOf(unnamed)).toStrictEqual({ type: related, parameters: { type: 'application/smil' } });
  expect(contentTypeOf(undefined)).toStrictEqual({ type: 'application/vnd.wap.multipart.mixed' });
});
