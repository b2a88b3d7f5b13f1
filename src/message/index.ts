export {
  encodeMmsNotification,
  MMS_NOTIFICATION_DEFAULTS,
  type MmsNotification,
  mmsNotification,
} from './mms-notification.ts';
