import { childElements, type XmlAttribute, type XmlDocument, type XmlElement } from '../xml/index.ts';
import type { SmilMediaElement } from './model.ts';
import { attributeName, elementName, TIME_CONTAINERS } from './subset.ts';

/** A media element in its slide. */
export interface OutlinedMedium {
  readonly name: SmilMediaElement;
  readonly element: XmlElement;
  /** Such as `slides[1].image`. */
  readonly path: string;
}

/** A slide: a `par`, or a medium that stands alone in the body. */
export interface OutlinedSlide {
  readonly par?: XmlElement;
  readonly media: readonly OutlinedMedium[];
  /** Such as `slides[1]`. */
  readonly path: string;
}

/** The parts of a document by their roles, whatever order and nesting it has; names of MMS SMIL in lower case. */
export interface Outline {
  /** As it was written. */
  readonly document: XmlDocument;
  readonly root: XmlElement;
  readonly head?: XmlElement;
  readonly layout?: XmlElement;
  readonly rootLayouts: readonly XmlElement[];
  readonly regions: readonly XmlElement[];
  readonly body?: XmlElement;
  readonly slides: readonly OutlinedSlide[];
}

/** What a media element is called in paths, as in the manifest. */
const SUBJECT: ReadonlyMap<string, [SmilMediaElement, string]> = new Map([
  ['img', ['img', 'image']],
  ['text', ['text', 'text']],
  ['audio', ['audio', 'audio']],
  ['video', ['video', 'video']],
  ['ref', ['ref', 'ref']],
]);

export function outline(document: XmlDocument): Outline {
  const root = lowerNames(document.root);
  const head = childrenNamed(root, 'head')[0];
  const layout = head && childrenNamed(head, 'layout')[0];
  const bodies = childrenNamed(root, 'body');
  return {
    document,
    root,
    ...(head === undefined ? {} : { head }),
    ...(layout === undefined ? {} : { layout }),
    rootLayouts: layout === undefined ? [] : childrenNamed(layout, 'root-layout'),
    regions: layout === undefined ? [] : childrenNamed(layout, 'region'),
    ...(bodies[0] === undefined ? {} : { body: bodies[0] }),
    slides: outlineSlides(bodies),
  };
}

/** The same tree with the names of MMS SMIL in lower case. */
function lowerNames(element: XmlElement): XmlElement {
  const attributes = new Map<string, XmlAttribute>();
  for (const [name, attribute] of element.attributes) {
    const lower = attributeName(name);
    if (!attributes.has(lower) || lower === name) attributes.set(lower, attribute);
  }
  const children = element.children.map(child => (typeof child === 'string' ? child : lowerNames(child)));
  return { ...element, name: elementName(element.name), attributes, children };
}

function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return childElements(element).filter(child => child.name === name);
}

/** The body is a sequence, so one inside it is the same; nothing that can be shown is left out. */
function outlineSlides(bodies: readonly XmlElement[]): OutlinedSlide[] {
  const slides: OutlinedSlide[] = [];
  const visit = (container: XmlElement): void => {
    for (const child of childElements(container)) {
      const path = `slides[${slides.length}]`;
      if (child.name === 'par') slides.push({ par: child, media: mediaIn([child], path), path });
      else if (SUBJECT.has(child.name)) slides.push({ media: mediaOf(child, path), path });
      else visit(child);
    }
  };
  for (const body of bodies) visit(body);
  return slides;
}

function mediaIn(elements: readonly XmlElement[], path: string): OutlinedMedium[] {
  return elements.flatMap(childElements).flatMap(child => {
    const media = mediaOf(child, path);
    return media.length > 0 ? media : mediaIn([child], path);
  });
}

function mediaOf(element: XmlElement, path: string): OutlinedMedium[] {
  const subject = SUBJECT.get(element.name);
  return subject === undefined ? [] : [{ name: subject[0], element, path: `${path}.${subject[1]}` }];
}

/** True for `par`, `seq` and `excl`. */
export function isTimeContainer(element: XmlElement): boolean {
  return TIME_CONTAINERS.has(element.name);
}
