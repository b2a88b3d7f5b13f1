import { requireObject } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import type { Issue } from '../issues/index.ts';
import { XML_ISSUES } from '../issues/index.ts';
import { limit } from '../limits.ts';
import { sourceText } from '../text/index.ts';
import { Warnings } from '../warnings.ts';
import { codePointName, indexOfIllegalCharacter } from './characters.ts';
import { decodeXmlText } from './decode.ts';
import type { XmlDocument, XmlOptions } from './document.ts';
import { ISSUE_ROWS } from './issue-rows.ts';
import { scanMarkup } from './scan.ts';
import { refusal, XmlSource } from './source.ts';

/** NUL, the end-of-file mark of old systems, and white space. */
const isPadding = (character: string): boolean =>
  character === '\0' || character === '\x1a' || character.trim() === '';

/**
 * Reads an XML document from text or octets (byte order mark, stated charset, declaration, UTF-8, in this order).
 * NUL behind a whole document is told. An external DOCTYPE is passed over; only the five predefined entities and character references exist, and those that
 * the option `entities` lets the document declare.
 * @throws MmsError `xml/not-well-formed`, `xml/doctype-internal-subset`, `xml/encoding`, `xml/illegal-character`,
 * `xml/too-large`, `xml/too-deep` or `xml/too-many-attributes`; line and column are in `details.issues[0]`
 * @example parseXml('<smil><body/></smil>').root.name // 'smil'
 */
export function parseXml(input: string | Uint8Array, options: XmlOptions = {}): XmlDocument {
  requireObject(options, 'options such as { file }', 'options');
  const issues: Issue[] = [];
  const source = new XmlSource(textOf(input, options, issues));
  refuseUnsafe(source, options);
  return scanMarkup(source, options, issues);
}

function textOf(input: string | Uint8Array, options: XmlOptions, issues: Issue[]): string {
  const isOctets = input instanceof Uint8Array;
  const maxBytes = limit('maxXmlBytes', options.maxBytes);
  if ((isOctets || typeof input === 'string') && input.length > maxBytes) {
    throw new MmsError('xml/too-large', `the XML document has ${input.length} octets, allowed ${maxBytes}`);
  }
  const text = isOctets ? decodeXmlText(input, options.charset) : input;
  const warnings = new Warnings(ISSUE_ROWS, options.strict, issues);
  if (options.recover === true || typeof text !== 'string') return sourceText(text, warnings).text;
  return withoutPadding(text.startsWith('\ufeff') ? text.slice(1) : text, warnings);
}

/** Phones pad documents with NUL, which XML does not have: behind one that is whole it changes nothing. */
function withoutPadding(text: string, warnings: Warnings): string {
  let end = text.length;
  while (end > 0 && isPadding(text.charAt(end - 1))) end--;
  if (text.charAt(end - 1) !== '>' || text.slice(end).trim() === '') return text;
  warnings.warn('text/padding', 'NUL or end-of-file characters behind the document were dropped');
  return text.slice(0, end);
}

function refuseUnsafe(source: XmlSource, options: XmlOptions): void {
  const illegal = indexOfIllegalCharacter(source.text);
  if (illegal >= 0) {
    const message = `${codePointName(source.text, illegal)} cannot stand in XML`;
    throw refusal(XML_ISSUES, 'xml/illegal-character', message, source.placeAt(illegal));
  }
  // the scan takes those of a DOCTYPE alone
  const entity = options.entities === true ? -1 : indexOfEntityDeclaration(source.text);
  if (entity >= 0) {
    throw refusal(
      XML_ISSUES,
      'xml/doctype-internal-subset',
      'the document declares an entity',
      source.placeAt(entity),
    );
  }
}

function indexOfEntityDeclaration(text: string): number {
  return text.includes('<!') ? text.search(/<!ENTITY/i) : -1;
}
