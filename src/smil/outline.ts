import {
  childElements,
  type XmlAttribute,
  type XmlDocument,
  type XmlElement,
  type XmlNode,
} from '../xml/index.ts';
import type { SmilMediaElement } from './model.ts';
import { attributeName, elementName, TIME_CONTAINERS } from './subset.ts';
import { parseSmilTime, type SmilTime } from './time.ts';

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

/** A `dur`, `begin` or `end`. */
export interface WrittenTime {
  readonly name: 'dur' | 'begin' | 'end';
  readonly attribute: XmlAttribute;
  /** Absent: it is none. */
  readonly time: SmilTime | undefined;
  readonly path: string;
}

/**
 * The parts of a document by their roles, whatever order and nesting it has; names of MMS SMIL in lower case. Made in one
 * walk, so that no rule need walk again.
 */
export interface Outline {
  /** As it was written. */
  readonly document: XmlDocument;
  /** The very root of the document where that has no name in upper case. */
  readonly root: XmlElement;
  /** The root and all below it, in reading order. */
  readonly elements: readonly XmlElement[];
  readonly head?: XmlElement;
  readonly layout?: XmlElement;
  readonly rootLayouts: readonly XmlElement[];
  readonly regions: readonly XmlElement[];
  readonly body?: XmlElement;
  readonly slides: readonly OutlinedSlide[];
  /** Of all slides. */
  readonly media: readonly OutlinedMedium[];
  readonly times: readonly WrittenTime[];
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
  const slides = outlineSlides(bodies);
  return {
    document,
    root,
    elements: descendants(root),
    ...(head === undefined ? {} : { head }),
    ...(layout === undefined ? {} : { layout }),
    rootLayouts: layout === undefined ? [] : childrenNamed(layout, 'root-layout'),
    regions: layout === undefined ? [] : childrenNamed(layout, 'region'),
    ...(bodies[0] === undefined ? {} : { body: bodies[0] }),
    slides,
    media: slides.flatMap(({ media }) => media),
    times: timesOf(slides),
  };
}

/** The same tree with the names of MMS SMIL in lower case; the tree itself where they are. */
function lowerNames(element: XmlElement): XmlElement {
  const name = elementName(element.name);
  const attributes = lowerAttributes(element.attributes);
  const children = lowerChildren(element.children);
  const isSame = name === element.name && attributes === element.attributes && children === element.children;
  return isSame ? element : { ...element, name, attributes, children };
}

function lowerAttributes(attributes: XmlElement['attributes']): XmlElement['attributes'] {
  for (const name of attributes.keys()) {
    if (attributeName(name) === name) continue;
    const lowered = new Map<string, XmlAttribute>();
    for (const [written, attribute] of attributes) {
      const lower = attributeName(written);
      if (!lowered.has(lower) || lower === written) lowered.set(lower, attribute);
    }
    return lowered;
  }
  return attributes;
}

function lowerChildren(children: readonly XmlNode[]): readonly XmlNode[] {
  let lowered: XmlNode[] | undefined;
  for (const [index, child] of children.entries()) {
    if (typeof child === 'string') continue;
    const lower = lowerNames(child);
    if (lower === child) continue;
    lowered ??= [...children];
    lowered[index] = lower;
  }
  return lowered ?? children;
}

/** The element itself and all below it, in reading order. */
export function descendants(root: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (element: XmlElement): void => {
    found.push(element);
    for (const child of element.children) if (typeof child !== 'string') visit(child);
  };
  visit(root);
  return found;
}

function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return childElements(element).filter(child => child.name === name);
}

/** The body is a sequence, so one inside it is the same; nothing that can be shown is left out. */
function outlineSlides(bodies: readonly XmlElement[]): OutlinedSlide[] {
  const slides: OutlinedSlide[] = [];
  const visit = (container: XmlElement): void => {
    for (const child of container.children) {
      if (typeof child === 'string') continue;
      const path = `slides[${slides.length}]`;
      const media: OutlinedMedium[] = [];
      if (child.name === 'par') {
        collectMedia(child, path, media);
        slides.push({ par: child, media, path });
      } else if (SUBJECT.has(child.name)) {
        noteMedium(child, path, media);
        slides.push({ media, path });
      } else visit(child);
    }
  };
  for (const body of bodies) visit(body);
  return slides;
}

/** Notes the media in an element, at whatever depth. */
function collectMedia(element: XmlElement, path: string, media: OutlinedMedium[]): void {
  for (const child of element.children) {
    if (typeof child !== 'string' && !noteMedium(child, path, media)) collectMedia(child, path, media);
  }
}

function noteMedium(element: XmlElement, path: string, media: OutlinedMedium[]): boolean {
  const subject = SUBJECT.get(element.name);
  if (subject === undefined) return false;
  media.push({ name: subject[0], element, path: `${path}.${subject[1]}` });
  return true;
}

function timesOf(slides: readonly OutlinedSlide[]): WrittenTime[] {
  const times: WrittenTime[] = [];
  const note = (element: XmlElement | undefined, name: WrittenTime['name'], path: string): void => {
    const attribute = element?.attributes.get(name);
    if (attribute !== undefined) {
      times.push({ name, attribute, time: parseSmilTime(attribute.value), path });
    }
  };
  for (const { par, media, path } of slides) {
    note(par, 'dur', path);
    for (const medium of media) {
      note(medium.element, 'begin', medium.path);
      note(medium.element, 'end', medium.path);
    }
  }
  return times;
}

/** True for `par`, `seq` and `excl`. */
export function isTimeContainer(element: XmlElement): boolean {
  return TIME_CONTAINERS.has(element.name);
}
