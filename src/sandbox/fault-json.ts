import { FAULT_KINDS, type Fault, type FaultKind } from './fault.ts';

function isFaultKind(value: unknown): value is FaultKind {
  return typeof value === 'string' && Object.hasOwn(FAULT_KINDS, value);
}

function isInteger(value: unknown, least: number, most: number): value is number {
  return Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most;
}

/** A fault from a JSON value such as `{ "kind": "status", "status": 503 }`; `undefined` when it is none. */
export function faultFromJson(value: unknown): Fault | undefined {
  const { kind, status, delayMs, report, every }: Record<string, unknown> = Object(value);
  if (!isFaultKind(kind)) return undefined;
  switch (kind) {
    case 'status':
      return isInteger(status, 200, 599) ? { kind, status } : undefined;
    case 'slow':
      return isInteger(delayMs, 0, 600_000) ? { kind, delayMs } : undefined;
    case 'report':
      if (!isInteger(report, -999, 999)) return undefined;
      return { kind, report, ...(isInteger(every, 1, 1000) && { every }) };
    default:
      return { kind };
  }
}
