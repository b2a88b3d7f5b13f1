import { keyOf } from './check-rules.ts';
import type {
  DataShape,
  MapShape,
  NumberShape,
  ObjectShape,
  OneOfShape,
  Presence,
  Rule,
  Shape,
  TextShape,
} from './shape.ts';

/** A JSON Schema, or a piece of one. */
export interface JsonSchema {
  readonly [key: string]: JsonSchemaValue;
}

type JsonSchemaValue = string | number | boolean | null | readonly JsonSchemaValue[] | JsonSchema;

type Definitions = Map<string, JsonSchema>;

/** Plain data all the way down, see `checkData`. */
const DATA = 'data';
const DATA_SCHEMA: JsonSchema = {
  propertyNames: { not: { const: '__proto__' } },
  additionalProperties: { $ref: `#/$defs/${DATA}` },
  items: { $ref: `#/$defs/${DATA}` },
};

/** The JSON Schema (draft 2020-12) of a shape. Keys and values that only a script can give are left out. */
export function toJsonSchema(shape: Shape, title: string): JsonSchema {
  const definitions: Definitions = new Map();
  const root = schemaOf(shape, definitions);
  const sorted = [...definitions].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title,
    ...root,
    $defs: Object.fromEntries(sorted),
  };
}

function schemaOf(shape: Shape, definitions: Definitions): JsonSchema {
  const { definition, description } = shape;
  const about = description === undefined || description === '' ? {} : { description };
  if (definition === undefined) return { ...about, ...bareSchema(shape, definitions), ...about };
  if (!definitions.has(definition)) {
    definitions.set(definition, {});
    definitions.set(definition, bareSchema(shape, definitions));
  }
  return { ...about, $ref: `#/$defs/${definition}` };
}

function bareSchema(shape: Shape, definitions: Definitions): JsonSchema {
  switch (shape.kind) {
    case 'text':
      return textSchema(shape);
    case 'number':
      return numberSchema(shape);
    case 'list':
      return { type: 'array', items: schemaOf(shape.item, definitions) };
    case 'object':
      return objectSchema(shape, definitions);
    case 'map':
      return mapSchema(shape, definitions);
    case 'data':
      return dataSchema(shape, definitions);
    case 'one-of':
      return oneOfSchema(shape, definitions);
    case 'script':
      return { not: {} };
    default:
      return { type: shape.kind };
  }
}

function oneOfSchema({ options }: OneOfShape, definitions: Definitions): JsonSchema {
  const [first, ...others] = options.filter(isJson).map(option => schemaOf(option, definitions));
  return first !== undefined && others.length === 0 ? first : { anyOf: [first ?? { not: {} }, ...others] };
}

function isJson(shape: Shape): boolean {
  return shape.kind !== 'script';
}

function textSchema({ words, pattern }: TextShape): JsonSchema {
  const match = pattern === undefined ? undefined : { type: 'string', pattern: pattern.source };
  if (words === undefined) return match ?? { type: 'string' };
  return match === undefined ? { enum: words } : { anyOf: [{ enum: words }, match] };
}

function numberSchema({ min, max, isInteger }: NumberShape): JsonSchema {
  return { type: isInteger ? 'integer' : 'number', minimum: min, maximum: max };
}

function objectSchema(shape: ObjectShape, definitions: Definitions): JsonSchema {
  const keys = Object.entries(shape.keys).filter(([, value]) => isJson(value));
  const properties = keys.map(([key, value]): [string, JsonSchema] => [key, schemaOf(value, definitions)]);
  const rules = shape.rules.flatMap(rule => ruleSchemas(jsonRule(rule, shape), definitions));
  return {
    type: 'object',
    ...(properties.length > 0 ? { properties: Object.fromEntries(properties) } : {}),
    ...(shape.required.length > 0 ? { required: shape.required } : {}),
    ...(shape.isOpen ? {} : { additionalProperties: false }),
    ...(rules.length > 0 ? { allOf: rules } : {}),
  };
}

function ruleSchemas(rule: Rule, definitions: Definitions): JsonSchema[] {
  const holds = (presence: Presence): JsonSchema => presenceSchema(presence, definitions);
  if ('atLeastOne' in rule) return [{ anyOf: rule.atLeastOne.map(holds) }];
  if ('needsOneOf' in rule) return [{ anyOf: [{ not: holds(rule.key) }, ...rule.needsOneOf.map(holds)] }];
  return rule.atMostOne.flatMap((one, index) =>
    rule.atMostOne.slice(index + 1).map(other => ({ not: { allOf: [holds(one), holds(other)] } })),
  );
}

/** The rule without the keys that only a script can give. */
function jsonRule(rule: Rule, { keys }: ObjectShape): Rule {
  const known = (presences: readonly Presence[]): Presence[] =>
    presences.filter(presence => {
      const shape = keys[keyOf(presence)];
      return shape !== undefined && isJson(shape);
    });
  if ('atLeastOne' in rule) return { atLeastOne: known(rule.atLeastOne) };
  if ('atMostOne' in rule) return { atMostOne: known(rule.atMostOne) };
  return rule;
}

function presenceSchema(presence: Presence, definitions: Definitions): JsonSchema {
  const key = keyOf(presence);
  if (typeof presence === 'string') return { required: [key] };
  return { required: [key], properties: { [key]: schemaOf(presence.as, definitions) } };
}

function mapSchema({ key, value, minKeys }: MapShape, definitions: Definitions): JsonSchema {
  return {
    type: 'object',
    ...(minKeys > 0 ? { minProperties: minKeys } : {}),
    propertyNames: textSchema(key),
    additionalProperties: schemaOf(value, definitions),
  };
}

function dataSchema(_shape: DataShape, definitions: Definitions): JsonSchema {
  definitions.set(DATA, DATA_SCHEMA);
  return { type: 'object', $ref: `#/$defs/${DATA}` };
}
