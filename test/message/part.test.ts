import { describe, expect, it } from 'vitest';
import { partByRule, smilPart } from '../../src/message/index.ts';

const data = Uint8Array.of(1);

describe('a part that every receiver finds', () => {
  it('goes by one name in three places', () => {
    const picture = { name: 'a.jpg', kind: 'image', contentType: 'image/jpeg', data } as const;
    expect(partByRule(picture)).toStrictEqual({
      ...picture,
      parameters: { name: 'a.jpg' },
      contentId: '<a.jpg>',
      contentLocation: 'a.jpg',
    });
  });

  it('states the charset of its text', () => {
    const text = { name: 'a.txt', kind: 'text', contentType: 'text/plain', charset: 'utf-8', data } as const;
    expect(partByRule(text).parameters).toEqual({ name: 'a.txt', charset: 'utf-8' });
  });

  it('is called <smil> where it is the presentation', () => {
    expect(smilPart('a.smil', data)).toEqual({
      name: 'a.smil',
      kind: 'smil',
      contentType: 'application/smil',
      parameters: { name: 'a.smil', charset: 'utf-8' },
      contentId: '<smil>',
      contentLocation: 'a.smil',
      data,
    });
  });
});
