import { MmsError } from '../../errors.ts';
import type { Issue } from '../../issues/index.ts';
import type { XmlElement } from '../../xml/index.ts';
import type { PixelSize } from '../image/read/image-info.ts';
import type { Profile } from './profile.ts';

/** Properties of UAProf that say something about messages, local names in lower case (OMA UAProf 2.0). */
const PROPERTIES = {
  maxBytes: ['mmsmaxmessagesize'],
  maxImage: ['mmsmaximageresolution'],
  accept: ['mmsccppaccept'],
  charsets: ['mmsccppacceptcharset', 'mmsccppaccept-charset'],
  screen: ['screensize'],
} as const;

/**
 * Reads a UAProf document: the properties of `MmsCharacteristics`, and `ScreenSize`, whether elements or attributes. Names
 * match without regard to case and prefix. Namespaces may be entities of the document, and blanks may stand before its
 * declaration, as makers write it. Animations are taken as shown, for UAProf does not say.
 * @param warn gets what the document departs in
 * @throws MmsError `media/invalid-profile` when it accepts no media type, and the codes of `parseXml`
 */
export async function readUaProf(
  xml: string | Uint8Array,
  id: string,
  warn: (issue: Issue) => void = () => {},
): Promise<Profile> {
  // The XML reader brings a package along, which those who never read a UAProf need not load.
  const { parseXml } = await import('../../xml/index.ts');
  const values = new Map<string, readonly string[]>();
  const { root, issues } = parseXml(xml, { entities: true, recover: true });
  for (const found of issues) warn({ ...found, severity: 'warning' });
  collect(root, values);
  const of = (key: keyof typeof PROPERTIES): readonly string[] =>
    PROPERTIES[key].map(name => values.get(name)).find(found => found !== undefined) ?? [];
  const accept = of('accept').map(type => type.split(';', 1).join('').trim());
  if (accept.length === 0) {
    throw new MmsError('media/invalid-profile', 'the UAProf document has no MmsCcppAccept', {
      hint: 'give a document with a component MmsCharacteristics',
    });
  }
  const charsets = of('charsets').map(name => name.toLowerCase());
  const maxBytes = wholeNumber(of('maxBytes')[0]);
  const maxImage = pixelSize(of('maxImage')[0]);
  const screen = pixelSize(of('screen')[0]);
  return {
    id,
    accept,
    animation: true,
    ...(maxBytes === undefined ? {} : { maxBytes }),
    ...(maxImage === undefined ? {} : { maxImage }),
    ...(screen === undefined ? {} : { screen }),
    ...(charsets.length === 0 ? {} : { charsets }),
    source: 'UAProf',
  };
}

/**
 * The texts below each element by its local name: of a bag, one for each item. Attributes are properties too (RDF/XML
 * 2.5). The first of a name holds.
 */
function collect(element: XmlElement, values: Map<string, readonly string[]>): void {
  const note = (property: string, texts: readonly string[]): void => {
    if (texts.length > 0 && !values.has(property)) values.set(property, texts);
  };
  for (const [attribute, { value }] of element.attributes) note(localName(attribute), textsIn(value));
  const children = element.children.filter(child => typeof child !== 'string');
  const isProperty = children.length === 0 || children.every(child => BAGS.has(localName(child.name)));
  if (isProperty) note(localName(element.name), textsOf(element));
  for (const child of children) collect(child, values);
}

const BAGS: ReadonlySet<string> = new Set(['bag', 'seq', 'alt']);

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

/** The texts of an element and all below it, blanks cut off, empty ones left out. */
function textsOf(element: XmlElement): string[] {
  return element.children.flatMap(child => {
    return typeof child === 'string' ? textsIn(child) : textsOf(child);
  });
}

function textsIn(value: string): string[] {
  const text = value.trim();
  return text === '' ? [] : [text];
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,12}$/.test(text) && Number(text) > 0 ? Number(text) : undefined;
}

/** `640x480`, the x in any form that was seen. */
function pixelSize(text: string | undefined): PixelSize | undefined {
  const match = /^(\d{1,5})[ ]?[xX×*][ ]?(\d{1,5})$/.exec(text ?? '');
  const [width = 0, height = 0] = match?.slice(1).map(Number) ?? [];
  return width > 0 && height > 0 ? { width, height } : undefined;
}
