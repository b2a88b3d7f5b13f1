/** A status of SMPP 3.4 (5.1.3) that says more than its number. */
interface SmppStatusRow {
  readonly code: number;
  readonly meaning: string;
  /** True when the same message may be taken later. */
  readonly retryable?: true;
}

const SMPP_STATUSES: readonly SmppStatusRow[] = [
  { code: 0x00, meaning: 'no error' },
  { code: 0x08, meaning: 'system error' },
  { code: 0x0a, meaning: 'invalid source address' },
  { code: 0x0b, meaning: 'invalid destination address' },
  { code: 0x0d, meaning: 'bind failed' },
  { code: 0x0e, meaning: 'invalid password' },
  { code: 0x0f, meaning: 'invalid system_id' },
  { code: 0x14, meaning: 'message queue full', retryable: true },
  { code: 0x45, meaning: 'submit_sm failed' },
  { code: 0x58, meaning: 'throttling error', retryable: true },
];

/** The row of a status, or one that says its number alone. */
export function smppStatus(code: number): SmppStatusRow {
  return SMPP_STATUSES.find(row => row.code === code) ?? { code, meaning: 'a status of its own' };
}
