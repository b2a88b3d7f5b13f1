import { describe, expect, it } from 'vitest';
import { decodeFor, type Layer, paintPicture } from '../../../../src/media/index.ts';

const RED = [255, 0, 0] as const;

/** The pixels of what is painted, `#` for red, `.` for white, `?` for anything else. */
async function painted(...layers: readonly Layer[]): Promise<string> {
  const { rgba, width } = await paintPicture(4, 3, layers);
  let text = '';
  for (let at = 0; at < rgba.length; at += 4) {
    const colour = rgba.subarray(at, at + 4).join();
    text += colour === '255,0,0,255' ? '#' : colour === '255,255,255,255' ? '.' : '?';
    if ((at / 4 + 1) % width === 0) text += '\n';
  }
  return text;
}

describe('a painted picture', () => {
  it('is white where nothing lies', async () => {
    expect(await painted()).toBe('....\n....\n....\n');
  });

  it('shows of a colour what is inside', async () => {
    const box = { left: 2, top: -1, width: 5, height: 3 };
    expect(await painted({ colour: RED, box })).toBe('..##\n..##\n....\n');
  });

  it.each([
    ['right of it', { left: 4, top: 0, width: 2, height: 2 }],
    ['left of it', { left: -2, top: 0, width: 2, height: 2 }],
    ['below it', { left: 0, top: 3, width: 2, height: 2 }],
    ['of no width', { left: 0, top: 0, width: 0, height: 2 }],
    ['of no height', { left: 0, top: 0, width: 2, height: 0 }],
  ])('shows nothing of what is %s', async (_, box) => {
    expect(await painted({ colour: RED, box })).toBe('....\n....\n....\n');
  });

  it('shows nothing of a text of blanks and controls', async () => {
    const box = { left: 0, top: 0, width: 4, height: 3 };
    expect(await painted({ text: ' \u0007\n\t', sizePx: 3, box })).toBe('....\n....\n....\n');
  });

  it('shows a picture in each fit', async () => {
    const picture = { width: 2, height: 1, rgba: Uint8Array.of(...RED, 255, ...RED, 255) };
    const box = { left: 0, top: 0, width: 4, height: 3 };
    const fitted = (fit: 'meet' | 'slice' | 'fill' | 'hidden') => painted({ picture, fit, box });
    expect(await fitted('hidden')).toBe('##..\n....\n....\n');
    expect(await fitted('fill')).toBe('####\n####\n####\n');
    expect(await fitted('meet')).toBe('####\n####\n....\n');
    expect(await fitted('slice')).toBe('####\n####\n####\n');
  });

  it('has a bound', async () => {
    await expect(paintPicture(100_000, 100_000, [])).rejects.toMatchObject({ code: 'media/too-many-pixels' });
  });
});

it.each(['meet', 'slice', 'fill', 'hidden'] as const)(
  'what is no picture is refused in a box, by %s',
  async fit => {
    await expect(decodeFor(Uint8Array.of(1, 2, 3), { width: 4, height: 3 }, fit)).rejects.toMatchObject({
      code: 'media/not-a-picture',
    });
  },
);
