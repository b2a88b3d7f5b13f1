import { decodePdu } from '../mms/index.ts';
import { OTA_SETTINGS_LANGUAGE, PROVISIONING_LANGUAGE } from '../provisioning/index.ts';
import { decodeWbxml, WBXML_LANGUAGES } from '../push/index.ts';
import { decodePush } from '../wsp/index.ts';
import type { Content, Form } from './form.ts';

/** An MMS PDU begins with X-Mms-Message-Type. */
export const mmsForm: Form = {
  as: 'mms',
  name: 'MMS PDU',
  clause: 'MMS_ENC 7.1',
  looksLike: ([field, type = 0]) => field === 0x8c && type >= 0x80 && type <= 0x97,
  read(bytes, options) {
    decodePdu(bytes, options);
    return {};
  },
};

/** The languages whose tokens have names here. */
const LANGUAGES = [...WBXML_LANGUAGES, PROVISIONING_LANGUAGE, OTA_SETTINGS_LANGUAGE];

export const wbxmlForm: Form = {
  as: 'wbxml',
  name: 'WBXML document',
  clause: 'WAP-192 5',
  looksLike: ([version = 0]) => version >= 0x01 && version <= 0x03,
  read(bytes, options) {
    decodeWbxml(bytes, { ...options, languages: LANGUAGES });
    return {};
  },
};

export const pushForm: Form = {
  as: 'wsp-push',
  name: 'WSP Push PDU',
  clause: 'WAP-230 8.2.4.1',
  looksLike: ([, type]) => type === 0x06 || type === 0x07,
  read(bytes, options) {
    const { contentType, body } = decodePush(bytes, options);
    return { content: contentOfPush(contentType.type, body) };
  },
};

const WBXML_TYPE =
  /wbxml$|^application\/vnd\.wap\.(?:sic|slc|coc|emn)$|^application\/x-wap-prov\.browser-(?:settings|bookmarks)$/;

function contentOfPush(type: string, body: Uint8Array): Content | undefined {
  if (mmsForm.looksLike(body)) return { path: 'body', form: mmsForm };
  return WBXML_TYPE.test(type) ? { path: 'body', form: wbxmlForm } : undefined;
}
