import type { ReceivedMessage } from './received-message.ts';

/** What a message takes beside its texts and octets, and each report. */
const BYTES_PER_MESSAGE = 2000;
const BYTES_PER_REPORT = 300;

/** Memory that a message takes, roughly. Octets that stand in it twice count once. */
export function weightOf({ form, message, reports, file, delivery }: ReceivedMessage): number {
  const parts = delivery?.presentation?.parts ?? [];
  const content = [form, message, file, delivery?.file, delivery?.mms, parts.map(({ data }) => data)];
  return BYTES_PER_MESSAGE + BYTES_PER_REPORT * reports.length + sizeOf(content, new Set());
}

/** Octets and characters in a value, however deep. */
function sizeOf(value: unknown, seen: Set<object>): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null || seen.has(value)) return 0;
  seen.add(value);
  if (value instanceof Uint8Array) return value.length;
  let size = 0;
  for (const inner of Object.values(value)) size += sizeOf(inner, seen);
  return size;
}
