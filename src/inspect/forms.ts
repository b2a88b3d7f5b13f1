import { wrongType } from '../bytes/index.ts';
import type { Form, InspectAs } from './form.ts';
import { otaBitmapForm, SMART_FORMS, wbmpForm } from './smart-forms.ts';
import { deliverForm, submitForm, udhForm } from './sms-forms.ts';
import { mmsForm, pushForm, wbxmlForm } from './wap-forms.ts';

/** Every form that can be inspected. Of two that fit some octets equally well the first is taken. */
export const FORMS: readonly Form[] = [
  mmsForm,
  SMART_FORMS['ringing-tone'],
  pushForm,
  wbxmlForm,
  submitForm,
  deliverForm,
  otaBitmapForm,
  SMART_FORMS['picture-message'],
  SMART_FORMS['downloadable-profile'],
  SMART_FORMS['operator-logo'],
  SMART_FORMS['group-graphic'],
  wbmpForm,
  udhForm,
];

/** The names that `--as` takes. */
export const INSPECT_AS: readonly InspectAs[] = FORMS.map(form => form.as);

/** @throws TypeError for an unknown name */
export function formOf(as: InspectAs): Form {
  const form = FORMS.find(row => row.as === as);
  if (form === undefined) throw wrongType(`one of ${INSPECT_AS.join(', ')}`, as, 'as');
  return form;
}
