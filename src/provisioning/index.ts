export { checkProvisioningSettings } from './check-settings.ts';
export {
  type DecodedProvisioning,
  decodeOtaSettings,
  decodeProvisioning,
  encodeOtaSettings,
  encodeProvisioning,
  formatOtaSettings,
  formatProvisioning,
  type ParseProvisioningOptions,
  parseOtaSettings,
  parseProvisioning,
} from './codec.ts';
export type { Characteristic, Parm, ProvisioningDocument } from './document.ts';
export { type ProvisioningSecret, provisioningMac, SECURITY_METHODS, userPinMac } from './mac.ts';
export type { MailServer, MailSettings } from './mail-settings.ts';
export { bookmarksDocument, otaSettingsDocument } from './ota-settings.ts';
export {
  encodeOtaSettingsSms,
  encodeProvisioningSms,
  otaSettingsPush,
  type ProvisioningSmsOptions,
  provisioningPush,
} from './push.ts';
export { checkReferences } from './references.ts';
export type {
  AccessPointSettings,
  BrowserSettings,
  ProvisioningSettings,
  ProxySettings,
  SyncmlSettings,
} from './settings.ts';
export { settingsDocument } from './settings-document.ts';
export { OTA_SETTINGS_LANGUAGE } from './tables/ota-settings-language.ts';
export { PROVISIONING_LANGUAGE } from './tables/provisioning-language.ts';
