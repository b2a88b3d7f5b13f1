import { isMmsError, MmsError } from '../errors.ts';
import { type Issue, type IssueCode, issueOf } from '../issues/index.ts';
import { parseXml, type XmlDocument, type XmlOptions, type XmlPlace } from '../xml/index.ts';
import { ISSUE_ROWS } from './issue-rows.ts';
import type { Smil } from './model.ts';
import { type Outline, outline } from './outline.ts';
import { attributeOf, readSmil } from './read.ts';
import { checkOutline } from './rules/index.ts';

/** A medium's reference, with its place in the document. */
export interface SmilReference {
  readonly src: string;
  /** Such as `slides[1].image`. */
  readonly path: string;
  /** Index into `smil.slides`, and into the media of that slide. */
  readonly slide: number;
  readonly medium: number;
  readonly place?: XmlPlace;
}

/** What {@link parseSmil} gives. */
export interface ParsedSmil {
  readonly smil: Smil;
  /** Every departure from MMS SMIL, in reading order, with line and column. */
  readonly issues: readonly Issue[];
  /** Every `src`, in reading order. */
  readonly references: readonly SmilReference[];
}

/** How {@link parseSmil} reads. */
export interface SmilOptions extends XmlOptions {
  /** Refuses a document with any error or warning. */
  readonly strict?: boolean | undefined;
}

/** What a departure from XML is called in a SMIL document. */
const SMIL_CODES: ReadonlyMap<IssueCode, IssueCode> = new Map([
  ['xml/not-well-formed', 'smil/not-well-formed'],
  ['xml/illegal-character', 'smil/not-well-formed'],
  ['xml/doctype-internal-subset', 'smil/doctype-internal-subset'],
]);

/**
 * Reads a SMIL document the relaxed way: what any phone writes gives a model, and whatever departs from MMS SMIL stands
 * in `issues`. Text is read as XML; octets by byte order mark, stated charset, declaration, else UTF-8.
 * @throws MmsError `smil/not-well-formed` or `smil/doctype-internal-subset` with line and column in `details.issues`,
 * `xml/too-large` and the like beyond the bounds, and, with `strict`, the first rule that the document breaks
 * @example parseSmil('<smil><body><par dur="5s"><img src="a.jpg"/></par></body></smil>').smil.slides[0]?.durationMs // 5000
 */
export function parseSmil(input: string | Uint8Array, options: SmilOptions = {}): ParsedSmil {
  const document = readDocument(input, options);
  const outlined = outline(document);
  const issues = [...document.issues.map(inSmil), ...checkOutline(outlined)];
  if (options.strict === true) refuse(issues);
  return { smil: readSmil(outlined), issues, references: referencesOf(outlined) };
}

function readDocument(input: string | Uint8Array, options: XmlOptions): XmlDocument {
  try {
    return parseXml(input, options);
  } catch (error) {
    const code = isMmsError(error) ? SMIL_CODES.get(error.code) : undefined;
    if (!isMmsError(error) || code === undefined) throw error;
    const issues = (error.details?.issues ?? []).map(inSmil);
    throw new MmsError(code, error.message, { cause: error, hint: error.hint, details: { issues } });
  }
}

function inSmil({ code, message, line, column }: Issue): Issue {
  return issueOf(ISSUE_ROWS, SMIL_CODES.get(code) ?? code, message, {
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  });
}

function refuse(issues: readonly Issue[]): void {
  const departures = issues.filter(({ severity }) => severity !== 'info');
  const [first] = departures;
  if (first === undefined) return;
  throw new MmsError(first.code, `${first.message} (line ${first.line}, column ${first.column})`, {
    path: first.path,
    details: { issues: departures },
  });
}

function referencesOf({ slides }: Outline): SmilReference[] {
  return slides.flatMap(({ media }, slide) =>
    media
      .filter(({ element }) => element.attributes.has('src'))
      .map(({ element, path }, medium) => {
        const place = element.attributes.get('src')?.place;
        const src = attributeOf(element, 'src') ?? '';
        return { src, path, slide, medium, ...(place === undefined ? {} : { place }) };
      }),
  );
}
