export { allRead } from './all-read.ts';
export { checkShape, fits } from './check-shape.ts';
export { type Finding, type Path, type Problem, Spot } from './findings.ts';
export { type JsonSchema, toJsonSchema } from './json-schema.ts';
export { optionFor, shown } from './json-type.ts';
export {
  boolean,
  data,
  described,
  fromScript,
  keyText,
  list,
  map,
  named,
  nothing,
  number,
  object,
  octets,
  oneOf,
  text,
  withKey,
  word,
  wordOrText,
} from './make-shape.ts';
export { requireShape } from './require-shape.ts';
export type { Presence, Rule, Shape, TypeOf } from './shape.ts';
export { didYouMean } from './suggest.ts';
export { type JsonValue, toJson } from './to-json.ts';
export { isObject, isPresent, type Values } from './values.ts';
