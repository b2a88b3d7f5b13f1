import type { ByteReader, FieldLabel } from '../bytes/index.ts';
import type { MmsError } from '../errors.ts';
import {
  tokenName,
  type WbxmlAttribute,
  type WbxmlElement,
  type WbxmlNode,
  type WbxmlPart,
} from './document.ts';
import type { LanguageLookup } from './language.ts';
import { readMbUint32 } from './numbers.ts';
import type { StringSource } from './string-source.ts';
import {
  extensionKind,
  GLOBAL_TOKENS,
  isElementToken,
  isStartToken,
  isValueToken,
  TAG_BITS,
} from './tokens.ts';

/** Names of the pieces of the body in the grammar (WAP-192 5.3). */
const LABELS = {
  attributeValue: { name: 'ATTRVALUE', clause: 'WAP-192 5.8.3' },
  instruction: { name: 'PI', clause: 'WAP-192 5.8.4.3' },
  end: { name: 'END', clause: 'WAP-192 5.8.4.7' },
  switchPage: { name: 'SWITCH_PAGE', clause: 'WAP-192 5.8.4.7' },
  extension: { name: 'EXT', clause: 'WAP-192 5.8.4.2' },
  [GLOBAL_TOKENS.STR_I]: { name: 'STR_I', clause: 'WAP-192 5.8.4.1' },
  [GLOBAL_TOKENS.STR_T]: { name: 'STR_T', clause: 'WAP-192 5.8.4.1' },
  [GLOBAL_TOKENS.ENTITY]: { name: 'ENTITY', clause: 'WAP-192 5.8.4.4' },
  [GLOBAL_TOKENS.OPAQUE]: { name: 'OPAQUE', clause: 'WAP-192 5.8.4.6' },
} as const;

/** Reads the body: keeps the code pages and the depth. */
export class BodyReader {
  readonly #reader: ByteReader;
  readonly #strings: StringSource;
  readonly #lookup: LanguageLookup;
  #tagPage = 0;
  #attributePage = 0;
  #depth = 0;
  #nodes = 0;

  constructor(reader: ByteReader, strings: StringSource, lookup: LanguageLookup) {
    this.#reader = reader;
    this.#strings = strings;
    this.#lookup = lookup;
  }

  /** The root element, processing instructions around it dropped. */
  root(): WbxmlElement {
    const reader = this.#reader;
    for (;;) {
      const start = reader.offset;
      const token = reader.octet();
      if (token === GLOBAL_TOKENS.PI) this.#skipInstruction(start);
      else if (token === GLOBAL_TOKENS.SWITCH_PAGE) this.#tagPage = this.#switchPage();
      else if (isElementToken(token)) {
        const root = this.#element(token);
        while (reader.peek() === GLOBAL_TOKENS.PI) {
          reader.skip(1);
          this.#skipInstruction(reader.offset - 1);
        }
        return root;
      } else throw this.#unexpected(token, 'the root element', start);
    }
  }

