import { type ReaderOptions, requireObject, wrongType } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { PUSH_ISSUES } from '../issues/index.ts';
import { Warnings } from '../warnings.ts';
import {
  decodeWbxml,
  encodeWbxml,
  isWbxmlElement,
  type WbxmlElement,
  type WbxmlInput,
  type WbxmlLanguage,
} from '../wbxml/index.ts';
import {
  formatXml,
  parseXml,
  refusal,
  type XmlElement,
  type XmlOptions,
  type XmlPlace,
} from '../xml/index.ts';

/** How a document is written as WBXML: version 1.2 and UTF-8 by default. */
export type WbxmlOptions = Pick<WbxmlInput, 'version' | 'charset'>;

/** How XML is read, and whether departures from the document type are refused. */
export interface ParseOptions extends XmlOptions {
  readonly strict?: boolean | undefined;
}

/** One document type in all its forms: our value, WBXML, and XML with the declarations that gateways want. */
export interface DocumentType<Value, Decoded> {
  readonly language: WbxmlLanguage;
  /** @throws MmsError `push/missing`, `push/value` */
  toElement(value: Value): XmlElement;
  fromElement(root: WbxmlElement, warnings: Warnings): Decoded;
}

/** The octets of a value. */
export function encodeDocument<V, D>(type: DocumentType<V, D>, value: V, options: WbxmlOptions): Uint8Array {
  requireObject(options, 'options such as { charset }', 'options');
  return encodeWbxml({ root: type.toElement(value), ...options }, type.language);
}

/** The value of octets. */
export function decodeDocument<V, D>(type: DocumentType<V, D>, bytes: Uint8Array, options: ReaderOptions): D {
  const { root, warnings } = decodeWbxml(bytes, [type.language], options);
  return type.fromElement(checkedRoot(type, root), new Warnings(PUSH_ISSUES, options.strict, [...warnings]));
}

/** The value of an XML document. */
export function parseDocument<V, D>(
  type: DocumentType<V, D>,
  xml: string | Uint8Array,
  options: ParseOptions,
): D {
  const { root, issues } = parseXml(xml, options);
  return type.fromElement(
    checkedRoot(type, collapsed(root), root.place),
    new Warnings(PUSH_ISSUES, options.strict, [...issues]),
  );
}

/** White space around and within the texts of an XML document is its layout: runs of it are one blank. */
function collapsed(element: WbxmlElement): WbxmlElement {
  const { children } = element;
  const isText = children.every(child => typeof child === 'string');
  if (isText) return { ...element, children: [collapse(children.join(''))] };
  return { ...element, children: children.map(child => (isWbxmlElement(child) ? collapsed(child) : child)) };
}

function collapse(text: string): string {
  return text
    .split(/[ \t\r\n]/)
    .filter(word => word !== '')
    .join(' ');
}

/** The XML document of a value. */
export function formatDocument<V, D>({ language, toElement }: DocumentType<V, D>, value: V): string {
  const { name, publicIdText, systemId } = language;
  const doctype = `<!DOCTYPE ${name} PUBLIC "${publicIdText}" "${systemId}">`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}\n${formatXml(toElement(value))}\n`;
}

function checkedRoot<V, D>(
  { language }: DocumentType<V, D>,
  root: WbxmlElement,
  place?: XmlPlace,
): WbxmlElement {
  if (root.name === language.name) return root;
  const message = `expected the document type ${language.name}, found ${root.name}`;
  throw place === undefined
    ? new MmsError('push/document-type', message)
    : refusal(PUSH_ISSUES, 'push/document-type', message, place);
}

/** The texts of an element joined; a warning for anything else in it. */
export function textIn(element: WbxmlElement, warnings: Warnings): string {
  const texts = element.children.filter(child => typeof child === 'string');
  if (texts.length < element.children.length) {
    warnings.warn('push/not-in-dtd', `${element.name} holds something other than text`, {
      path: element.name,
    });
  }
  return texts.join('');
}

/** The elements in an element; a warning for anything else in it that is more than white space. */
export function elementsIn(element: WbxmlElement, warnings: Warnings): WbxmlElement[] {
  const strays = element.children.filter(
    child => !isWbxmlElement(child) && !(typeof child === 'string' && child.trim() === ''),
  );
  if (strays.length > 0) warnings.warn('push/not-in-dtd', `text in ${element.name}`, { path: element.name });
  return element.children.filter(isWbxmlElement);
}

/** Values of an element's attributes by name; a warning for each that the document type does not have. */
export function attributesOf<const Names extends readonly string[]>(
  element: WbxmlElement,
  names: Names,
  warnings: Warnings,
): Partial<Record<Names[number], string>> {
  const values = new Map<string, string>();
  for (const [name, { value, parts }] of element.attributes) {
    const path = `${element.name}@${name}`;
    if (!names.includes(name)) warnings.warn('push/not-in-dtd', `${element.name} has no ${name}`, { path });
    else if (parts === undefined) values.set(name, value);
    else warnings.warn('push/value-dropped', `the value of ${name} is not of its form`, { path });
  }
  return Object.fromEntries(values) as Partial<Record<Names[number], string>>;
}

/** The word when it is one of the list; else nothing, with a warning. */
export function wordOf<const Words extends readonly string[]>(
  words: Words,
  value: string | undefined,
  path: string,
  warnings: Warnings,
): Words[number] | undefined {
  const word = words.find(one => one === value);
  if (word === undefined && value !== undefined) {
    warnings.warn('push/value-dropped', `expected ${words.join(', ')}, found ${value.slice(0, 40)}`, {
      path,
    });
  }
  return word;
}

/**
 * Refuses a word outside the list.
 * @throws MmsError `push/value`
 */
export function checkWord(words: readonly string[], value: string | undefined, path: string): void {
  if (value === undefined || words.includes(value)) return;
  throw new MmsError('push/value', `expected ${words.join(', ')}, found ${String(value)}`, { path });
}

/** Refuses what is neither a text nor absent. */
export function requireText(text: string | undefined, path: string): void {
  if (text !== undefined && typeof text !== 'string') throw wrongType('a text', text, path);
}

/** The error for something that must be there. */
export function missing(path: string, message: string): MmsError {
  return new MmsError('push/missing', message, { path });
}
