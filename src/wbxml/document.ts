/** The value of an attribute. */
export interface WbxmlAttribute {
  /** As text; what is not text is left out. */
  readonly value: string;
  /** The pieces of a value that is not only text; written instead of `value`. */
  readonly parts?: readonly WbxmlPart[] | undefined;
}

/** A token that no table explains, or an extension, kept as it was. */
export interface WbxmlToken {
  readonly token: number;
  /** Code page in force. Default 0. */
  readonly page?: number;
  /** What an extension of the first kind (40-42) carries. */
  readonly text?: string;
  /** What an extension of the second kind (80-82) carries. */
  readonly number?: number;
}

/** A piece of content or of a value: text, opaque octets, or a token. */
export type WbxmlPart = string | Uint8Array | WbxmlToken;

/** An element; one of an XML document without namespaces has the same shape. */
export interface WbxmlElement {
  /** `token-PP-TT`, page and token in hexadecimal, where the language has no name for it. */
  readonly name: string;
  /** In document order. */
  readonly attributes: ReadonlyMap<string, WbxmlAttribute>;
  readonly children: readonly WbxmlNode[];
}

/** A child of an element. */
export type WbxmlNode = WbxmlElement | WbxmlPart;

/** Versions that are read and written (WAP-192 5.4): 01, 02, 03. */
export const WBXML_VERSIONS = { '1.1': 0x01, '1.2': 0x02, '1.3': 0x03 } as const;

/** A version of the binary format. */
export type WbxmlVersion = keyof typeof WBXML_VERSIONS;

/** A document as read. */
export interface WbxmlDocument {
  readonly version: WbxmlVersion;
  /** The assigned number, or the formal public identifier when the document spells it out. */
  readonly publicId: number | string;
  /** MIBenum of the character set. */
  readonly charset: number;
  readonly root: WbxmlElement;
}

/** The element among the nodes, texts and tokens left out. */
export function isWbxmlElement(node: WbxmlNode): node is WbxmlElement {
  return typeof node === 'object' && 'children' in node;
}

/** Name of a tag or attribute that a language does not have. */
export function tokenName(page: number, token: number): string {
  const digits = (value: number): string => value.toString(16).padStart(2, '0');
  return `token-${digits(page)}-${digits(token)}`;
}

/** Page and token of a name made by {@link tokenName}. */
export function namedToken(name: string): { page: number; token: number } | undefined {
  const match = /^token-([0-9a-f]{2})-([0-9a-f]{2})$/.exec(name);
  if (match === null) return undefined;
  return { page: Number.parseInt(match[1] ?? '', 16), token: Number.parseInt(match[2] ?? '', 16) };
}
