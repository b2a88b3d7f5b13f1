import { type Issue, issue } from '../issues/index.ts';
import { limit } from '../limits.ts';
import { type Entities, endOfDoctype, readEntities } from './doctype.ts';
import type { XmlAttribute, XmlOptions, XmlPlace } from './document.ts';
import { BLANKS, DECLARATION, NAME } from './lexemes.ts';
import { decodeReferences, readReference } from './references.ts';
import { refusal, type XmlSource } from './source.ts';

/** What the scan learned about a document, and the text that is left for the parser. */
export interface Scan {
  /** Of every start tag, by the offset of its `<`. */
  readonly attributes: ReadonlyMap<number, ReadonlyMap<string, XmlAttribute>>;
  /** The same text with comments, instructions and the DOCTYPE replaced unit for unit. */
  readonly blanked: string;
  readonly declaration?: XmlPlace;
  readonly doctype?: XmlPlace;
  /** That the document declares. */
  readonly entities: Entities;
}

/** Stands for blanked markup inside the root; no document can hold it. */
export const FILLER = '\0';

interface OpenTag {
  readonly name: string;
  readonly offset: number;
}

/**
 * One linear pass over the markup before the parser sees it: enforces the bounds, refuses what fast-xml-parser would
 * let pass (a second root, a tail, bare `&`, `<` in a value, unclosed comments, any DTD subset) and notes places.
 * @param issues receives what `recover` let pass
 */
