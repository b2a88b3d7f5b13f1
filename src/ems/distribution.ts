import { type InformationElement, informationElement } from '../sms/index.ts';
import type { EmsPart } from './layout.ts';

/** Identifiers as their rows have them. */
const DISTRIBUTION = informationElement('objectDistribution', { elements: 0, attributes: 0 }).id;
const NO_OBJECTS = [
  DISTRIBUTION,
  informationElement('userPrompt', { objects: 0 }).id,
  informationElement('textFormatting', { start: 0, length: 0, mode: 0 }).id,
];
const MAX_COUNT = 0xff;

/**
 * Turns the number of objects in each object distribution indicator into the number of elements up to the last of them,
 * which is what it says on the air: prompts and formats among them count too.
 */
export function countDistributed(parts: readonly EmsPart[]): EmsPart[] {
  const all = parts.flatMap(part => part.elements);
  let index = 0;
  return parts.map(part => ({
    ...part,
    elements: part.elements.map(element => {
      index++;
      return element.id === DISTRIBUTION ? counted(element, all.slice(index)) : element;
    }),
  }));
}

function counted(element: InformationElement, following: readonly InformationElement[]): InformationElement {
  const [objects = 0, attributes = 0] = element.data;
  return informationElement('objectDistribution', { elements: elementsOf(objects, following), attributes });
}

function elementsOf(objects: number, following: readonly InformationElement[]): number {
  let left = objects;
  let elements = 0;
  for (const { id } of following) {
    if (left === 0) break;
    elements++;
    if (!NO_OBJECTS.includes(id)) left--;
  }
  return Math.min(MAX_COUNT, elements);
}

/** The way back, for an indicator that is followed by the given elements. */
export function objectsOf(elements: number, following: readonly InformationElement[]): number {
  return following.slice(0, elements).filter(({ id }) => !NO_OBJECTS.includes(id)).length;
}
