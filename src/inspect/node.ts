import type { Issue } from '../issues/index.ts';
import type { InspectAs } from './form.ts';

/**
 * A field and its octets. The leaves of a tree follow each other without gap or overlap over all octets that were
 * inspected; a node with children spans just these.
 */
export interface InspectionNode {
  /** The specification's name where it has one. */
  readonly name: string;
  /** Where the value stands in what the decoder of this format gives, such as `parts[2].contentType`. */
  readonly path?: string;
  /** What the octets of this node are, where they are of a form of their own: the top of a tree, or content in a field. */
  readonly form?: InspectAs;
  /** The first octet that the field touches, from the start of the input. */
  readonly offset: number;
  /** Octets that it touches. */
  readonly length: number;
  /** Where it begins in its first octet, from the highest bit; absent for a field of whole octets. */
  readonly bitOffset?: number;
  /** Its bits; absent for a field of whole octets. */
  readonly bitLength?: number;
  /** The octets that it touches: a view of the input. */
  readonly raw: Uint8Array;
  /** The decoded value. */
  readonly value?: unknown;
  /** Where the field is specified. */
  readonly clause?: string;
  /** Why nothing could be read from here on. */
  readonly error?: Issue;
  /** Departures from the specification that were met in this field. */
  readonly warnings?: readonly Issue[];
  readonly children?: readonly InspectionNode[];
  /** What the parts of a long message say together: a tree over octets of its own. */
  readonly joined?: InspectionNode;
}
