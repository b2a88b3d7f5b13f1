import { LIMITS } from '../limits.ts';
import type { Shape, Spot } from '../schema/index.ts';
import { didYouMean, isObject, isPresent, optionFor, shown, type Values } from '../schema/index.ts';

/** What `{{name}}` may stand for. */
export type Variables = Readonly<Record<string, string | number | boolean | undefined>>;

const REFERENCE = /\{\{([A-Za-z0-9_ ]{1,80})\}\}/g;
const NAME = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

/**
 * The value with `{{name}}` replaced in every text whose shape is a template; what replaces it is not looked at again.
 * Values that do not fit their shape stay as they are. Objects of the result have no prototype.
 */
export function expandVariables(shape: Shape, value: unknown, variables: Variables, spot: Spot): unknown {
  const room = { left: LIMITS.maxManifestBytes };
  return expand(shape, value, { variables, room, spot });
}

interface Expansion {
  readonly variables: Variables;
  /** A few references to a long value would make more text than there is memory. */
  readonly room: { left: number };
  readonly spot: Spot;
}

function expand(shape: Shape, value: unknown, expansion: Expansion): unknown {
  if (shape.kind === 'one-of') {
    const option = optionFor(shape.options, value);
    return option === undefined ? value : expand(option, value, expansion);
  }
  if (shape.kind === 'text' && typeof value === 'string') {
    return shape.isTemplate === true ? expandText(value, expansion) : value;
  }
  if (shape.kind === 'list' && Array.isArray(value)) {
    return value.map((item: unknown, index) => expand(shape.item, item, below(expansion, index)));
  }
  if (shape.kind === 'object' && isObject(value)) {
    return expandObject(
      key => (Object.hasOwn(shape.keys, key) ? shape.keys[key] : undefined),
      value,
      expansion,
    );
  }
  if (shape.kind === 'map' && isObject(value)) return expandObject(() => shape.value, value, expansion);
  return value;
}

function below(expansion: Expansion, key: string | number): Expansion {
  return { ...expansion, spot: expansion.spot.below(key) };
}

function expandObject(
  shapeOf: (key: string) => Shape | undefined,
  value: Values,
  expansion: Expansion,
): Values {
  const result: Record<string, unknown> = Object.create(null);
  for (const [key, inner] of Object.entries(value)) {
    const shape = shapeOf(key);
    result[key] = shape === undefined ? inner : expand(shape, inner, below(expansion, key));
  }
  return result;
}

function expandText(text: string, { variables, room, spot }: Expansion): string {
  return text.replace(REFERENCE, (reference: string, inside: string) => {
    const name = inside.trim();
    if (!NAME.test(name)) return reference;
    if (!isPresent(variables, name)) {
      const hint = didYouMean(name, Object.keys(variables), `give vars.${name} a value`);
      spot.report('unknown-variable', `there is no variable ${shown(name)}`, { hint });
      return reference;
    }
    const replacement = String(variables[name]);
    const before = room.left;
    room.left -= replacement.length;
    if (room.left >= 0) return replacement;
    if (before >= 0) {
      const message = `the variables make the texts longer than ${LIMITS.maxManifestBytes} characters`;
      spot.report('too-large', message);
    }
    return reference;
  });
}
