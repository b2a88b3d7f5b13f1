import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { MmsError } from '../errors.ts';
import type { Issue } from '../issues/index.ts';
import { limit } from '../limits.ts';
import { sourceText } from '../text/index.ts';
import { Warnings } from '../warnings.ts';
import { codePointName, indexOfIllegalCharacter } from './characters.ts';
import { decodeXmlText } from './decode.ts';
import type { XmlDocument, XmlElement, XmlNode, XmlOptions } from './document.ts';
import { decodeReferences } from './references.ts';
import { FILLER, type Scan, scanMarkup } from './scan.ts';
import { refusal, XmlSource } from './source.ts';

const TEXT = '#text';
const CDATA = '#cdata';
const META_DATA = XMLParser.getMetaDataSymbol().valueOf();

/**
 * Reads an XML document from text or octets (byte order mark, stated charset, declaration, UTF-8, in this order).
 * An external DOCTYPE is passed over; only the five predefined entities and character references exist, and those that
 * the option `entities` lets the document declare.
 * @throws MmsError `xml/not-well-formed`, `xml/doctype-internal-subset`, `xml/encoding`, `xml/illegal-character`,
 * `xml/too-large`, `xml/too-deep` or `xml/too-many-attributes`; line and column are in `details.issues[0]`
 * @example parseXml('<smil><body/></smil>').root.name // 'smil'
 */
export function parseXml(input: string | Uint8Array, options: XmlOptions = {}): XmlDocument {
  const issues: Issue[] = [];
  const source = new XmlSource(textOf(input, options, issues));
  refuseUnsafe(source, options);
  const scan = scanMarkup(source, options, issues);
  validate(scan, source);
  return {
    root: readTree(scan, source, limit('maxXmlDepth', options.maxDepth)),
    issues,
    ...(scan.declaration === undefined ? {} : { declaration: scan.declaration }),
    ...(scan.doctype === undefined ? {} : { doctype: scan.doctype }),
  };
}

function textOf(input: string | Uint8Array, options: XmlOptions, issues: Issue[]): string {
  const isOctets = input instanceof Uint8Array;
  const maxBytes = limit('maxXmlBytes', options.maxBytes);
  if ((isOctets || typeof input === 'string') && input.length > maxBytes) {
    throw new MmsError('xml/too-large', `the XML document has ${input.length} octets, allowed ${maxBytes}`);
  }
  const text = isOctets ? decodeXmlText(input, options.charset) : input;
  if (options.recover === true || typeof text !== 'string') {
    return sourceText(text, new Warnings(false, issues)).text;
  }
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function refuseUnsafe(source: XmlSource, options: XmlOptions): void {
  const illegal = indexOfIllegalCharacter(source.text);
  if (illegal >= 0) {
    const message = `${codePointName(source.text, illegal)} cannot stand in XML`;
    throw refusal('xml/illegal-character', message, source.placeAt(illegal));
  }
  // the scan takes those of a DOCTYPE alone
  const entity = options.entities === true ? -1 : source.text.search(/<!ENTITY/i);
  if (entity >= 0) {
    throw refusal('xml/doctype-internal-subset', 'the document declares an entity', source.placeAt(entity));
  }
}

/** A second opinion on names and nesting; it would make the names of attributes keys of objects, so it sees none. */
function validate({ blanked }: Scan, source: XmlSource): void {
  const verdict = XMLValidator.validate(blanked);
  if (verdict === true) return;
  const { msg, line, col } = verdict.err;
  const place = typeof col === 'number' ? { line, column: col } : source.placeAt(0);
  throw refusal('xml/not-well-formed', msg.replace(/\.$/, ''), place);
}

function readTree(scan: Scan, source: XmlSource, maxDepth: number): XmlElement {
  const parser = new XMLParser({
    preserveOrder: true,
    // their names would become keys of objects; the scan has them
    ignoreAttributes: true,
    captureMetaData: true,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    processEntities: false,
    cdataPropName: CDATA,
    maxNestedTags: maxDepth + 1,
  });
  const toNodes = (list: unknown): XmlNode[] =>
    Array.isArray(list) ? mergeTexts(list.flatMap(node => toNode(node))) : [];
  const toNode = (node: unknown): XmlNode[] => {
    if (typeof node !== 'object' || node === null) return [];
    const [entry] = Object.entries(node);
    if (entry === undefined) return [];
    const [name, content] = entry;
    if (name === TEXT) return [decodeReferences(String(content).replaceAll(FILLER, ''), scan.entities)];
    if (name === CDATA) return [cdataText(content)];
    const offset = startOf(node);
    const attributes = scan.attributes.get(offset) ?? new Map();
    return [{ name, attributes, children: toNodes(content), place: source.placeAt(offset) }];
  };
  const root = toNodes(parse(parser, scan.blanked, source)).find(node => typeof node !== 'string');
  if (root === undefined) throw refusal('xml/not-well-formed', 'no root element', source.placeAt(0));
  return root;
}

function parse(parser: XMLParser, text: string, source: XmlSource): unknown {
  try {
    return parser.parse(text);
  } catch (cause) {
    // names that could pollute a prototype, such as <constructor>
    throw refusal('xml/not-well-formed', 'an element name that is not read', source.placeAt(0), cause);
  }
}

function startOf(node: object): number {
  const meta: unknown = Reflect.get(node, META_DATA);
  const index: unknown =
    typeof meta === 'object' && meta !== null ? Reflect.get(meta, 'startIndex') : undefined;
  return typeof index === 'number' ? index : 0;
}

function cdataText(content: unknown): string {
  const [first]: unknown[] = Array.isArray(content) ? content : [];
  const text: unknown = typeof first === 'object' && first !== null ? Reflect.get(first, TEXT) : '';
  return String(text);
}

/** Texts that a comment, an instruction or a CDATA section divided are one. */
function mergeTexts(nodes: readonly XmlNode[]): XmlNode[] {
  const merged: XmlNode[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (typeof node === 'string' && typeof last === 'string') merged[merged.length - 1] = last + node;
    else if (node !== '') merged.push(node);
  }
  return merged;
}
