import { type Issue, issueOf, XML_ISSUES } from '../issues/index.ts';
import { limit } from '../limits.ts';
import { type Entities, endOfDoctype, readEntities } from './doctype.ts';
import type { XmlAttribute, XmlDocument, XmlElement, XmlNode, XmlOptions, XmlPlace } from './document.ts';
import { DECLARATION, endOfBlanks, endOfName } from './lexemes.ts';
import { readReference } from './references.ts';
import { refusal, type XmlSource } from './source.ts';

/** An element whose end tag was not met yet. */
interface OpenElement {
  readonly name: string;
  readonly offset: number;
  /** Grows with the scan. */
  readonly children: XmlNode[];
}

/** Readers of XML in JavaScript make names the keys of objects: who hands these on does harm, and nothing needs them. */
const RESERVED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads the markup in one linear pass: enforces the bounds, refuses what is not well-formed and any DTD subset but that of
 * `entities`, and builds the tree with its places.
 * @param issues receives what `recover` let pass
 */
export function scanMarkup(source: XmlSource, options: XmlOptions, issues: Issue[]): XmlDocument {
  return new Scanner(source, options, issues).scan();
}

class Scanner {
  readonly #source: XmlSource;
  readonly #text: string;
  readonly #maxDepth: number;
  readonly #maxAttributes: number;
  readonly #options: XmlOptions;
  /** Characters that references to entities may still add. */
  #room: number;
  #entities: Entities = new Map();
  /** The same as they stand in the values of attributes: their line ends are blanks too (XML 1.0 3.3.3). */
  #inValues: Entities = new Map();

  readonly #issues: Issue[];
  readonly #open: OpenElement[] = [];
  #attributeCount = 0;
  #root: XmlElement | undefined;
  #declaration: XmlPlace | undefined;
  #doctype: XmlPlace | undefined;

  constructor(source: XmlSource, options: XmlOptions, issues: Issue[]) {
    this.#issues = issues;
    this.#source = source;
    this.#text = source.text;
    this.#maxDepth = limit('maxXmlDepth', options.maxDepth);
    this.#maxAttributes = limit('maxXmlAttributes', options.maxAttributes);
    this.#options = options;
    this.#room = limit('maxXmlBytes', options.maxBytes);
  }

  scan(): XmlDocument {
    const text = this.#text;
    let at = 0;
    while (at < text.length) {
      const tag = text.indexOf('<', at);
      if (tag !== at) this.#readText(at, tag < 0 ? text.length : tag);
      if (tag < 0) break;
      at = this.#markup(tag);
    }
    const unclosed = this.#open.at(-1);
    if (unclosed !== undefined) throw this.#malformed(`<${unclosed.name}> is never closed`, unclosed.offset);
    if (this.#root === undefined) throw this.#malformed('no root element', text.length);
    return {
      root: this.#root,
      issues: this.#issues,
      ...(this.#declaration === undefined ? {} : { declaration: this.#declaration }),
      ...(this.#doctype === undefined ? {} : { doctype: this.#doctype }),
    };
  }

  /** Reads what the `<` at `at` begins; returns the offset after it. */
  #markup(at: number): number {
    const text = this.#text;
    switch (text[at + 1]) {
      case '/':
        return this.#endTag(at);
      case '?':
        return this.#instruction(at);
      case '!':
        if (text.startsWith('<!--', at)) return this.#comment(at);
        if (text.startsWith('<![CDATA[', at)) return this.#cdata(at);
        if (text.startsWith('<!DOCTYPE', at)) return this.#documentType(at);
        return this.#startTag(at);
      default:
        return this.#startTag(at);
    }
  }

  #readText(from: number, to: number): void {
    const text = this.#text.slice(from, to);
    const open = this.#open.at(-1);
    if (open === undefined) {
      const stray = text.search(/[^ \t\n]/);
      if (stray >= 0) throw this.#malformed('text outside the root element', from + stray);
      return;
    }
    const cdataEnd = text.indexOf(']]>');
    if (cdataEnd >= 0) throw this.#malformed('"]]>" in a text', from + cdataEnd);
    append(open, this.#decode(text, from, this.#entities));
  }

  /** The text with its references decoded; with `recover`, `&` that begins none stays. */
  #decode(text: string, offset: number, entities: Entities): string {
    let decoded = '';
    let from = 0;
    for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
      const reference = readReference(text, at, entities);
      const known = 'text' in reference;
      if (known) this.#grow(reference.text.length - reference.length, offset + at);
      else this.#recoverFrom(reference.problem, offset + at);
      decoded += text.slice(from, at) + (known ? reference.text : '&');
      from = at + (known ? reference.length : 1);
    }
    return from === 0 ? text : decoded + text.slice(from);
  }

