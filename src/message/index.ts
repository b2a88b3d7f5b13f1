export { fitHeaders, type MessageHeaders, type MessagePdu } from './headers.ts';
export {
  encodeMmsNotification,
  MMS_NOTIFICATION_DEFAULTS,
  type MmsNotification,
  mmsNotification,
} from './mms-notification.ts';
export {
  GENERATED_SMIL_NAME,
  type PartContent,
  type PresentationPart,
  partByRule,
  SMIL_CONTENT_ID,
  SMIL_TYPE,
  smilPart,
} from './part.ts';
export {
  bareContentId,
  byContentId,
  byContentLocation,
  byFileName,
  byStatedName,
  findPart,
} from './part-lookup.ts';
