import type { WbxmlLanguage } from '../../wbxml/index.ts';
import { URL_VALUE_TOKENS } from './url-value-tokens.ts';

/** Token tables of Service Loading 1.0 (WAP-168 9.3). */
export const SL_LANGUAGE = {
  name: 'sl',
  publicId: 0x06,
  publicIdText: '-//WAPFORUM//DTD SL 1.0//EN',
  systemId: 'http://www.wapforum.org/DTD/sl.dtd',
  tags: [{ code: 0x05, name: 'sl' }],
  attributeStarts: [
    { code: 0x05, name: 'action', prefix: 'execute-low' },
    { code: 0x06, name: 'action', prefix: 'execute-high' },
    { code: 0x07, name: 'action', prefix: 'cache' },
    { code: 0x08, name: 'href' },
    { code: 0x09, name: 'href', prefix: 'http://' },
    { code: 0x0a, name: 'href', prefix: 'http://www.' },
    { code: 0x0b, name: 'href', prefix: 'https://' },
    { code: 0x0c, name: 'href', prefix: 'https://www.' },
  ],
  attributeValues: URL_VALUE_TOKENS,
  tokenizedAttributes: ['href'],
  opaqueAttributes: {},
  clause: 'WAP-168 9.3',
} as const satisfies WbxmlLanguage;
