import type { LintHeaders } from '../message.ts';

const RECIPIENT_FIELDS = ['to', 'cc', 'bcc'] as const;

/** All recipients of a message, each with its path. */
export function recipientsOf(headers: LintHeaders): { readonly path: string; readonly address: string }[] {
  return RECIPIENT_FIELDS.flatMap(field =>
    (headers[field] ?? []).map((address, index) => ({ path: `${field}[${index}]`, address })),
  );
}
