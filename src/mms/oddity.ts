import type { PduField } from './pdu-fields.ts';

/** What may not be, or is left out, as a value of a field: it is to be told of. */
export interface Oddity {
  /** The one text of which that is true, where that is all. */
  readonly odd: string | undefined;
  readonly judge: ((value: unknown) => boolean) | undefined;
}

/** A text that can be compared costs less than two functions to ask. */
export function oddityOf({ codec, rule }: PduField): Oddity {
  if (rule === undefined && codec.isAbsent === undefined) return { odd: undefined, judge: undefined };
  const odd = rule === undefined ? codec.absent : codec.isAbsent === undefined ? rule.refused : undefined;
  if (odd !== undefined) return { odd, judge: undefined };
  return {
    odd,
    judge: value => codec.isAbsent?.(value) === true || rule?.isAllowed(value) === false,
  };
}

export function isOdd({ odd, judge }: Oddity, value: unknown): boolean {
  return odd === undefined ? judge?.(value) === true : odd === value;
}
