/** The handsets as columns of text: one entry a model, in the order of the names. See `unpack.ts`. */
export interface PackedHandsets {
  /** `maker number`, one a line: so many models follow each other. */
  readonly makers: string;
  /** One a line. */
  readonly models: string;
  /** Values by number, the most frequent first; one a line. The first line is empty: not known. */
  readonly sizes: string;
  readonly pixels: string;
  readonly charsets: string;
  readonly types: string;
  /** Sets of charsets and of types, one a line: how many lines back a like set stands (0: none), then what differs. */
  readonly charsetSets: string;
  readonly typeSets: string;
  /** Packed numbers, one a model: positions in the lists above. */
  readonly maxBytes: string;
  readonly maxImage: string;
  readonly screen: string;
  readonly charsetSet: string;
  readonly typeSet: string;
  /** How many different profiles stand behind a model, and bits for what they differ in. */
  readonly profiles: string;
  readonly differences: string;
}
