import { DEFAULT_ALPHABET } from './default-alphabet.ts';
import type { LanguageRow } from './language-row.ts';

/**
 * The GSM 7-bit alphabet and all national language tables (3GPP TS 23.038 6.2.1, annexes A.2 and A.3). Where published
 * transcriptions differ the entries are those of the Android sources; Kannada locking 24 mends a misprint of the
 * specification, which shows the letter of 3D there again.
 */
export const LANGUAGES: readonly LanguageRow[] = [
  DEFAULT_ALPHABET,
  {
    id: 1,
    name: 'Turkish',
    locking: `
      40 a3 24 a5 20ac e9 f9 0131 f2 c7 0a 011e 011f 0d c5 e5
      0394 5f 03a6 0393 039b 03a9 03a0 03a8 03a3 0398 039e -- 015e 015f df c9
      20-23 a4 25-2f
      30-3f
      0130 41-4f
      50-5a c4 d6 d1 dc a7
      e7 61-6f
      70-7a e4 f6 f1 fc e0
    `,
    singleShift: `
      0a:0c 14:5e 28:7b 29:7d 2f:5c 3c:5b 3d:7e 3e:5d 40:7c 47:011e 49:0130 53:015e 63:e7
      65:20ac 67:011f 69:0131 73:015f
    `,
    clause: '23.038 annex A',
  },
  {
    id: 2,
    name: 'Spanish',
    singleShift: `
      09:e7 0a:0c 14:5e 28:7b 29:7d 2f:5c 3c:5b 3d:7e 3e:5d 40:7c 41:c1 49:cd 4f:d3 55:da 61:e1
      65:20ac 69:ed 6f:f3 75:fa
    `,
    clause: '23.038 annex A',
  },
  {
    id: 3,
    name: 'Portuguese',
    locking: `
      40 a3 24 a5 ea e9 fa ed f3 e7 0a d4 f4 0d c1 e1
      0394 5f aa c7 c0 221e 5e 5c 20ac d3 7c -- c2 e2 ca c9
      20-23 ba 25-2f
      30-3f
      cd 41-4f
      50-5a c3 d5 da dc a7
      7e 61-6f
      70-7a e3 f5 60 fc e0
    `,
    singleShift: `
      05:ea 09:e7 0a:0c 0b:d4 0c:f4 0e:c1 0f:e1 12:03a6 13:0393 14:5e 15:03a9 16:03a0 17:03a8
      18:03a3 19:0398 1f:ca 28:7b 29:7d 2f:5c 3c:5b 3d:7e 3e:5d 40:7c 41:c0 49:cd 4f:d3 55:da
      5b:c3 5c:d5 61:c2 65:20ac 69:ed 6f:f3 75:fa 7b:e3 7c:f5 7f:e2
    `,
    clause: '23.038 annex A',
  },
  {
    id: 4,
    name: 'Bengali',
    block: 0x0980,
    locking: `
      81-83 85-8b 0a 8c -- 0d -- 8f
      90 -- -- 93-9a -- 9b-9e
      20 21 9f-a4 29 28 a5 a6 2c a7 2e a8
      30-3b -- aa ab 3f
      ac-b0 -- b2 -- -- -- b6-b9 bc bd
      be-c4 -- -- c7 c8 -- -- cb-cd
      ce 61-6f
      70-7a d7 dc dd f0 f1
    `,
    singleShift: `
      00:40 01:00a3 02:24 03:00a5 04:00bf 05:22 06:00a4 07:25-27 0a:0c 0b:2a 0c:2b 0e:2d 0f:2f
      10:3c-3e 13:00a1 14:5e 15:00a1 16:5f 17:23 18:2a 19:e6 1a:e7 1c:e8-ef 24:df-e2 28:7b 29:7d
      2a:e3 2b:f2-f5 2f:5c 30:f6-fa 3c:5b 3d:7e 3e:5d 40:7c 41:41-5a 65:20ac
    `,
    clause: '23.038 annex A',
  },
  {
    id: 5,
    name: 'Gujarati',
    block: 0x0a80,
    locking: `
      81-83 85-8b 0a 8c 8d 0d -- 8f
      90 91 -- 93-9a -- 9b-9e
      20 21 9f-a4 29 28 a5 a6 2c a7 2e a8
      30-3b -- aa ab 3f
      ac-b0 -- b2 b3 -- b5-b9 bc bd
      be-c5 -- c7-c9 -- cb-cd
      d0 61-6f
      70-7a e0-e3 f1
    `,
    singleShift: `
      00:40 01:00a3 02:24 03:00a5 04:00bf 05:22 06:00a4 07:25-27 0a:0c 0b:2a 0c:2b 0e:2d 0f:2f
      10:3c-3e 13:00a1 14:5e 15:00a1 16:5f 17:23 18:2a 19:0964 1a:0965 1c:e6-ef 28:7b 29:7d
      2f:5c 3c:5b 3d:7e 3e:5d 40:7c 41:41-5a 65:20ac
    `,
    clause: '23.038 annex A',
  },
  {
    id: 6,
    name: 'Hindi',
    block: 0x0900,
    locking: `
      81-83 85-8b 0a 8c 8d 0d 8e 8f
      90-9a -- 9b-9e
      20 21 9f-a4 29 28 a5 a6 2c a7 2e a8
      30-3b a9-ab 3f
      ac-b9 bc bd
      be-cd
      d0 61-6f
      70-7a f2 fb fc fe ff
    `,
    singleShift: `
      00:40 01:00a3 02:24 03:00a5 04:00bf 05:22 06:00a4 07:25-27 0a:0c 0b:2a 0c:2b 0e:2d 0f:2f
      10:3c-3e 13:00a1 14:5e 15:00a1 16:5f 17:23 18:2a 19:e4 1a:e5 1c:e6-ef 26:d1 27:d2 28:7b
      29:7d 2a:d3 2b:d4 2c:d8-da 2f:5c 30:db-e3 39:f0 3a:f1 3c:5b 3d:7e 3e:5d 40:7c 41:41-5a
      65:20ac
    `,
    clause: '23.038 annex A',
  },
  {
    id: 7,
    name: 'Kannada',
    block: 0x0c80,
    locking: `
      -- 82 83 85-8b 0a 8c -- 0d 8e 8f
      90 -- 92-9a -- 9b-9e
      20 21 9f-a4 29 28 a5 a6 2c a7 2e a8
      30-3b -- aa ab 3f
      ac-b3 -- b5-b9 bc bd
      be-c4 -- c6-c8 -- ca-cd
      d5 61-6f
      70-7a d6 e0-e3
    `,
    singleShift: `
      00:40 01:00a3 02:24 03:00a5 04:00bf 05:22 06:00a4 07:25-27 0a:0c 0b:2a 0c:2b 0e:2d 0f:2f
      10:3c-3e 13:00a1 14:5e 15:00a1 16:5f 17:23 18:2a 19:0964 1a:0965 1c:e6-ef 26:de 27:f1
      28:7b 29:7d 2a:f2 2f:5c 3c:5b 3d:7e 3e:5d 40:7c 41:41-5a 65:20ac
    `,
    clause: '23.038 annex A',
  },
  {
    id: 8,
    name: 'Malayalam',
    block: 0x0d00,
    locking: `
      -- 82 83 85-8b 0a 8c -- 0d 8e 8f
      90 -- 92-9a -- 9b-9e
      20 21 9f-a4 29 28 a5 a6 2c a7 2e a8
      30-3b -- aa ab 3f
      ac-b9 -- bd
      be-c4 -- c6-c8 -- ca-cd
      d7 61-6f
      70-7a e0-e3 f9
    `,
    singleShift: `
      00:40 01:00a3 02:24 03:00a5 04:00bf 05:22 06:00a4 07:25-27 0a:0c 0b:2a 0c:2b 0e:2d 0f:2f
      10:3c-3e 13:00a1 14:5e 15:00a1 16:5f 17:23 18:2a 19:0964 1a:0965 1c:e6-f1 28:7b 29:7d
      2a:f2-f5 2e:fa 2f:5c 30:fb-ff 3c:5b 3d:7e 3e:5d 40:7c 41:41-5a 65:20ac
    `,
    clause: '23.038 annex A',
  },
  {
    id: 9,
    name: 'Oriya',
    block: 0x0b00,
    locking: `
      81-83 85-8b 0a 8c -- 0d -- 8f
      90 -- -- 93-9a -- 9b-9e
      20 21 9f-a4 29 28 a5 a6 2c a7 2e a8
      30-3b -- aa ab 3f
      ac-b0 -- b2 b3 -- b5-b9 bc bd
      be-c4 -- -- c7 c8 -- -- cb-cd
      d6 61-6f
      70-7a d7 e0-e3
    `,
    singleShift: `
      00:40 01:00a3 02:24 03:00a5 04:00bf 05:22 06:00a4 07:25-27 0a:0c 0b:2a 0c:2b 0e:2d 0f:2f
      10:3c-3e 13:00a1 14:5e 15:00a1 16:5f 17:23 18:2a 19:0964 1a:0965 1c:e6-ef 26:dc 27:dd
      28:7b 29:7d 2a:df 2b:f0 2c:f1 2f:5c 3c:5b 3d:7e 3e:5d 40:7c 41:41-5a 65:20ac
    `,
    clause: '23.038 annex A',
  },
  {
    id: 10,
    name: 'Punjabi',
    block: 0x0a00,
    locking: `
      81-83 85-8a -- 0a -- -- 0d -- 8f
      90 -- -- 93-9a -- 9b-9e
      20 21 9f-a4 29 28 a5 a6 2c a7 2e a8
      30-3b -- aa ab 3f
      ac-b0 -- b2 b3 -- b5 b6 -- b8 b9 bc --
      be-c2 -- -- -- -- c7 c8 -- -- cb-cd
      d1 61-6f
      70-7a f0-f4
    `,
    singleShift: `
      00:40 01:00a3 02:24 03:00a5 04:00bf 05:22 06:00a4 07:25-27 0a:0c 0b:2a 0c:2b 0e:2d 0f:2f
      10:3c-3e 13:00a1 14:5e 15:00a1 16:5f 17:23 18:2a 19:0964 1a:0965 1c:e6-ef 26:d9 27:da
      28:7b 29:7d 2a:db 2b:dc 2c:de 2d:f5 2f:5c 3c:5b 3d:7e 3e:5d 40:7c 41:41-5a 65:20ac
    `,
    clause: '23.038 annex A',
  },
  {
    id: 11,
    name: 'Tamil',
    block: 0x0b80,
    locking: `
      -- 82 83 85-8a -- 0a -- -- 0d 8e 8f
      90 -- 92-95 -- -- -- 99 9a -- -- 9c -- 9e
      20 21 9f -- -- -- a3 a4 29 28 -- -- 2c -- 2e a8
      30-3b a9 aa -- 3f
      -- -- ae-b9 -- --
      be-c2 -- -- -- c6-c8 -- ca-cd
      d0 61-6f
      70-7a d7 f0-f2 f9
    `,
    singleShift: `
      00:40 01:00a3 02:24 03:00a5 04:00bf 05:22 06:00a4 07:25-27 0a:0c 0b:2a 0c:2b 0e:2d 0f:2f
      10:3c-3e 13:00a1 14:5e 15:00a1 16:5f 17:23 18:2a 19:0964 1a:0965 1c:e6-ef 26:f3 27:f4
      28:7b 29:7d 2a:f5-f8 2e:fa 2f:5c 3c:5b 3d:7e 3e:5d 40:7c 41:41-5a 65:20ac
    `,
    clause: '23.038 annex A',
  },
  {
    id: 12,
    name: 'Telugu',
    block: 0x0c00,
    locking: `
      81-83 85-8b 0a 8c -- 0d 8e 8f
      90 -- 92-9a -- 9b-9e
      20 21 9f-a4 29 28 a5 a6 2c a7 2e a8
      30-3b -- aa ab 3f
      ac-b3 -- b5-b9 -- bd
      be-c4 -- c6-c8 -- ca-cd
      d5 61-6f
      70-7a d6 e0-e3
    `,
    singleShift: `
      00:40 01:00a3 02:24 03:00a5 04:00bf 05:22 06:00a4 07:25-27 0a:0c 0b:2a 0c:2b 0e:2d 0f:2f
      10:3c-3e 13:00a1 14:5e 15:00a1 16:5f 17:23 18:2a 1c:e6-ef 26:d8 27:d9 28:7b 29:7d 2a:f8-fc
      2f:5c 30:fd-ff 3c:5b 3d:7e 3e:5d 40:7c 41:41-5a 65:20ac
    `,
    clause: '23.038 annex A',
  },
  {
    id: 13,
    name: 'Urdu',
    block: 0x0600,
    locking: `
      a7 a2 a8 fb 0680 fe 06a6 aa 06c2 ff 0a f9 fd 0d fa fc
      ab ac 0681 0684 0683 0685-0687 ad-af -- 068c 0688-068a
      20 21 068f 068d b0 b1 0691 0693 29 28 0699 b2 2c 0696 2e 0698
      30-3b 069a b3 b4 3f
      b5-b9 c1 c2 06a9-06ab 06af 06b3 06b1 c4-c6
      06ba-06bc c8 06c4 06d5 06c1 06be a1 06cc 06d0 06d2 cd d0 cf d7
      d4 61-6f
      70-7a d5 d1 d3 d6 f0
    `,
    singleShift: `
      00:40 01:00a3 02:24 03:00a5 04:00bf 05:22 06:00a4 07:25-27 0a:0c 0b:2a 0c:2b 0e:2d 0f:2f
      10:3c-3e 13:00a1 14:5e 15:00a1 16:5f 17:23 18:2a 19:80 1a:81 1c:06f0-06f9 26:8c 27:8d
      28:7b 29:7d 2a:8e-92 2f:5c 30:93 31:94 32:9b 33:9f 34:c0 35:d2 36:d8 37:eb 38:ec 39:f2
      3a:f3 3b:06cd 3c:5b 3d:7e 3e:5d 3f:06d4 40:7c 41:41-5a 65:20ac
    `,
    clause: '23.038 annex A',
  },
];
