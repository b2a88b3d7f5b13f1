import type { LanguageRow } from './language-row.ts';

/** The GSM 7-bit alphabet, which holds where no other is asked for. */
export const DEFAULT_ALPHABET: LanguageRow = {
  id: 0,
  name: 'Default',
  locking: `
    40 a3 24 a5 e8 e9 f9 ec f2 c7 0a d8 f8 0d c5 e5
    0394 5f 03a6 0393 039b 03a9 03a0 03a8 03a3 0398 039e -- c6 e6 df c9
    20-23 a4 25-2f
    30-3f
    a1 41-4f
    50-5a c4 d6 d1 dc a7
    bf 61-6f
    70-7a e4 f6 f1 fc e0
  `,
  singleShift: `
    0a:0c 14:5e 28:7b 29:7d 2f:5c 3c:5b 3d:7e 3e:5d 40:7c 65:20ac
  `,
  clause: '23.038 6.2.1',
};
