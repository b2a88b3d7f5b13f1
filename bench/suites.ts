import type { Suite } from './work.ts';
import { adaptWorks } from './works/adapt.ts';
import { bitmapWorks } from './works/bitmap.ts';
import { bytesWorks } from './works/bytes.ts';
import { cardWorks } from './works/cards.ts';
import { formWorks, submissionWorks } from './works/form.ts';
import { handsetWorks } from './works/handsets.ts';
import { mmsWorks } from './works/mms.ts';
import { presentationWorks } from './works/presentation.ts';
import { previewWorks } from './works/preview.ts';
import { ringtoneWorks } from './works/ringtone.ts';
import { smilWorks } from './works/smil.ts';
import { smsWorks } from './works/sms.ts';
import { startWorks } from './works/start.ts';
import { zipWorks } from './works/zip.ts';

/** Everything that is measured, in the order of the table. */
export const SUITES: Readonly<Record<string, Suite>> = {
  mms: mmsWorks,
  presentation: presentationWorks,
  smil: smilWorks,
  sms: smsWorks,
  bytes: bytesWorks,
  cards: cardWorks,
  form: formWorks,
  submission: submissionWorks,
  bitmap: bitmapWorks,
  ringtone: ringtoneWorks,
  handsets: handsetWorks,
  zip: zipWorks,
  preview: previewWorks,
  adapt: adaptWorks,
  start: startWorks,
};
