import * as ems from '../../../src/public/ems.ts';
import * as smart from '../../../src/public/smart.ts';
import * as sms from '../../../src/public/sms.ts';
import type { CallRows } from './row.ts';
import { bitmap, data, pixels, TO, tpdus, tune } from './values.ts';

const items = [
  { type: 'text', text: 'Hi', format: { bold: true } },
  { type: 'sound', number: 3 },
] as const;
const content = { text: 'Hi', ports: { destination: 9204 } };
const deliver = new Uint8Array([
  0x04,
  0x0b,
  0x91,
  0x44,
  0x77,
  0x00,
  0x09,
  0x10,
  0xf2,
  0x00,
  0x00,
  ...Array<number>(7).fill(0),
  0x00,
]);
const logo = smart.operatorLogo({ bitmap, mcc: '244', mnc: '05' });
const group = smart.groupGraphic({ bitmap });
const picture = smart.pictureMessage({ bitmap, text: 'Hi' });
const profile = smart.downloadableProfile({ profileName: 'Work', screenSaver: bitmap });

export const SMS: CallRows = {
  countSeptets: { call: sms.countSeptets, args: ['Hi', { singleShift: 1 }] },
  decodeDataCodingScheme: { call: sms.decodeDataCodingScheme, args: [4] },
  encodeDataCodingScheme: { call: sms.encodeDataCodingScheme, args: ['ucs2', 1] },
  decodeDeliver: { call: sms.decodeDeliver, args: [deliver, {}] },
  encodeDeliver: {
    call: sms.encodeDeliver,
    args: [
      {
        from: TO,
        dataCodingScheme: 4,
        userData: data,
        userDataLength: 2,
        serviceCentreTimestamp: '2026-07-08T09:10:11Z',
      },
      {},
    ],
  },
  decodeGsm7: { call: sms.decodeGsm7, args: [sms.encodeGsm7('Hi'), { fillBits: 0 }] },
  encodeGsm7: { call: sms.encodeGsm7, args: ['Hi', { fillBits: 0 }] },
  decodeSms: { call: sms.decodeSms, args: [tpdus, {}] },
  decodeSubmit: { call: sms.decodeSubmit, args: [tpdus[0], {}] },
  decodeUdh: { call: sms.decodeUdh, args: [sms.encodeUdh([{ id: 0x70, data }]), {}] },
  encodeSms: { call: sms.encodeSms, args: [{ to: TO, ...content }] },
  encodeSubmit: {
    call: sms.encodeSubmit,
    args: [{ to: TO, dataCodingScheme: 4, userData: data, userDataLength: 2 }],
  },
  encodeUdh: { call: sms.encodeUdh, args: [[{ id: 0x70, data }]] },
  informationElement: {
    call: sms.informationElement,
    args: ['ports16', { destination: 9204, source: 0 }],
  },
  informationElementName: { call: sms.informationElementName, args: [5] },
  measureSms: { call: sms.measureSms, args: [content] },
  segmentSms: { call: sms.segmentSms, args: [content] },
  smsSubmitPduValues: { call: sms.smsSubmitPduValues, args: [{ ...content, protocolIdentifier: 0 }] },
  transliterate: { call: sms.transliterate, args: ['Hi'] },
};

export const EMS: CallRows = {
  checkEmsItems: { call: ems.checkEmsItems, args: [items] },
  decodeEms: { call: ems.decodeEms, args: [tpdus, {}] },
  emsMake: { call: ems.emsMake, args: ['Siemens'] },
  emsPicture: { call: ems.emsPicture, args: [pixels, { form: 'small', fit: 'contain', invert: true }] },
  encodeEms: { call: ems.encodeEms, args: [items, { to: TO }] },
  hasEms: { call: ems.hasEms, args: [{ informationElements: [{ id: 0x0a, data }] }] },
  picturesSideBySide: { call: ems.picturesSideBySide, args: [bitmap] },
  segmentEms: { call: ems.segmentEms, args: [items, {}] },
};

export const SMART: CallRows = {
  cardMessage: { call: smart.cardMessage, args: ['vcard', 'BEGIN:VCARD', { maxParts: 3 }] },
  pictureMessage: {
    call: smart.pictureMessage,
    args: [
      { bitmap, text: 'Hi' },
      { unicode: true, itemOrder: ['bitmap', 'text'], reference: 1 },
    ],
  },
  operatorLogo: { call: smart.operatorLogo, args: [{ bitmap, mcc: '244', mnc: '05' }, { form: 'short' }] },
  groupGraphic: { call: smart.groupGraphic, args: [{ bitmap }, { rowPadding: 'none' }] },
  downloadableProfile: {
    call: smart.downloadableProfile,
    args: [{ profileName: 'Work', screenSaver: bitmap }, {}],
  },
  ringingToneMessage: { call: smart.ringingToneMessage, args: [tune, { loop: 2 }] },
  encodeRingingTone: { call: smart.encodeRingingTone, args: [tune, { tempoRounding: 'nearest' }] },
  decodeRingingTone: { call: smart.decodeRingingTone, args: [smart.encodeRingingTone(tune), {}] },
  encodeOtaBitmap: { call: smart.encodeOtaBitmap, args: [bitmap, { rowPadding: 'octet' }] },
  decodeOtaBitmap: { call: smart.decodeOtaBitmap, args: [smart.encodeOtaBitmap(bitmap), {}] },
  isOtaBitmap: { call: smart.isOtaBitmap, args: [smart.encodeOtaBitmap(bitmap)] },
  decodePictureMessage: { call: smart.decodePictureMessage, args: [picture.payload, {}] },
  decodeOperatorLogo: { call: smart.decodeOperatorLogo, args: [logo.payload, {}] },
  decodeGroupGraphic: { call: smart.decodeGroupGraphic, args: [group.payload, {}] },
  decodeDownloadableProfile: { call: smart.decodeDownloadableProfile, args: [profile.payload, {}] },
  decodeSmartMessage: { call: smart.decodeSmartMessage, args: [picture.port, picture.payload, {}] },
  encodeSmartSms: { call: smart.encodeSmartSms, args: [{ parts: group.parts }, { to: TO }] },
  formatSckl: { call: smart.formatSckl, args: [{ destinationPort: 5505, payload: data }, {}] },
  parseSckl: { call: smart.parseSckl, args: [['//SCKL1581 024A3A'], {}] },
};
