import type { IssueCodeRow } from './row.ts';

/** Codes about WSP. */
export const WSP_ISSUES = {
  'wsp/length-overrun': {
    severity: 'error',
    title: 'a length reaches past the end',
    clause: 'WAP-230 8.4.2.2',
  },
  'wsp/uintvar-range': { severity: 'error', title: 'a uintvar above 32 bits', clause: 'WAP-230 8.1.2' },
  'wsp/value-form': {
    severity: 'error',
    title: 'the octets are not of the expected form',
    clause: 'WAP-230 8.4.2',
  },
  'wsp/value-length': {
    severity: 'error',
    title: 'no Value-length where one is expected',
    clause: 'WAP-230 8.4.2.2',
  },
  'wsp/text-control': { severity: 'error', title: 'a control character in a text', clause: 'RFC 2616 TEXT' },
  'wsp/token': {
    severity: 'error',
    title: 'a character that a token may not have',
    clause: 'RFC 2616 token',
  },
  'wsp/quoted-text': {
    severity: 'error',
    title: 'a text that begins with a quotation mark',
    clause: 'WAP-230 8.4.2.1',
  },
  'wsp/parameter-value': {
    severity: 'error',
    title: 'a value that the parameter cannot hold',
    clause: 'WAP-230 table 38',
  },
  'wsp/raw-value': {
    severity: 'error',
    title: 'octets of a kept value that end too early or too late',
    clause: 'WAP-230 8.4.1.2',
  },
  'wsp/non-minimal': {
    severity: 'warning',
    title: 'a number in more octets than it needs',
    clause: 'WAP-230 8.4.2.1',
  },
  'wsp/integer-form': {
    severity: 'warning',
    title: 'the other integer form was used',
    clause: 'WAP-230 8.4.2.1',
  },
  'wsp/missing-terminator': {
    severity: 'warning',
    title: 'a text without its final 00',
    clause: 'WAP-230 8.4.2.1',
  },
  'wsp/stray-quote': {
    severity: 'warning',
    title: 'a quotation mark where none belongs',
    clause: 'WAP-230 8.4.2.1',
  },
  'wsp/missing-quote': {
    severity: 'warning',
    title: 'a text that begins above 7F without its Quote',
    clause: 'WAP-230 8.4.2.1',
  },
  'wsp/unquoted': {
    severity: 'warning',
    title: 'a quoted-string without its quotation mark',
    clause: 'WAP-230 8.4.2.1',
  },
  'wsp/wrong-length': {
    severity: 'warning',
    title: 'a length of a multipart that does not fit is read as the one that does',
    clause: 'WAP-230 8.5.2',
  },
  'wsp/section-rest': {
    severity: 'warning',
    title: 'octets left inside a bounded value',
    clause: 'WAP-230 8.4.2.2',
  },
  'wsp/charset-guessed': {
    severity: 'warning',
    title: 'text outside its stated charset',
    clause: 'WAP-230 8.4.2.8',
  },
  'wsp/non-ascii-text': {
    severity: 'warning',
    title: 'octets above 7F in a text without charset',
    clause: 'RFC 2616',
  },
  'wsp/media-type-parameters': {
    severity: 'warning',
    title: 'a media type as text that has its parameters in it',
    clause: 'WAP-230 8.4.2.24',
  },
  'wsp/unknown-media-code': {
    severity: 'warning',
    title: 'an unassigned media type code',
    clause: 'OMNA',
  },
  'wsp/value-kept-raw': {
    severity: 'warning',
    title: 'a value that does not parse, kept as octets',
    clause: 'WAP-230 8.4.1.2',
  },
  'wsp/repeated-header': {
    severity: 'warning',
    title: 'a header or parameter given twice',
    clause: 'WAP-230 8.4',
  },
  'wsp/transfer-encoding': {
    severity: 'warning',
    title: 'a part with Content-Transfer-Encoding',
    clause: 'RFC 2045',
  },
  'wsp/part-truncated': { severity: 'warning', title: 'the last part is cut', clause: 'WAP-230 8.5.2' },
  'wsp/parts-missing': { severity: 'warning', title: 'fewer parts than announced', clause: 'WAP-230 8.5.1' },
  'wsp/trailing-octets': { severity: 'warning', title: 'octets after the last part', clause: 'WAP-230 8.5' },
  'wsp/empty-multipart': { severity: 'warning', title: 'a multipart without a body', clause: 'WAP-230 8.5' },
  'wsp/too-many-parts': { severity: 'error', title: 'more parts than allowed' },
  'wsp/too-many-headers': { severity: 'error', title: 'more headers or parameters than allowed' },
  'wsp/too-deep': { severity: 'error', title: 'multiparts nested too deep' },
} as const satisfies Readonly<Record<string, IssueCodeRow>>;
