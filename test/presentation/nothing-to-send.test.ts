import { describe, expect, it } from 'vitest';
import { Presentation } from '../../src/public/index.ts';

describe('a message of nothing', () => {
  it.each([
    ['no files', () => Presentation.fromFiles([])],
    ['no files and no SMIL wanted', () => Presentation.fromFiles([], { smil: 'never' })],
    ['a manifest with empty lists', () => Presentation.fromManifest({ slides: [], attachments: [] })],
  ])('is refused: %s', async (_, compose) => {
    await expect(compose()).rejects.toMatchObject({ code: 'presentation/empty' });
  });
});
