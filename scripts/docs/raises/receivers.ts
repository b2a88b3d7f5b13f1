import type { Raises } from './raise.ts';

const SMIL = { 'a.smil': '<smil/>\n' };

/** Phones and networks that are not found, each with one fault. */
export const RECEIVER_RAISES = {
  'handsets/unknown-phone': { run: 'mms phones zzzz' },
  'handsets/ambiguous-phone': {
    run: "mms lint a.smil --profile 'nokia n73'",
    files: SMIL,
  },
  'networks/unknown-network': { run: 'mms networks 999-99' },
  'networks/ambiguous-network': { run: 'mms lint a.smil --network vodafone', files: SMIL },
  'networks/no-access-point': { run: 'mms settings --network 234-03' },
} satisfies Raises;
