import { requireNumber } from '../../bytes/index.ts';
/** What a report code of the gateway means. */
export interface ReportCodeRow {
  readonly code: number;
  readonly meaning: string;
  /** True when the message goes on its way. */
  readonly accepted: boolean;
  /** True when the code is about the request, so that nothing of it was processed. */
  readonly wholeRequest?: true;
  /** Where the row comes from: the manual of this interface, or an older page of the vendor about delivery reports. */
  readonly source: 'manual' | 'vendor';
}

/** The known report codes; others occur. Adding one is adding a row: no report ever leads to another server. */
export const REPORT_CODES: readonly ReportCodeRow[] = [
  { code: -4, meaning: 'accepted by the operator', accepted: true, source: 'vendor' },
  { code: -3, meaning: 'delayed at the gateway', accepted: true, source: 'vendor' },
  { code: -2, meaning: 'accepted: queued', accepted: true, source: 'manual' },
  { code: 0, meaning: 'delivered to the telephone', accepted: true, source: 'vendor' },
  { code: 2, meaning: 'invalid login', accepted: false, wholeRequest: true, source: 'manual' },
  { code: 3, meaning: 'invalid number', accepted: false, source: 'vendor' },
  { code: 4, meaning: 'number marked inactive', accepted: false, source: 'vendor' },
  { code: 5, meaning: 'invalid number', accepted: false, source: 'vendor' },
  { code: 7, meaning: 'invalid number', accepted: false, source: 'vendor' },
  { code: 8, meaning: 'blacklisted number', accepted: false, source: 'vendor' },
  {
    code: 11,
    meaning: 'invalid characters removed, the rest was processed',
    accepted: true,
    source: 'vendor',
  },
  { code: 15, meaning: 'out of credit', accepted: false, source: 'manual' },
  {
    code: 19,
    meaning: 'invalid characters removed, the rest was processed',
    accepted: true,
    source: 'vendor',
  },
  { code: 25, meaning: 'deleted by the operator', accepted: false, source: 'vendor' },
  { code: 27, meaning: 'expired at the operator', accepted: false, source: 'vendor' },
  { code: 28, meaning: 'abandoned by the operator', accepted: false, source: 'vendor' },
  { code: 171, meaning: 'invalid login', accepted: false, wholeRequest: true, source: 'manual' },
];

const BY_CODE = new Map(REPORT_CODES.map(row => [row.code, row]));

/** The row of a code, if it is known. */
export function reportCode(code: number): ReportCodeRow | undefined {
  requireNumber(code, 'a number', 'code');
  return BY_CODE.get(code);
}

/** True for a code that means success; an unknown code is a failure when it is positive. */
export function isAccepted(code: number): boolean {
  requireNumber(code, 'a number', 'code');
  return BY_CODE.get(code)?.accepted ?? code <= 0;
}
