import { MmsError } from '../errors.ts';
import type { EmsItem } from './items.ts';

/**
 * Makes sure that every user prompt is followed by the objects it counts, all of one type and at one place.
 * @throws MmsError `ems/user-prompt`
 */
export function checkPrompts(items: readonly EmsItem[]): void {
  items.forEach((item, index) => {
    if (item.type !== 'userPrompt') return;
    const objects = items
      .slice(index + 1)
      .filter(({ type }) => type !== 'break')
      .slice(0, item.objects);
    const [first] = objects;
    if (
      item.objects > 0 &&
      objects.length === item.objects &&
      objects.every(({ type }) => type === first?.type && isObject(type))
    )
      return;
    throw new MmsError('ems/user-prompt', `expected ${item.objects} objects of one type after the prompt`, {
      path: `items[${index}].objects`,
    });
  });
}

function isObject(type: EmsItem['type']): boolean {
  return ['sound', 'melody', 'animation', 'userAnimation', 'picture', 'element'].includes(type);
}