export function scanMarkup(source: XmlSource, options: XmlOptions, issues: Issue[]): Scan {
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

  readonly #attributes = new Map<number, ReadonlyMap<string, XmlAttribute>>();
  readonly #issues: Issue[];
  readonly #open: OpenTag[] = [];
  #blanked = '';
  /** End of what `#blanked` holds. */
  #copied = 0;
  #attributeCount = 0;
  #rootSeen = false;
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

  scan(): Scan {
    let at = 0;
    while (at < this.#text.length) {
      const tag = this.#text.indexOf('<', at);
      this.#checkText(at, tag < 0 ? this.#text.length : tag);
      if (tag < 0) break;
      at = this.#markup(tag);
    }
    const unclosed = this.#open.at(-1);
    if (unclosed !== undefined) throw this.#malformed(`<${unclosed.name}> is never closed`, unclosed.offset);
    if (!this.#rootSeen) throw this.#malformed('no root element', this.#text.length);
    return {
      attributes: this.#attributes,
      blanked: this.#blanked + this.#text.slice(this.#copied),
      entities: this.#entities,
      ...(this.#declaration === undefined ? {} : { declaration: this.#declaration }),
      ...(this.#doctype === undefined ? {} : { doctype: this.#doctype }),
    };
  }

  /** Reads what the `<` at `at` begins; returns the offset behind it. */
  #markup(at: number): number {
    const text = this.#text;
    if (text.startsWith('<!--', at)) return this.#comment(at);
    if (text.startsWith('<![CDATA[', at)) return this.#cdata(at);
    if (text.startsWith('<!DOCTYPE', at)) return this.#documentType(at);
    if (text.startsWith('<?', at)) return this.#instruction(at);
    if (text.startsWith('</', at)) return this.#endTag(at);
    return this.#startTag(at);
  }

  #checkText(from: number, to: number): void {
    const text = this.#text.slice(from, to);
    if (this.#open.length === 0) {
      const stray = text.search(/[^ \t\n]/);
      if (stray >= 0) throw this.#malformed('text outside the root element', from + stray);
      return;
    }
    const cdataEnd = text.indexOf(']]>');
    if (cdataEnd >= 0) throw this.#malformed('"]]>" in a text', from + cdataEnd);
    this.#checkReferences(text, from);
  }

  #checkReferences(text: string, offset: number): void {
    for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
      const reference = readReference(text, at, this.#entities);
      if ('text' in reference) this.#grow(reference.text.length - reference.length, offset + at);
      else this.#recoverFrom(reference.problem, offset + at);
    }
  }

  #grow(characters: number, offset: number): void {
    this.#room -= Math.max(0, characters);
    if (this.#room >= 0) return;
    throw refusal('xml/too-large', 'the entities add more than is allowed', this.#source.placeAt(offset));
  }

  #recoverFrom(problem: string, offset: number): void {
    if (this.#options.recover !== true) throw this.#malformed(problem, offset);
    this.#issues.push(issue('xml/not-well-formed', problem, this.#source.placeAt(offset)));
  }

  #comment(at: number): number {
    const end = this.#text.indexOf('--', at + 4);
    if (end < 0) throw this.#malformed('the comment is never closed', at);
    if (this.#text[end + 2] !== '>') throw this.#malformed('"--" in a comment', end);
    return this.#blank(at, end + 3);
  }

  #cdata(at: number): number {
    if (this.#open.length === 0) throw this.#malformed('text outside the root element', at);
    const end = this.#text.indexOf(']]>', at);
    if (end < 0) throw this.#malformed('the CDATA section is never closed', at);
    return end + 3;
  }

  #instruction(at: number): number {
    const end = this.#text.indexOf('?>', at + 2);
    if (end < 0) throw this.#malformed('the processing instruction is never closed', at);
    const target = this.#match(NAME, at + 2);
    const behind = at + 2 + target.length;
    if (target.length === 0 || (behind !== end && this.#skipBlanks(behind) === behind)) {
      throw this.#malformed('not a processing instruction', at);
    }
    if (target.toLowerCase() === 'xml') {
      const isDeclaration = !this.#rootSeen && DECLARATION.test(this.#text.slice(at, end + 2));
      const isFirst = isDeclaration && this.#text.slice(0, at).trim() === '';
      if (!isFirst) throw this.#malformed('not an XML declaration, or not at the very start', at);
      if (at > 0) this.#recoverFrom('white space before the XML declaration', at);
      this.#declaration = this.#source.placeAt(at);
    }
    return this.#blank(at, end + 2);
  }

  #documentType(at: number): number {
    const place = this.#source.placeAt(at);
    if (this.#rootSeen || this.#doctype !== undefined) {
      throw this.#malformed('a DOCTYPE that is not alone before the root element', at);
    }
    const subset = this.#options.entities === true ? readEntities(this.#text, at) : undefined;
    if (subset !== undefined) this.#declare(subset.entities);
    const end = subset?.end ?? endOfDoctype(this.#text, at);
    if (end === 'internal subset') {
      throw refusal('xml/doctype-internal-subset', 'the DOCTYPE has an internal subset', place);
    }
    if (end === undefined) throw this.#malformed('the DOCTYPE is never closed', at);
    this.#doctype = place;
    return this.#blank(at, end);
  }

  #declare(entities: Entities): void {
    this.#entities = entities;
    this.#inValues = new Map([...entities].map(([name, value]) => [name, value.replace(/[\t\n]/g, ' ')]));
  }

  #startTag(at: number): number {
    const name = this.#match(NAME, at + 1);
    if (name.length === 0) throw this.#malformed('"<" that begins no tag; write "&lt;"', at);
    if (this.#open.length === 0 && this.#rootSeen) throw this.#malformed('a second root element', at);
    this.#rootSeen = true;
    const attributes = new Map<string, XmlAttribute>();
    this.#attributes.set(at, attributes);
    let end = at + 1 + name.length;
    for (;;) {
      const blanks = this.#match(BLANKS, end).length;
      end += blanks;
      if (this.#text[end] === '>') {
        this.#push(name, at);
        return end + 1;
      }
      if (this.#text.startsWith('/>', end)) return end + 2;
      if (blanks === 0 && end < this.#text.length)
        throw this.#malformed('a blank is missing in the tag', end);
      end = this.#attribute(end, attributes, at);
    }
  }

  #push(name: string, offset: number): void {
    if (this.#open.length >= this.#maxDepth) {
      throw refusal(
        'xml/too-deep',
        `elements nested deeper than ${this.#maxDepth}`,
        this.#source.placeAt(offset),
      );
    }
    this.#open.push({ name, offset });
  }

  #attribute(at: number, attributes: Map<string, XmlAttribute>, tag: number): number {
    const name = this.#match(NAME, at);
    if (name.length === 0) {
      const unclosed = at >= this.#text.length || this.#text[at] === '<';
      throw unclosed
        ? this.#malformed('the tag is never closed', tag)
        : this.#malformed('no attribute name', at);
    }
    const place = this.#source.placeAt(at);
    this.#attributeCount += 1;
    if (this.#attributeCount > this.#maxAttributes) {
      throw refusal('xml/too-many-attributes', `more than ${this.#maxAttributes} attributes`, place);
    }
    if (attributes.has(name)) throw this.#malformed(`the attribute "${name}" is there twice`, at);
    const equals = this.#skipBlanks(at + name.length);
    if (this.#text[equals] !== '=') throw this.#malformed(`the attribute "${name}" has no value`, at);
    const open = this.#skipBlanks(equals + 1);
    const quote = this.#text[open];
    if (quote !== '"' && quote !== "'") throw this.#malformed(`the value of "${name}" is not quoted`, open);
    const close = this.#text.indexOf(quote, open + 1);
    if (close < 0) throw this.#malformed(`the value of "${name}" is never closed`, open);
    attributes.set(name, { value: this.#value(open + 1, close), place });
    return this.#blank(at, close + 1, ' ');
  }

  #value(from: number, to: number): string {
    const raw = this.#text.slice(from, to);
    const tag = raw.indexOf('<');
    if (tag >= 0) throw this.#malformed('"<" in an attribute value; write "&lt;"', from + tag);
    this.#checkReferences(raw, from);
    return decodeReferences(raw.replace(/[\t\n]/g, ' '), this.#inValues);
  }

  #endTag(at: number): number {
    const name = this.#match(NAME, at + 2);
    const end = this.#skipBlanks(at + 2 + name.length);
    if (this.#text[end] !== '>') throw this.#malformed('not an end tag', at);
    const open = this.#open.pop();
    if (open === undefined) throw this.#malformed(`</${name}> closes nothing`, at);
    if (open.name !== name) {
      const { line, column } = this.#source.placeAt(open.offset);
      throw this.#malformed(`</${name}> where <${open.name}> of line ${line}, column ${column} is open`, at);
    }
    return end + 1;
  }

  /** Replaces markup that carries no data; outside the root by blanks, which alone may stand there. */
  #blank(from: number, to: number, filler = this.#open.length === 0 ? ' ' : FILLER): number {
    this.#blanked += this.#text.slice(this.#copied, from) + filler.repeat(to - from);
    this.#copied = to;
    return to;
  }

  #skipBlanks(at: number): number {
    return at + this.#match(BLANKS, at).length;
  }

  #match(pattern: RegExp, at: number): string {
    pattern.lastIndex = at;
    return pattern.exec(this.#text)?.[0] ?? '';
  }

  #malformed(message: string, offset: number): Error {
    return refusal('xml/not-well-formed', message, this.#source.placeAt(offset));
  }
}
