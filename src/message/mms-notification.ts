import { encodePdu, type PduInputOf } from '../mms/index.ts';
import { encodePush } from '../wsp/index.ts';

type NotificationInd = PduInputOf<'m-notification-ind'>;

/** What an MMS notification says where the caller does not. */
export const MMS_NOTIFICATION_DEFAULTS = {
  mmsVersion: '1.2',
  messageClass: 'personal',
  /** Octets; the field is mandatory. */
  messageSize: 0,
  /** A week. */
  expiry: { relative: 604_800 },
} as const;

/** Fields of m-notification-ind; those with a default may be left out. */
export type MmsNotification = Omit<NotificationInd, 'messageType' | keyof typeof MMS_NOTIFICATION_DEFAULTS> &
  Partial<Pick<NotificationInd, keyof typeof MMS_NOTIFICATION_DEFAULTS>>;

/**
 * The notification that tells a phone where to fetch an MMS, as the octets of m-notification-ind.
 * @throws MmsError a code of `encodePdu`
 */
export function encodeMmsNotification(notification: MmsNotification): Uint8Array {
  return encodePdu({ ...MMS_NOTIFICATION_DEFAULTS, ...notification, messageType: 'm-notification-ind' });
}

/**
 * The notification that tells a phone where to fetch an MMS, as a Push PDU for the MMS user agent.
 * @param pushTransactionId TID of the Push PDU, 0-255
 * @throws MmsError a code of `encodePdu` or `encodePush`
 * @example mmsNotification({ transactionId: 'T1', contentLocation: 'http://mms.example.com/m/1', messageSize: 12345 })
 */
export function mmsNotification(notification: MmsNotification, pushTransactionId?: number): Uint8Array {
  return encodePush({
    transactionId: pushTransactionId,
    contentType: 'application/vnd.wap.mms-message',
    applicationId: 'x-wap-application:mms.ua',
    body: encodeMmsNotification(notification),
  });
}
