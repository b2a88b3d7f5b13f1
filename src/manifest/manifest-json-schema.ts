import { type JsonSchema, toJsonSchema } from '../schema/index.ts';
import { manifestShape } from './manifest-shape.ts';

/** The JSON Schema of a manifest, for editors: `schema/message.schema.json` is made of it. */
export function manifestJsonSchema(): JsonSchema {
  return toJsonSchema(manifestShape, 'MMS message manifest');
}
