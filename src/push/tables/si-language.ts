import type { WbxmlLanguage } from '../../wbxml/index.ts';
import { opaqueDate } from '../opaque-date.ts';
import { URL_VALUE_TOKENS } from './url-value-tokens.ts';

/** Token tables of Service Indication 1.0 (WAP-167 9.3). */
export const SI_LANGUAGE = {
  name: 'si',
  publicId: 0x05,
  publicIdText: '-//WAPFORUM//DTD SI 1.0//EN',
  systemId: 'http://www.wapforum.org/DTD/si.dtd',
  tags: [
    { code: 0x05, name: 'si' },
    { code: 0x06, name: 'indication' },
    { code: 0x07, name: 'info' },
    { code: 0x08, name: 'item' },
  ],
  attributeStarts: [
    { code: 0x05, name: 'action', prefix: 'signal-none' },
    { code: 0x06, name: 'action', prefix: 'signal-low' },
    { code: 0x07, name: 'action', prefix: 'signal-medium' },
    { code: 0x08, name: 'action', prefix: 'signal-high' },
    { code: 0x09, name: 'action', prefix: 'delete' },
    { code: 0x0a, name: 'created' },
    { code: 0x0b, name: 'href' },
    { code: 0x0c, name: 'href', prefix: 'http://' },
    { code: 0x0d, name: 'href', prefix: 'http://www.' },
    { code: 0x0e, name: 'href', prefix: 'https://' },
    { code: 0x0f, name: 'href', prefix: 'https://www.' },
    { code: 0x10, name: 'si-expires' },
    { code: 0x11, name: 'si-id' },
    { code: 0x12, name: 'class' },
  ],
  attributeValues: URL_VALUE_TOKENS,
  tokenizedAttributes: ['href'],
  opaqueAttributes: { created: opaqueDate, 'si-expires': opaqueDate },
  clause: 'WAP-167 9.3',
} as const satisfies WbxmlLanguage;
