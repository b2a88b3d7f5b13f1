export { fitHeaders, type MessageHeaders, type MessagePdu } from './headers.ts';
export {
  encodeMmsNotification,
  MMS_NOTIFICATION_DEFAULTS,
  type MmsNotification,
  mmsNotification,
} from './mms-notification.ts';
export {
  GENERATED_SMIL_NAME,
  type MessagePart,
  type PartContent,
  type PresentationPart,
  partByRule,
  SMIL_CONTENT_ID,
  SMIL_TYPE,
  smilPart,
} from './part.ts';
export { pictureOf } from './picture.ts';
export { parseSmilPart } from './read-smil.ts';
export { oddRecipients, type Recipients, recipientsOf, slashesInRecipients } from './recipients.ts';
export { type FoundPart, foldedNameKey, nameKey, partFinder, partNames, rootPart } from './resolve.ts';
export { bundleFormat, formatOfInput, type InputFormat, isMms, isSmilName, isXml } from './sniff.ts';
export { statedCharset, statedMibEnum, textOf } from './text.ts';
