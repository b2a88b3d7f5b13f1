import type { IssueCodeRow } from './row.ts';

/** Codes about WBXML. */
export const WBXML_ISSUES = {
  'wbxml/version': { severity: 'error', title: 'a version other than 1.1 to 1.3', clause: 'WAP-192 5.4' },
  'wbxml/number': { severity: 'error', title: 'a multi-octet number above 32 bits', clause: 'WAP-192 5.1' },
  'wbxml/syntax': { severity: 'error', title: 'a token where it cannot stand', clause: 'WAP-192 5.3' },
  'wbxml/string-index': {
    severity: 'error',
    title: 'a reference outside the string table',
    clause: 'WAP-192 5.8.4.1',
  },
  'wbxml/entity': {
    severity: 'error',
    title: 'an entity that is not a character',
    clause: 'WAP-192 5.8.4.3',
  },
  'wbxml/charset': { severity: 'error', title: 'a charset that is not written', clause: 'WAP-192 5.6' },
  'wbxml/nul-character': { severity: 'error', title: 'U+0000 in a text', clause: 'WAP-192 5.8.4.1' },
  'wbxml/too-deep': { severity: 'error', title: 'elements nested deeper than allowed' },
  'wbxml/too-large': { severity: 'error', title: 'more text than allowed' },
  'wbxml/unknown-language': {
    severity: 'warning',
    title: 'no token tables for the document type',
    clause: 'WAP-192 7.2',
  },
  'wbxml/unknown-token': { severity: 'warning', title: 'an unassigned token', clause: 'WAP-192 7.1' },
  'wbxml/repeated-attribute': {
    severity: 'warning',
    title: 'an attribute given twice',
    clause: 'XML 1.0 3.1',
  },
  'wbxml/instruction-dropped': {
    severity: 'warning',
    title: 'a processing instruction was left out',
    clause: 'WAP-192 5.8.2',
  },
  'wbxml/charset-guessed': { severity: 'warning', title: 'text outside its charset', clause: 'WAP-192 5.6' },
  'wbxml/trailing-octets': { severity: 'warning', title: 'octets after the document', clause: 'WAP-192 5.3' },
} as const satisfies Readonly<Record<string, IssueCodeRow>>;
