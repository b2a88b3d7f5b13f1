import { inspected, json } from './inputs.ts';
import { GIF } from './pdus.ts';
import type { Raise, Raises } from './raise.ts';

const picture = (options: string): Raise => ({ run: `mms bitmap a.gif ${options}`, files: { 'a.gif': GIF } });
const ota = (hex: string): Raise => inspected('ota-bitmap', hex);

/** One-bit pictures, each with one fault. */
export const BITMAP_RAISES = {
  'bitmap/rows': json('bitmap', { width: 2, height: 1, rows: ['#'] }),
  'bitmap/threshold': picture('--dither none --threshold 300'),
  'bitmap/size': picture('--width 70000 --height 1'),
  'bitmap/too-large': ota('10ffffffff0100000000'),
  'bitmap/unsupported': ota('40030201a8'),
  'bitmap/trailing-octets': ota('00030201a8404040'),
  'bitmap/depth': ota('00030200a8'),
  'bitmap/fill-bits': inspected('wbmp', '00000301bf'),
} satisfies Raises;
