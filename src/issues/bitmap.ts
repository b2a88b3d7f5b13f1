import type { IssueCodeRow } from './row.ts';

/** Codes about one-bit pictures. */
export const BITMAP_ISSUES = {
  'bitmap/rows': { severity: 'error', title: 'the rows do not form a rectangle of # and .' },
  'bitmap/size': { severity: 'error', title: 'a width or height that the picture format cannot hold' },
  'bitmap/too-large': { severity: 'error', title: 'more pixels than the limit' },
  'bitmap/threshold': { severity: 'error', title: 'a threshold outside 1 to 255' },
  'bitmap/unsupported': {
    severity: 'error',
    title: 'a picture feature that no phone is known to take (compression, palette, animation, extensions)',
    clause: 'SM3; WAP-237',
  },
  'bitmap/trailing-octets': { severity: 'warning', title: 'octets after the last row of a picture' },
  'bitmap/fill-bits': {
    severity: 'warning',
    title: 'bits that fill up the last octet of a row are not 0',
    clause: 'WAP-237',
  },
  'bitmap/depth': {
    severity: 'warning',
    title: 'a depth of 0 in an OTA bitmap',
    clause: 'SM3',
  },
} as const satisfies Readonly<Record<string, IssueCodeRow>>;
