/**
 * The elements of MMS SMIL and the attributes that each may have (MMS Conformance Document 2.0.0; `video` came later);
 * `undefined`: any.
 */
export const MMS_SMIL: ReadonlyMap<string, ReadonlySet<string> | undefined> = new Map([
  ['smil', undefined],
  ['head', new Set()],
  ['meta', new Set(['name', 'content'])],
  ['layout', new Set()],
  ['root-layout', new Set(['width', 'height'])],
  ['region', new Set(['id', 'left', 'top', 'width', 'height', 'fit'])],
  ['body', new Set()],
  ['par', new Set(['dur'])],
  ['img', new Set(['src', 'alt', 'region', 'begin', 'end'])],
  ['text', new Set(['src', 'alt', 'region', 'begin', 'end'])],
  ['audio', new Set(['src', 'alt', 'region', 'begin', 'end'])],
  ['video', new Set(['src', 'alt', 'region', 'begin', 'end'])],
  ['ref', new Set(['src', 'alt', 'region', 'begin', 'end'])],
] satisfies [string, Set<string> | undefined][]);

const ATTRIBUTES: ReadonlySet<string> = new Set([...MMS_SMIL.values()].flatMap(names => [...(names ?? [])]));

/** The regions that a layout may have, each once. */
export const REGION_IDS = ['Image', 'Text'] as const;

/** The time containers of SMIL 2.0. */
export const TIME_CONTAINERS: ReadonlySet<string> = new Set(['par', 'seq', 'excl']);

/** The name in lower case where that makes it one of MMS SMIL, else as it is. */
export function elementName(name: string): string {
  if (MMS_SMIL.has(name)) return name;
  const lower = name.toLowerCase();
  return MMS_SMIL.has(lower) ? lower : name;
}

/** The name in lower case where that makes it one of MMS SMIL, else as it is. */
export function attributeName(name: string): string {
  if (ATTRIBUTES.has(name)) return name;
  const lower = name.toLowerCase();
  return ATTRIBUTES.has(lower) ? lower : name;
}
