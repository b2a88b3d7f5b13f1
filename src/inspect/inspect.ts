import { joinOctets, requireArray, requireObject, requireOctets } from '../bytes/index.ts';
import { issue } from '../issues/index.ts';
import { inspectAsBest } from './find-form.ts';
import type { InspectAs } from './form.ts';
import { formOf } from './forms.ts';
import { inspectAs } from './inspect-as.ts';
import { areTpdus, inspectTpdus } from './inspect-parts.ts';
import type { InspectionNode } from './node.ts';

/** How {@link inspect} reads. */
export interface InspectOptions {
  /** What the octets are, where they leave it open or seem to be something else. */
  readonly as?: InspectAs | undefined;
}

/**
 * Every field of some octets with its place, its value and the clause that it is specified in, as the decoder read it:
 * a tree whose leaves are all the octets in order. What the octets are is found out. Broken ones are read up to where
 * they break: the field there has an `error`, and the rest are leaves without a name.
 * @param input octets, or those of several TPDUs that are one message; others that come in pieces are joined
 * @example inspect(await readFile('sale.mms')).children
 */
export function inspect(
  input: Uint8Array | readonly Uint8Array[],
  options: InspectOptions = {},
): InspectionNode {
  const { as } = requireObject(options, 'options such as { as }', 'options');
  const pieces =
    input instanceof Uint8Array
      ? [input]
      : requireArray(input, 'octets (Uint8Array), or a list of them', 'input');
  for (const [index, piece] of pieces.entries()) requireOctets(piece, `input[${index}]`);
  const mayBeTpdus = as === undefined || as === 'sms-submit' || as === 'sms-deliver';
  if (pieces.length > 1 && mayBeTpdus && areTpdus(pieces)) return inspectTpdus(pieces);
  const [first = new Uint8Array(0)] = pieces;
  const bytes = pieces.length === 1 ? first : joinOctets(pieces);
  if (as !== undefined) return inspectAs(formOf(as), bytes);
  return inspectAsBest(bytes) ?? unknown(bytes);
}

function unknown(bytes: Uint8Array): InspectionNode {
  const error = issue('inspect/unknown-form', 'octets of no known form', {
    hint: 'say what they are',
  });
  return { name: 'octets', offset: 0, length: bytes.length, raw: bytes, error };
}
