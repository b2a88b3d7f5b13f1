import type { IssueCode } from '../../src/issues/index.ts';
import { BUNDLE_REMEDIES } from './remedies/bundles.ts';
import { CARD_REMEDIES } from './remedies/cards.ts';
import { EMS_REMEDIES } from './remedies/ems.ts';
import { MEDIA_REMEDIES } from './remedies/media.ts';
import { MMS_REMEDIES } from './remedies/mms.ts';
import { OCTET_REMEDIES } from './remedies/octets.ts';
import { SMART_REMEDIES } from './remedies/smart.ts';
import { SMIL_REMEDIES } from './remedies/smil.ts';
import { SMS_REMEDIES } from './remedies/sms.ts';
import { SUBMISSION_REMEDIES } from './remedies/submissions.ts';
import { TUNE_REMEDIES } from './remedies/tunes.ts';
import { WAP_REMEDIES } from './remedies/wap.ts';
import { WSP_REMEDIES } from './remedies/wsp.ts';

/** What to do about each error and finding, for the page of its code. */
export const REMEDIES: Readonly<Record<IssueCode, string>> = {
  ...BUNDLE_REMEDIES,
  ...CARD_REMEDIES,
  ...EMS_REMEDIES,
  ...MEDIA_REMEDIES,
  ...MMS_REMEDIES,
  ...OCTET_REMEDIES,
  ...SMART_REMEDIES,
  ...SMIL_REMEDIES,
  ...SMS_REMEDIES,
  ...SUBMISSION_REMEDIES,
  ...TUNE_REMEDIES,
  ...WAP_REMEDIES,
  ...WSP_REMEDIES,
};
