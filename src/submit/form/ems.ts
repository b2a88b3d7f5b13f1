import { requireObject } from '../../bytes/index.ts';
import { checkEmsItems, type EmsItem, emsMake, encodeEms } from '../../ems/index.ts';
import { MmsError } from '../../errors.ts';
import type { SmsSegment } from '../../sms/index.ts';
import type { CommonFields, PduSubmission } from './message.ts';

/** A segment has a recipient, but the gateway takes only its user data. */
const ANYONE = '+10000000000';

/**
 * Submissions of an EMS message, one for each SMS of it: a gateway takes the user data of one at a time. The reference
 * ties them together, so give each message its own.
 * @throws MmsError `submit/conflict` for a make that has no EMS, and as `encodeEms`
 * @example for (const message of emsSubmissions(items, { to, phoneMake: 'Siemens' }, 7)) await client.send(message);
 */
export function emsSubmissions(
  items: readonly EmsItem[],
  common: CommonFields,
  reference = 0,
): PduSubmission[] {
  requireObject(common, 'what the submissions share, such as { to }', 'common');
  return segmentsFor(items, common.phoneMake, reference).map(segment => ({
    ...common,
    kind: 'pdu',
    segment,
  }));
}

/**
 * The only SMS of an EMS message.
 * @throws MmsError `sms/too-many-parts` when it takes more, and as {@link emsSubmissions}
 */
export function emsSegment(items: unknown, phoneMake: unknown): SmsSegment | undefined {
  checkEmsItems(items);
  const [segment, ...others] = segmentsFor(items, phoneMake, 0);
  if (others.length === 0) return segment;
  throw new MmsError(
    'sms/too-many-parts',
    `one submission is one SMS, the message takes ${others.length + 1}`,
    {
      hint: 'send the submissions that emsSubmissions makes, one after the other',
    },
  );
}

function segmentsFor(items: readonly EmsItem[], phoneMake: unknown, reference: number): SmsSegment[] {
  const make = typeof phoneMake === 'string' ? emsMake(phoneMake) : undefined;
  if (make?.takesEms === false) {
    throw new MmsError('submit/conflict', `${make.make} telephones have no EMS`, {
      path: 'phoneMake',
      hint: 'send a picture message or a ringtone',
    });
  }
  return encodeEms(items, { to: ANYONE, reference });
}
