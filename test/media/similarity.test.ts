import { expect, it, vi } from 'vitest';
import { imageBackend } from '../../src/media/image/load-backend.ts';
import { prepareImage } from '../../src/media/index.ts';
import { photo } from './pictures.ts';

/* Rounds of sharing octets ask about the same encode again and again, and a comparison costs as much as an encode. */

it('compares an encode with its original once', async () => {
  const luma = vi.spyOn(await imageBackend(), 'luma');
  const picture = await prepareImage(await photo(320, 240, 1).jpeg({ quality: 92 }).toBuffer());
  const [small, large] = [await picture.within(6000), await picture.within(12_000)];
  const told = [await picture.similarity(small), await picture.similarity(large)];
  const again = [await picture.similarity(small), await picture.similarity(large)];
  expect(again).toEqual(told);
  expect(told[0]).toBeLessThan(told[1] ?? 0);
  expect(luma).toHaveBeenCalledTimes(3);
});
