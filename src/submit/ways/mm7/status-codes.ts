import { requireNumber } from '../../../bytes/index.ts';
import type { SubmissionOutcome } from '../../verdict/result.ts';

/** What a status code of MM7 means. */
export interface Mm7StatusRow {
  readonly code: number;
  readonly meaning: string;
  readonly outcome: Extract<SubmissionOutcome, 'accepted' | 'partial' | 'rejected' | 'unknown'>;
  /** True when the same message may be taken later. */
  readonly retryable?: true;
}

/** The status codes of 3GPP TS 23.140 8.7.8.3 (table 12.21); MMSCs add their own below the same thousand. */
export const MM7_STATUS_CODES: readonly Mm7StatusRow[] = [
  { code: 1000, meaning: 'Success', outcome: 'accepted' },
  { code: 1100, meaning: 'Partial success', outcome: 'partial' },
  { code: 2000, meaning: 'Client error', outcome: 'rejected' },
  { code: 2001, meaning: 'Operation restricted', outcome: 'rejected' },
  { code: 2002, meaning: 'Address error', outcome: 'rejected' },
  { code: 2003, meaning: 'Address not found', outcome: 'rejected' },
  { code: 2004, meaning: 'Multimedia content refused', outcome: 'rejected' },
  { code: 2005, meaning: 'Message ID not found', outcome: 'rejected' },
  { code: 2006, meaning: 'LinkedID not found', outcome: 'rejected' },
  { code: 2007, meaning: 'Message format corrupt', outcome: 'rejected' },
  { code: 2008, meaning: 'Application ID not found', outcome: 'rejected' },
  { code: 2009, meaning: 'Reply application ID not found', outcome: 'rejected' },
  { code: 3000, meaning: 'Server error', outcome: 'rejected', retryable: true },
  { code: 3001, meaning: 'Not possible', outcome: 'rejected' },
  { code: 3002, meaning: 'Message rejected', outcome: 'rejected' },
  { code: 3003, meaning: 'Multiple addresses not supported', outcome: 'rejected' },
  { code: 3005, meaning: 'Command rejected', outcome: 'rejected' },
  { code: 4000, meaning: 'General service error', outcome: 'rejected', retryable: true },
  { code: 4001, meaning: 'Improper identification', outcome: 'rejected' },
  { code: 4002, meaning: 'Unsupported version', outcome: 'rejected' },
  { code: 4003, meaning: 'Unsupported operation', outcome: 'rejected' },
  { code: 4004, meaning: 'Validation error', outcome: 'rejected' },
  { code: 4005, meaning: 'Service error, not to be sent again', outcome: 'unknown' },
  { code: 4006, meaning: 'Service unavailable', outcome: 'rejected', retryable: true },
  { code: 4007, meaning: 'Service denied', outcome: 'rejected' },
];

const BY_CODE = new Map(MM7_STATUS_CODES.map(row => [row.code, row]));

const BY_THOUSAND: ReadonlyMap<number, Pick<Mm7StatusRow, 'outcome' | 'retryable'>> = new Map([
  [1, { outcome: 'accepted' }],
  [2, { outcome: 'rejected' }],
  [3, { outcome: 'rejected', retryable: true }],
  [4, { outcome: 'rejected', retryable: true }],
]);

/** The row of a code; one that is not in the table counts by its thousand. `undefined`: it says nothing. */
export function mm7Status(code: number): Mm7StatusRow | undefined {
  requireNumber(code, 'a number', 'code');
  const row = BY_CODE.get(code);
  if (row !== undefined) return row;
  const others = BY_THOUSAND.get(Math.floor(code / 1000));
  return others && { code, meaning: 'a code of its own', ...others };
}
