import type { IssueCode } from '../../src/issues/index.ts';
import { BUNDLE_RAISES } from './raises/bundles.ts';
import { CARD_RAISES } from './raises/cards.ts';
import { MESSAGE_RAISES } from './raises/messages.ts';
import type { Raise } from './raises/raise.ts';
import { SHORT_MESSAGE_RAISES } from './raises/short-messages.ts';
import { SMIL_RAISES } from './raises/smil.ts';
import { SUBMISSION_RAISES } from './raises/submissions.ts';

/** Inputs that raise codes, for their pages: a test runs each and sees that code, and no other, come out. */
export const RAISES: Readonly<Partial<Record<IssueCode, Raise>>> = {
  ...SMIL_RAISES,
  ...MESSAGE_RAISES,
  ...BUNDLE_RAISES,
  ...SHORT_MESSAGE_RAISES,
  ...CARD_RAISES,
  ...SUBMISSION_RAISES,
};
