import { checkKeys, listOf, textOf, textsOf } from './field.ts';
import type { CardProperty } from './property.ts';

/**
 * The properties of a model without a key of their own, with their paths.
 * @throws MmsError `card/value`, `card/unknown-key`
 */
export function otherProperties(model: {
  readonly other?: unknown;
}): { property: CardProperty; path: string }[] {
  return listOf(model, 'other').map((value, i) => {
    const path = `other[${i}]`;
    checkKeys(value, ['name', 'parameters', 'value'], path);
    const property: Partial<CardProperty> = value;
    return {
      property: {
        name: textOf(property, 'name', `${path}.name`),
        parameters: textsOf(property, 'parameters', `${path}.parameters`),
        value: textOf(property, 'value', `${path}.value`),
      },
      path,
    };
  });
}