  #element(token: number): WbxmlElement {
    const reader = this.#reader;
    const start = reader.offset - 1;
    if (++this.#depth > reader.limits.maxXmlDepth) {
      throw reader.error('wbxml/too-deep', `elements nested deeper than ${reader.limits.maxXmlDepth}`);
    }
    this.#count();
    const name = this.#tagName(token);
    reader.enter(name, { name, head: 'TAG' }, start);
    const attributes = (token & TAG_BITS.attributes) === 0 ? NO_ATTRIBUTES : this.#attributes();
    const children = (token & TAG_BITS.content) === 0 ? [] : this.#content();
    this.#depth--;
    reader.leave();
    return { name, attributes, children };
  }

  #tagName(token: number): string {
    const code = token & TAG_BITS.code;
    if (code === GLOBAL_TOKENS.LITERAL) return this.#strings.fromTable(readMbUint32(this.#reader));
    const name = this.#lookup.tagName(this.#tagPage, code);
    if (name !== undefined) return name;
    const unknown = tokenName(this.#tagPage, code);
    this.#reader.warn(
      'wbxml/unknown-token',
      `${unknown} is not a tag of the language`,
      this.#reader.offset - 1,
    );
    return unknown;
  }

  #content(): WbxmlNode[] {
    const reader = this.#reader;
    const children: WbxmlNode[] = [];
    for (;;) {
      const start = reader.offset;
      const token = reader.octet();
      if (token === GLOBAL_TOKENS.END) {
        reader.piece(LABELS.end, start);
        return children;
      }
      if (token === GLOBAL_TOKENS.SWITCH_PAGE) this.#tagPage = this.#switchPage();
      else if (token === GLOBAL_TOKENS.PI) this.#skipInstruction(start);
      else if (isElementToken(token)) children.push(this.#element(token));
      else append(children, this.#part(token, this.#tagPage) ?? this.#refuse(token, 'content', start));
    }
  }

  #attributes(): Map<string, WbxmlAttribute> {
    const reader = this.#reader;
    const attributes = new Map<string, WbxmlAttribute>();
    for (;;) {
      const start = reader.offset;
      const token = reader.octet();
      if (token === GLOBAL_TOKENS.END) {
        reader.piece(LABELS.end, start);
        return attributes;
      }
      if (token === GLOBAL_TOKENS.SWITCH_PAGE) {
        this.#attributePage = this.#switchPage();
        continue;
      }
      if (!isStartToken(token)) throw this.#unexpected(token, 'an attribute', start);
      this.#count();
      const { name, prefix } = this.#attributeStart(token);
      reader.enter(name, { name, head: 'ATTRSTART' }, start);
      const attribute = this.#value(name, prefix);
      reader.leave(attribute.value);
      if (attributes.has(name)) {
        reader.warn('wbxml/repeated-attribute', `${name} is there twice, the last one counts`, start);
      }
      attributes.set(name, attribute);
    }
  }

  #attributeStart(token: number): { name: string; prefix: string } {
    if (token === GLOBAL_TOKENS.LITERAL) {
      return { name: this.#strings.fromTable(readMbUint32(this.#reader)), prefix: '' };
    }
    const row = this.#lookup.attributeStart(this.#attributePage, token);
    if (row !== undefined) return { name: row.name, prefix: row.prefix ?? '' };
    const name = tokenName(this.#attributePage, token);
    this.#reader.warn(
      'wbxml/unknown-token',
      `${name} is not an attribute of the language`,
      this.#reader.offset - 1,
    );
    return { name, prefix: '' };
  }

  #value(attribute: string, prefix: string): WbxmlAttribute {
    const reader = this.#reader;
    const parts: WbxmlPart[] = prefix === '' ? [] : [prefix];
    for (let token = reader.peek(); !endsValue(token); token = reader.peek()) {
      const start = reader.offset;
      reader.skip(1);
      if (token === GLOBAL_TOKENS.SWITCH_PAGE) this.#attributePage = this.#switchPage();
      else append(parts, this.#valuePart(attribute, token) ?? this.#refuse(token, 'a value', start));
    }
    const texts = parts.filter(part => typeof part === 'string');
    const value = texts.join('');
    return texts.length === parts.length ? { value } : { value, parts };
  }

  #valuePart(attribute: string, token: number): WbxmlPart | undefined {
    const part = this.#part(token, this.#attributePage);
    if (part instanceof Uint8Array) return this.#lookup.opaqueForm(attribute)?.decode(part) ?? part;
    if (part !== undefined || !isValueToken(token)) return part;
    const value = this.#lookup.attributeValue(this.#attributePage, token);
    this.#reader.piece(LABELS.attributeValue, this.#reader.offset - 1, value);
    if (value !== undefined) return value;
    const name = tokenName(this.#attributePage, token);
    this.#reader.warn(
      'wbxml/unknown-token',
      `${name} is not a value of the language`,
      this.#reader.offset - 1,
    );
    return { token, page: this.#attributePage };
  }

  #count(): void {
    const { maxWbxmlNodes } = this.#reader.limits;
    if (++this.#nodes <= maxWbxmlNodes) return;
    throw this.#reader.error('wbxml/too-large', `more than ${maxWbxmlNodes} elements, attributes and texts`);
  }

  /** What a global token, just read, stands for; `undefined` for any other. */
  #part(token: number, page: number): WbxmlPart | undefined {
    const start = this.#reader.offset - 1;
    const part = this.#globalPart(token, page);
    if (part !== undefined) this.#reader.piece(labelOf(token), start, part);
    return part;
  }

  #globalPart(token: number, page: number): WbxmlPart | undefined {
    this.#count();
    const reader = this.#reader;
    switch (token) {
      case GLOBAL_TOKENS.STR_I:
        return this.#strings.inline();
      case GLOBAL_TOKENS.STR_T:
        return this.#strings.fromTable(readMbUint32(reader));
      case GLOBAL_TOKENS.ENTITY:
        return this.#strings.entity();
      case GLOBAL_TOKENS.OPAQUE:
        return reader.view(readMbUint32(reader));
    }
    const extension = extensionKind(token);
    if (extension === 'text') return { token, page, text: this.#strings.inline() };
    if (extension === 'number') return { token, page, number: readMbUint32(reader) };
    return extension === 'none' ? { token, page } : undefined;
  }

  /** The page after the token of a switch. */
  #switchPage(): number {
    const reader = this.#reader;
    const page = reader.octet();
    reader.piece(LABELS.switchPage, reader.offset - 2, page);
    return page;
  }

  #skipInstruction(start: number): void {
    this.#attributes();
    this.#reader.piece(LABELS.instruction, start);
    this.#reader.warn('wbxml/instruction-dropped', 'a processing instruction', start);
  }

  #unexpected(token: number, expected: string, start: number): MmsError {
    const found = token.toString(16).padStart(2, '0');
    return this.#reader.error('wbxml/syntax', `expected ${expected}, found the token ${found}`, start);
  }

  #refuse(token: number, expected: string, start: number): never {
    throw this.#unexpected(token, expected, start);
  }
}

const NO_ATTRIBUTES: ReadonlyMap<string, WbxmlAttribute> = new Map();

function labelOf(token: number): FieldLabel {
  switch (token) {
    case GLOBAL_TOKENS.STR_I:
    case GLOBAL_TOKENS.STR_T:
    case GLOBAL_TOKENS.ENTITY:
    case GLOBAL_TOKENS.OPAQUE:
      return LABELS[token];
    default:
      return LABELS.extension;
  }
}

/** -1 is the end of the input, which the caller meets next. */
function endsValue(token: number): boolean {
  return token === -1 || token === GLOBAL_TOKENS.END || isStartToken(token);
}

/** Texts that follow each other are one. */
function append(parts: WbxmlNode[], part: WbxmlPart): void {
  const last = parts.at(-1);
  if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
  else if (part !== '') parts.push(part);
}
