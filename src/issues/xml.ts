import type { IssueCodeRow } from './row.ts';

/** Codes about XML. */
export const XML_ISSUES = {
  'xml/not-well-formed': { severity: 'error', title: 'the XML is not well-formed', clause: 'XML 1.0 2.1' },
  'xml/doctype-internal-subset': {
    severity: 'error',
    title: 'an internal DTD subset',
    clause: 'XML 1.0 2.8',
  },
  'xml/too-large': { severity: 'error', title: 'the XML document is larger than allowed' },
  'xml/too-deep': { severity: 'error', title: 'the XML is nested deeper than allowed' },
  'xml/too-many-attributes': { severity: 'error', title: 'more XML attributes than allowed' },
  'xml/encoding': {
    severity: 'error',
    title: 'the XML is in no charset that we read',
    clause: 'XML 1.0 4.3.3',
  },
  'xml/illegal-character': {
    severity: 'error',
    title: 'a character that XML 1.0 does not allow',
    clause: 'XML 1.0 2.2',
  },
} as const satisfies Readonly<Record<string, IssueCodeRow>>;
