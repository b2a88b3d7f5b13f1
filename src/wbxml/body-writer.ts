import { ByteWriter } from '../bytes/index.ts';
import { isMmsError, MmsError } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { encodeCharset, type WrittenCharset } from '../text/index.ts';
import {
  isWbxmlElement,
  namedToken,
  type WbxmlAttribute,
  type WbxmlElement,
  type WbxmlNode,
  type WbxmlPart,
  type WbxmlToken,
} from './document.ts';
import type { AttributeStartRow, LanguageLookup } from './language.ts';
import { writeMbUint32 } from './numbers.ts';
import { extensionKind, GLOBAL_TOKENS, isValueToken, TAG_BITS } from './tokens.ts';

/** Writes the body and collects the string table; keeps the code pages. */
export class BodyWriter {
  readonly #lookup: LanguageLookup;
  readonly #charset: WrittenCharset;
  readonly #isRead: boolean;
  readonly #writer = new ByteWriter();
  readonly #table = new ByteWriter();
  readonly #literals = new Map<string, number>();
  readonly #valuePattern: RegExp | undefined;
  readonly #valueCodes: ReadonlyMap<string, { code: number; page: number }>;
  #tagPage = 0;
  #attributePage = 0;

  /** @param isRead - the document was read: what its tokens cannot say goes as text, as it came */
  constructor(lookup: LanguageLookup, charset: WrittenCharset, isRead: boolean) {
    this.#lookup = lookup;
    this.#charset = charset;
    this.#isRead = isRead;
    const values = lookup.language?.attributeValues ?? [];
    // of several tokens for one value the first is written
    this.#valueCodes = new Map(
      values.toReversed().map(({ value, code, page = 0 }) => [value, { code, page }]),
    );
    this.#valuePattern = values.length === 0 ? undefined : patternOf(values.map(({ value }) => value));
  }

  toBytes(): Uint8Array {
    return this.#writer.toBytes();
  }

  stringTable(): Uint8Array {
    return this.#table.toBytes();
  }

  /** The place of a text in the string table. */
  literal(text: string): number {
    let index = this.#literals.get(text);
    if (index === undefined) {
      index = this.#table.length;
      this.#table.octets(this.#encode(text));
      this.#table.octet(0);
      this.#literals.set(text, index);
    }
    return index;
  }

  element({ name, attributes, children }: WbxmlElement, depth: number): void {
    if (depth > LIMITS.maxXmlDepth) {
      throw new MmsError('wbxml/too-deep', `elements nested deeper than ${LIMITS.maxXmlDepth}`);
    }
    const content = children.filter(child => child !== '');
    this.#tag(
      name,
      (attributes.size > 0 ? TAG_BITS.attributes : 0) | (content.length > 0 ? TAG_BITS.content : 0),
    );
    if (attributes.size > 0) {
      for (const [key, attribute] of attributes) this.#attribute(key, attribute);
      this.#writer.octet(GLOBAL_TOKENS.END);
    }
    if (content.length > 0) {
      for (const child of content) this.#node(child, depth);
      this.#writer.octet(GLOBAL_TOKENS.END);
    }
  }

  #tag(name: string, bits: number): void {
    const row = this.#lookup.tag(name);
    const token = row === undefined ? namedToken(name) : { page: row.page ?? 0, token: row.code };
    if (token === undefined) {
      this.#writer.octet(GLOBAL_TOKENS.LITERAL | bits);
      writeMbUint32(this.#writer, this.literal(name));
      return;
    }
    this.#switchTagPage(token.page);
    this.#writer.octet(token.token | bits);
  }

  #node(node: WbxmlNode, depth: number): void {
    if (isWbxmlElement(node)) this.element(node, depth + 1);
    else this.#part(node, page => this.#switchTagPage(page));
  }

  #attribute(name: string, { value, parts }: WbxmlAttribute): void {
    const opaque = parts === undefined ? this.#opaqueOf(name, value) : undefined;
    const [first = ''] = parts ?? [value];
    const text = typeof first === 'string' && opaque === undefined ? first : '';
    const prefix = this.#start(name, text);
    if (opaque !== undefined) this.#opaque(opaque);
    else {
      this.#attributeText(name, text.slice(prefix.length));
      const others = parts?.slice(typeof first === 'string' ? 1 : 0) ?? [];
      for (const part of others) {
        if (typeof part === 'string') this.#attributeText(name, part);
        else this.#part(part, page => this.#switchAttributePage(page));
      }
    }
  }

  /** The octets that stand for a value; nothing where the attribute has no such form, or a value that was read not. */
  #opaqueOf(name: string, value: string): Uint8Array | undefined {
    const form = this.#lookup.opaqueForm(name);
    try {
      return form?.encode(value);
    } catch (error) {
      if (this.#isRead && isMmsError(error)) return undefined;
      throw error;
    }
  }

  /** Writes the start of an attribute and returns how the value begins with it. */
  #start(name: string, value: string): string {
    const isWhole = this.#lookup.isWhole(name);
    const begins = (prefix: string): boolean =>
      isWhole ? prefix === '' || prefix === value : value.startsWith(prefix);
    const row = this.#lookup.startsOf(name).find(({ prefix = '' }) => begins(prefix));
    const token = row === undefined ? namedToken(name) : tokenOf(row);
    if (token === undefined) {
      this.#writer.octet(GLOBAL_TOKENS.LITERAL);
      writeMbUint32(this.#writer, this.literal(name));
    } else {
      this.#switchAttributePage(token.page);
      this.#writer.octet(token.token);
    }
    return row?.prefix ?? '';
  }

  /** Text of a value, divided at its value tokens where the language wants them. */
  #attributeText(name: string, text: string): void {
    const whole = this.#lookup.isWhole(name) ? this.#valueCodes.get(text) : undefined;
    if (whole !== undefined) {
      this.#switchAttributePage(whole.page);
      this.#writer.octet(whole.code);
      return;
    }
    const isTokenized = this.#lookup.language?.tokenizedAttributes.includes(name) ?? false;
    if (!isTokenized || this.#valuePattern === undefined) {
      this.#text(text);
      return;
    }
    let from = 0;
    for (const { 0: value, index } of text.matchAll(this.#valuePattern)) {
      this.#text(text.slice(from, index));
      const token = this.#valueCodes.get(value);
      if (token === undefined) continue;
      this.#switchAttributePage(token.page);
      this.#writer.octet(token.code);
      from = index + value.length;
    }
    this.#text(text.slice(from));
  }

  #part(part: WbxmlPart, switchPage: (page: number) => void): void {
    if (typeof part === 'string') this.#text(part);
    else if (part instanceof Uint8Array) this.#opaque(part);
    else this.#token(part, switchPage);
  }

  #token({ token, page, text = '', number = 0 }: WbxmlToken, switchPage: (page: number) => void): void {
    const kind = extensionKind(token);
    if (kind === undefined && !isValueToken(token)) {
      throw new MmsError('wbxml/syntax', `expected an extension or value token, found ${token}`);
    }
    if (page !== undefined) switchPage(page);
    this.#writer.octet(token);
    if (kind === 'text') this.#terminated(text);
    else if (kind === 'number') writeMbUint32(this.#writer, number);
  }

  #text(text: string): void {
    if (text === '') return;
    this.#writer.octet(GLOBAL_TOKENS.STR_I);
    this.#terminated(text);
  }

  #terminated(text: string): void {
    this.#writer.octets(this.#encode(text));
    this.#writer.octet(0);
  }

  #encode(text: string): Uint8Array {
    const nul = text.indexOf('\0');
    if (nul >= 0) {
      throw new MmsError('wbxml/nul-character', `U+0000 at character ${nul + 1} would end the text`);
    }
    return encodeCharset(text, this.#charset);
  }

  #opaque(octets: Uint8Array): void {
    this.#writer.octet(GLOBAL_TOKENS.OPAQUE);
    writeMbUint32(this.#writer, octets.length);
    this.#writer.octets(octets);
  }

  #switchTagPage(page: number): void {
    if (page === this.#tagPage) return;
    this.#writer.octet(GLOBAL_TOKENS.SWITCH_PAGE);
    this.#writer.octet(page);
    this.#tagPage = page;
  }

  #switchAttributePage(page: number): void {
    if (page === this.#attributePage) return;
    this.#writer.octet(GLOBAL_TOKENS.SWITCH_PAGE);
    this.#writer.octet(page);
    this.#attributePage = page;
  }
}

function tokenOf({ page = 0, code }: AttributeStartRow): { page: number; token: number } {
  return { page, token: code };
}

/** Matches any of the values, of those that begin alike the longest. */
function patternOf(values: readonly string[]): RegExp {
  const escaped = values
    .toSorted((a, b) => b.length - a.length)
    .map(value => value.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(escaped.join('|'), 'g');
}