  #grow(characters: number, offset: number): void {
    this.#room -= Math.max(0, characters);
    if (this.#room >= 0) return;
    throw refusal(
      XML_ISSUES,
      'xml/too-large',
      'the entities add more than is allowed',
      this.#source.placeAt(offset),
    );
  }

  #recoverFrom(problem: string, offset: number): void {
    if (this.#options.recover !== true) throw this.#malformed(problem, offset);
    this.#issues.push(issueOf(XML_ISSUES, 'xml/not-well-formed', problem, this.#source.placeAt(offset)));
  }

  #comment(at: number): number {
    const end = this.#text.indexOf('--', at + 4);
    if (end < 0) throw this.#malformed('the comment is never closed', at);
    if (this.#text[end + 2] !== '>') throw this.#malformed('"--" in a comment', end);
    return end + 3;
  }

  #cdata(at: number): number {
    const open = this.#open.at(-1);
    if (open === undefined) throw this.#malformed('text outside the root element', at);
    const end = this.#text.indexOf(']]>', at);
    if (end < 0) throw this.#malformed('the CDATA section is never closed', at);
    append(open, this.#text.slice(at + '<![CDATA['.length, end));
    return end + 3;
  }

  #instruction(at: number): number {
    const end = this.#text.indexOf('?>', at + 2);
    if (end < 0) throw this.#malformed('the processing instruction is never closed', at);
    const behind = endOfName(this.#text, at + 2);
    if (behind === at + 2 || (behind !== end && endOfBlanks(this.#text, behind) === behind)) {
      throw this.#malformed('not a processing instruction', at);
    }
    if (this.#text.slice(at + 2, behind).toLowerCase() === 'xml') {
      const isDeclaration = this.#root === undefined && DECLARATION.test(this.#text.slice(at, end + 2));
      const isFirst = isDeclaration && this.#text.slice(0, at).trim() === '';
      if (!isFirst) throw this.#malformed('not an XML declaration, or not at the very start', at);
      if (at > 0) this.#recoverFrom('white space before the XML declaration', at);
      this.#declaration = this.#source.placeAt(at);
    }
    return end + 2;
  }

  #documentType(at: number): number {
    const place = this.#source.placeAt(at);
    if (this.#root !== undefined || this.#doctype !== undefined) {
      throw this.#malformed('a DOCTYPE that is not alone before the root element', at);
    }
    const subset = this.#options.entities === true ? readEntities(this.#text, at) : undefined;
    if (subset !== undefined) this.#declare(subset.entities);
    const end = subset?.end ?? endOfDoctype(this.#text, at);
    if (end === 'internal subset') {
      throw refusal(XML_ISSUES, 'xml/doctype-internal-subset', 'the DOCTYPE has an internal subset', place);
    }
    if (end === undefined) throw this.#malformed('the DOCTYPE is never closed', at);
    this.#doctype = place;
    return end;
  }

  #declare(entities: Entities): void {
    this.#entities = entities;
    this.#inValues = new Map([...entities].map(([name, value]) => [name, value.replace(/[\t\n]/g, ' ')]));
  }

  #startTag(at: number): number {
    const text = this.#text;
    let end = endOfName(text, at + 1);
    const name = text.slice(at + 1, end);
    if (name === '') throw this.#malformed('"<" that begins no tag; write "&lt;"', at);
    const parent = this.#open.at(-1);
    if (parent === undefined && this.#root !== undefined) throw this.#malformed('a second root element', at);
    if (RESERVED.has(name)) throw this.#malformed('an element name that is not read', at);
    const attributes = new Map<string, XmlAttribute>();
    const children: XmlNode[] = [];
    const element: XmlElement = { name, attributes, children, place: this.#source.placeAt(at) };
    if (parent === undefined) this.#root = element;
    else parent.children.push(element);
    for (;;) {
      const behind = end;
      end = endOfBlanks(text, behind);
      if (text[end] === '>') {
        this.#push({ name, offset: at, children });
        return end + 1;
      }
      if (text[end] === '/' && text[end + 1] === '>') return end + 2;
      if (behind === end && end < text.length) throw this.#malformed('a blank is missing in the tag', end);
      end = this.#attribute(end, attributes, at);
    }
  }

  #push(element: OpenElement): void {
    if (this.#open.length >= this.#maxDepth) {
      throw refusal(
        XML_ISSUES,
        'xml/too-deep',
        `elements nested deeper than ${this.#maxDepth}`,
        this.#source.placeAt(element.offset),
      );
    }
    this.#open.push(element);
  }

  /** Reads the attribute at `at` of the tag at `tag`; returns the offset behind it. */
  #attribute(at: number, attributes: Map<string, XmlAttribute>, tag: number): number {
    const text = this.#text;
    const behind = endOfName(text, at);
    if (behind === at) {
      const unclosed = at >= text.length || text[at] === '<';
      throw unclosed
        ? this.#malformed('the tag is never closed', tag)
        : this.#malformed('no attribute name', at);
    }
    const name = text.slice(at, behind);
    const place = this.#source.placeAt(at);
    this.#attributeCount += 1;
    if (this.#attributeCount > this.#maxAttributes) {
      throw refusal(
        XML_ISSUES,
        'xml/too-many-attributes',
        `more than ${this.#maxAttributes} attributes`,
        place,
      );
    }
    if (attributes.has(name)) throw this.#malformed(`the attribute "${name}" is there twice`, at);
    const equals = endOfBlanks(text, behind);
    if (text[equals] !== '=') throw this.#malformed(`the attribute "${name}" has no value`, at);
    const open = endOfBlanks(text, equals + 1);
    const quote = text[open];
    if (quote !== '"' && quote !== "'") throw this.#malformed(`the value of "${name}" is not quoted`, open);
    const close = text.indexOf(quote, open + 1);
    if (close < 0) throw this.#malformed(`the value of "${name}" is never closed`, open);
    attributes.set(name, { value: this.#value(open + 1, close), place });
    return close + 1;
  }

  #value(from: number, to: number): string {
    const raw = this.#text.slice(from, to);
    const tag = raw.indexOf('<');
    if (tag >= 0) throw this.#malformed('"<" in an attribute value; write "&lt;"', from + tag);
    return this.#decode(raw.replace(/[\t\n]/g, ' '), from, this.#inValues);
  }

  #endTag(at: number): number {
    const behind = endOfName(this.#text, at + 2);
    const name = this.#text.slice(at + 2, behind);
    const end = endOfBlanks(this.#text, behind);
    if (this.#text[end] !== '>') throw this.#malformed('not an end tag', at);
    const open = this.#open.pop();
    if (open === undefined) throw this.#malformed(`</${name}> closes nothing`, at);
    if (open.name !== name) {
      const { line, column } = this.#source.placeAt(open.offset);
      throw this.#malformed(`</${name}> where <${open.name}> of line ${line}, column ${column} is open`, at);
    }
    return end + 1;
  }

  #malformed(message: string, offset: number): Error {
    return refusal(XML_ISSUES, 'xml/not-well-formed', message, this.#source.placeAt(offset));
  }
}

/** Texts that a comment, an instruction or a CDATA section divides are one. */
function append({ children }: OpenElement, text: string): void {
  const last = children.at(-1);
  if (typeof last === 'string') children[children.length - 1] = last + text;
  else if (text !== '') children.push(text);
}
