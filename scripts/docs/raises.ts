import type { IssueCode } from '../../src/issues/index.ts';
import { ANSWER_RAISES } from './raises/answers.ts';
import { ARCHIVE_RAISES } from './raises/archives.ts';
import { BITMAP_RAISES } from './raises/bitmaps.ts';
import { BULK_RAISES } from './raises/bulk.ts';
import { CARD_RAISES } from './raises/cards.ts';
import { EMS_RAISES } from './raises/ems.ts';
import { FILE_RAISES } from './raises/files.ts';
import { FORM_RAISES } from './raises/forms.ts';
import { JOURNAL_RAISES } from './raises/journals.ts';
import { MANIFEST_RAISES } from './raises/manifests.ts';
import { MEDIA_RAISES } from './raises/media.ts';
import { MESSAGE_RAISES } from './raises/messages.ts';
import { MIDI_RAISES } from './raises/midi.ts';
import { MMS_RAISES } from './raises/mms.ts';
import { OCTET_RAISES } from './raises/octets.ts';
import { PROVISIONING_RAISES } from './raises/provisioning.ts';
import { PUSH_RAISES } from './raises/push.ts';
import type { Raise } from './raises/raise.ts';
import { RECEIVER_RAISES } from './raises/receivers.ts';
import { SANDBOX_RAISES } from './raises/sandbox.ts';
import { SIZE_RAISES } from './raises/sizes.ts';
import { SMART_RAISES } from './raises/smart.ts';
import { SMIL_RAISES } from './raises/smil.ts';
import { SMS_RAISES } from './raises/sms.ts';
import { SUBMISSION_RAISES } from './raises/submissions.ts';
import { TEXT_RAISES } from './raises/texts.ts';
import { TUNE_RAISES } from './raises/tunes.ts';
import { WAY_RAISES } from './raises/ways.ts';
import { WBXML_RAISES } from './raises/wbxml.ts';
import { WSP_RAISES } from './raises/wsp.ts';
import { XML_RAISES } from './raises/xml.ts';

/** Inputs that raise codes, for their pages: a test runs each and sees that code, and no other, come out. */
export const RAISES: Readonly<Partial<Record<IssueCode, Raise>>> = {
  ...OCTET_RAISES,
  ...TEXT_RAISES,
  ...XML_RAISES,
  ...WSP_RAISES,
  ...MMS_RAISES,
  ...SMIL_RAISES,
  ...MESSAGE_RAISES,
  ...MEDIA_RAISES,
  ...SIZE_RAISES,
  ...ARCHIVE_RAISES,
  ...FILE_RAISES,
  ...MANIFEST_RAISES,
  ...SMS_RAISES,
  ...WBXML_RAISES,
  ...PUSH_RAISES,
  ...PROVISIONING_RAISES,
  ...EMS_RAISES,
  ...TUNE_RAISES,
  ...MIDI_RAISES,
  ...BITMAP_RAISES,
  ...SMART_RAISES,
  ...RECEIVER_RAISES,
  ...CARD_RAISES,
  ...SUBMISSION_RAISES,
  ...WAY_RAISES,
  ...SANDBOX_RAISES,
  ...JOURNAL_RAISES,
  ...FORM_RAISES,
  ...BULK_RAISES,
  ...ANSWER_RAISES,
};
