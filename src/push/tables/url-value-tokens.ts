/** Value tokens that SI and SL share (WAP-167 9.3.3, WAP-168 9.3.3). */
export const URL_VALUE_TOKENS = [
  { code: 0x85, value: '.com/' },
  { code: 0x86, value: '.edu/' },
  { code: 0x87, value: '.net/' },
  { code: 0x88, value: '.org/' },
] as const;
