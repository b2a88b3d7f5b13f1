import type { Shape } from '../schema/index.ts';
import type { Codec } from '../wsp/index.ts';

/** The value form of a header field in both directions. */
export interface FieldCodec<Value, Input = Value> extends Codec<Value, Input> {
  /** @internal What the author of a manifest may write. */
  readonly shape: Shape;
}

/** A form of WSP as the value of a header field. */
export function shaped<Value, Input>(codec: Codec<Value, Input>, shape: Shape): FieldCodec<Value, Input> {
  return { ...codec, shape };
}
