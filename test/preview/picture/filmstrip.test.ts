import sharp from 'sharp';
import { expect, it } from 'vitest';
import { renderFilmstrip } from '../../../src/preview/index.ts';
import { looseMessage } from '../message.ts';

it('the filmstrip of a message without parts is empty ground', async () => {
  const { format, width, height } = await sharp(await renderFilmstrip(looseMessage([]))).metadata();
  expect({ format, width, height }).toEqual({ format: 'png', width: 8, height: 17 });
});
