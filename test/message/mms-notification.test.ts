import { expect, it } from 'vitest';
import { encodeMmsNotification, mmsNotification } from '../../src/message/index.ts';
import { decodePdu } from '../../src/mms/index.ts';
import { decodePush } from '../../src/wsp/index.ts';

const LOCATION = { transactionId: 'T1', contentLocation: 'http://mms.example.com/m/1' };

it('a notification says a personal message of MMS 1.2, for a week', () => {
  expect(decodePdu(encodeMmsNotification(LOCATION))).toMatchObject({
    ...LOCATION,
    messageType: 'm-notification-ind',
    mmsVersion: '1.2',
    messageClass: 'personal',
    messageSize: 0,
    expiry: { relative: 7 * 24 * 60 * 60 },
    warnings: [],
  });
});

it('a notification is pushed to the MMS user agent', () => {
  expect(decodePush(mmsNotification({ ...LOCATION, messageSize: 12_345 }, 7))).toMatchObject({
    transactionId: 7,
    contentType: { type: 'application/vnd.wap.mms-message' },
    applicationId: 'x-wap-application:mms.ua',
    body: encodeMmsNotification({ ...LOCATION, messageSize: 12_345 }),
  });
});
