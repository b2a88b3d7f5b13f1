/** A tag of a language. */
export interface TagRow {
  readonly code: number;
  readonly name: string;
  /** Code page. Default 0. */
  readonly page?: number;
}

/** The start of an attribute: its name, and the beginning of its value. */
export interface AttributeStartRow {
  readonly code: number;
  readonly name: string;
  readonly prefix?: string;
  readonly page?: number;
}

/** A text that may stand anywhere in a value. */
export interface AttributeValueRow {
  readonly code: number;
  readonly value: string;
  readonly page?: number;
}

/** How the value of an attribute is written as opaque octets. */
export interface OpaqueForm {
  /** @throws MmsError when the text is not of the form */
  encode(text: string): Uint8Array;
  /** `undefined` where the octets are not of the form. */
  decode(octets: Uint8Array): string | undefined;
}

/** The token tables of one document type. Adding a language is adding such a table. */
export interface WbxmlLanguage {
  readonly name: string;
  /** Number of the document type (WAP-192 7.2). */
  readonly publicId: number;
  /** Formal public identifier, and where its DTD is. */
  readonly publicIdText: string;
  readonly systemId: string;
  readonly tags: readonly TagRow[];
  readonly attributeStarts: readonly AttributeStartRow[];
  readonly attributeValues: readonly AttributeValueRow[];
  /** Attributes whose values are written with value tokens; in the others they are only read. */
  readonly tokenizedAttributes: readonly string[];
  /** Attributes in which a token stands for the whole value or for none of it. */
  readonly wholeAttributes?: readonly string[];
  readonly opaqueAttributes: Readonly<Record<string, OpaqueForm>>;
  readonly clause: string;
}

/** A language ready for use. */
export interface LanguageLookup {
  readonly language: WbxmlLanguage | undefined;
  tagName(page: number, code: number): string | undefined;
  tag(name: string): TagRow | undefined;
  attributeStart(page: number, code: number): AttributeStartRow | undefined;
  /** Starts of one attribute, the longest prefix first. */
  startsOf(name: string): readonly AttributeStartRow[];
  attributeValue(page: number, code: number): string | undefined;
  opaqueForm(attribute: string): OpaqueForm | undefined;
  /** True where a token stands for the whole value. */
  isWhole(attribute: string): boolean;
}

const keyOf = (page: number, code: number): number => page * 256 + code;

const lookups = new WeakMap<WbxmlLanguage, LanguageLookup>();

/** The maps of a language, made once; without language everything is unknown. */
export function lookupOf(language: WbxmlLanguage | undefined): LanguageLookup {
  if (language === undefined) return makeLookup(undefined);
  let lookup = lookups.get(language);
  if (lookup === undefined) {
    lookup = makeLookup(language);
    lookups.set(language, lookup);
  }
  return lookup;
}

function makeLookup(language: WbxmlLanguage | undefined): LanguageLookup {
  const { tags = [], attributeStarts = [], attributeValues = [], opaqueAttributes = {} } = language ?? {};
  const tagsByCode = new Map(tags.map(row => [keyOf(row.page ?? 0, row.code), row.name]));
  // of several tokens for one name the first is written
  const tagsByName = new Map(tags.toReversed().map(row => [row.name, row]));
  const startsByCode = new Map(attributeStarts.map(row => [keyOf(row.page ?? 0, row.code), row]));
  const startsByName = groupByName(attributeStarts);
  const valuesByCode = new Map(attributeValues.map(row => [keyOf(row.page ?? 0, row.code), row.value]));
  const opaqueForms = new Map(Object.entries(opaqueAttributes));
  return {
    language,
    tagName: (page, code) => tagsByCode.get(keyOf(page, code)),
    tag: name => tagsByName.get(name),
    attributeStart: (page, code) => startsByCode.get(keyOf(page, code)),
    startsOf: name => startsByName.get(name) ?? [],
    attributeValue: (page, code) => valuesByCode.get(keyOf(page, code)),
    opaqueForm: attribute => opaqueForms.get(attribute),
    isWhole: attribute => language?.wholeAttributes?.includes(attribute) ?? false,
  };
}

function groupByName(rows: readonly AttributeStartRow[]): Map<string, readonly AttributeStartRow[]> {
  const longestFirst = rows.toSorted((a, b) => (b.prefix?.length ?? 0) - (a.prefix?.length ?? 0));
  const groups = new Map<string, AttributeStartRow[]>();
  for (const row of longestFirst) groups.set(row.name, [...(groups.get(row.name) ?? []), row]);
  return groups;
}
