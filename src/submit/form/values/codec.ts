import type { Report } from '../findings.ts';

/** How one value of a message stands in a form, both ways. What does not fit is reported and gives `undefined`. */
export interface ValueCodec {
  /** True when the form text needs no percent-encoding. */
  readonly unreserved?: true;
  /** True when blanks in the form text can only be slips. */
  readonly blankless?: true;
  /** True when a form text is of this kind, where a parameter takes several. */
  readonly reads?: (text: string) => boolean;
  encode(value: unknown, report: Report): string | undefined;
  /** Whether `encode` takes a value, for forms that are large: a message is checked more often than it is written. */
  readonly accepts?: (value: unknown, report: Report) => boolean;
  /** The value of a form text that is plainly right, for values that are long; `undefined` where it must be looked at. */
  readonly decodePlain?: (raw: string) => unknown;
  decode(text: string, report: Report): unknown;
  /** The value for a JSON document, where it is not JSON value itself. */
  readonly toJson?: (value: unknown, report: Report) => unknown;
  /** The value from a JSON document. */
  readonly fromJson?: (value: unknown, report: Report) => unknown;
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value;
}

/** A value for a message: a text quoted and cut, anything large by its type. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 60));
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : typeName(value);
}

/** Reports a value of the wrong kind. */
export function wrongType(value: unknown, expected: string, report: Report): undefined {
  return report('submit/type', `expected ${expected}, found ${typeName(value)}`);
}
