import type { Issue } from '../issues/index.ts';

/** Where something stands in a text, both counted from 1; columns in UTF-16 units, a byte order mark not counted. */
export interface XmlPlace {
  readonly line: number;
  readonly column: number;
}

/** The value of an attribute, references decoded and white space normalized (XML 1.0 3.3.3). */
export interface XmlAttribute {
  readonly value: string;
  /** Where the name begins; absent when the element was not read from a text. */
  readonly place?: XmlPlace;
}

/** An element, as plain data. Names keep their prefix; namespaces are not resolved. */
export interface XmlElement {
  readonly name: string;
  /** In document order. */
  readonly attributes: ReadonlyMap<string, XmlAttribute>;
  readonly children: readonly XmlNode[];
  /** Where `<` stands; absent when the element was not read from a text. */
  readonly place?: XmlPlace;
}

/** A child of an element: another element, or a text with its references decoded. */
export type XmlNode = XmlElement | string;

/** A document that was read. Comments and processing instructions are not kept. */
export interface XmlDocument {
  readonly root: XmlElement;
  /** Where the XML declaration stands, if there is one. */
  readonly declaration?: XmlPlace;
  /** Where the external DOCTYPE stands, if there is one. It is never fetched. */
  readonly doctype?: XmlPlace;
  /** Departures that `recover` let pass, with line and column, and NUL behind the document. */
  readonly issues: readonly Issue[];
}

/** What `parseXml` accepts beside the text. */
export interface XmlOptions {
  /** Octets of the input, or UTF-16 units of a string. */
  readonly maxBytes?: number | undefined;
  readonly maxDepth?: number | undefined;
  /** Of all elements together. */
  readonly maxAttributes?: number | undefined;
  /** MIBenum that the transport states; beats the declaration, is beaten by a byte order mark. */
  readonly charset?: number | undefined;
  /**
   * Reports instead of refusing: `&` that begins no known reference and stands for itself, white space before the XML
   * declaration, NUL and end-of-file marks anywhere.
   */
  readonly recover?: boolean | undefined;
  /** Refuses NUL behind the document, and what `recover` reports about its text. */
  readonly strict?: boolean | undefined;
  /**
   * Takes a DOCTYPE that declares general entities: at most 16 of at most 256 characters without `&`, `%` and `<`, so
   * that none can refer to another. All that the references to them add counts against `maxBytes`.
   */
  readonly entities?: boolean | undefined;
}

/** The child elements, texts left out. */
export function childElements(element: XmlElement): XmlElement[] {
  return element.children.filter(child => typeof child !== 'string');
}

/** An element made by hand; attributes whose value is `undefined` are left out. */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly XmlNode[] = [],
): XmlElement {
  const map = new Map<string, XmlAttribute>();
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) map.set(key, { value });
  return { name, attributes: map, children };
}
