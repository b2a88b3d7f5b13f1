import type { Parameters, RawValue } from './parameters.ts';
import type { PartHeader } from './part-headers.ts';

/** A part as read. `data` is a view of the input: copy it before the input is changed. */
export interface DecodedPart {
  /** Media type, such as `image/jpeg`. */
  readonly contentType: string;
  /** The code of the media type when it is unassigned. */
  readonly typeCode?: number;
  readonly parameters: Parameters;
  readonly unknownParameters?: readonly RawValue[];
  /** As written, with its angle brackets if it has them: `<pic.jpg>`. */
  readonly contentId?: string;
  readonly contentLocation?: string;
  /** The other headers in their order. */
  readonly headers: readonly PartHeader[];
  readonly data: Uint8Array;
  /** The parts of a part that is itself a `application/vnd.wap.multipart.*`. */
  readonly parts?: readonly DecodedPart[];
}

/** A part to write; every {@link DecodedPart} is one. Of `data` and `parts`, `parts` wins. */
export interface PartInput {
  readonly contentType: string;
  readonly typeCode?: number;
  readonly parameters?: Parameters;
  readonly unknownParameters?: readonly RawValue[];
  readonly contentId?: string;
  readonly contentLocation?: string;
  readonly headers?: readonly PartHeader[];
  readonly data?: Uint8Array;
  readonly parts?: readonly PartInput[];
}
