import { describe, expect, it } from 'vitest';
import { decodeWbmp } from '../../../../src/bitmap/index.ts';
import { WbmpFitter } from '../../../../src/media/image/fit/wbmp-fit.ts';

const grey = (width: number, height: number) => ({
  width,
  height,
  rgba: Uint8Array.from({ length: width * height * 4 }, (_, i) => (i % 4 === 3 ? 255 : i % 251)),
});

describe('a WBMP of so many octets', () => {
  it.each([100, 60, 30, 7])('has as many pixels as %i octets hold', async maxBytes => {
    const fitted = await new WbmpFitter(grey(73, 29)).within(maxBytes);
    expect(fitted?.data.length).toBeLessThanOrEqual(maxBytes);
    expect(fitted?.data.length).toBeGreaterThan(maxBytes * 0.7 - 4);
    expect(decodeWbmp(fitted?.data ?? new Uint8Array())).toMatchObject({
      width: fitted?.width,
      height: fitted?.height,
    });
    expect(fitted?.best).toBe(false);
  });

  it('is that of the picture where all of it fits', async () => {
    const fitter = new WbmpFitter(grey(73, 29));
    expect(await fitter.within(5000)).toEqual(await fitter.best());
    expect(await fitter.best()).toMatchObject({ width: 73, height: 29, best: true });
  });

  it('is none where not one pixel fits', async () => {
    expect(await new WbmpFitter(grey(73, 29)).within(6)).toBeUndefined();
  });

  it('is one pixel high where the picture is a line', async () => {
    expect(await new WbmpFitter(grey(4000, 1)).within(20)).toMatchObject({ height: 1 });
  });
});
