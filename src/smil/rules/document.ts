import { childElements, type XmlElement } from '../../xml/index.ts';
import { descendants, isTimeContainer, type Outline } from '../outline.ts';
import { attributeName, elementName, MMS_SMIL } from '../subset.ts';
import type { SmilFinding, SmilRule } from './rule.ts';

/** Attributes that have a rule of their own. */
const BACKGROUND: ReadonlySet<string> = new Set(['background-color', 'backgroundColor']);

function at(element: XmlElement, message: string): SmilFinding {
  return { message, at: element };
}

function upperCaseNames({ document, root }: Outline): SmilFinding[] {
  if (root === document.root) return [];
  return descendants(document.root).flatMap(element => {
    const findings = [...element.attributes]
      .filter(([name]) => attributeName(name) !== name)
      .map(([name, attribute]) => ({
        message: `the attribute "${name}" is written "${attributeName(name)}"`,
        at: attribute,
      }));
    const name = elementName(element.name);
    return name === element.name
      ? findings
      : [at(element, `<${element.name}> is written <${name}>`), ...findings];
  });
}

function disorder({ root }: Outline): SmilFinding[] {
  const children = childElements(root);
  const belongs = ({ name }: XmlElement): boolean => name === 'head' || name === 'body';
  const known = children.filter(belongs);
  const findings = children
    .filter(child => !belongs(child) && MMS_SMIL.has(child.name))
    .map(child => at(child, `<${child.name}> stands directly in <smil>`));
  const before = new Set<string>();
  for (const child of known) {
    if (before.has(child.name)) findings.push(at(child, `a second <${child.name}>`));
    else if (child.name === 'head' && before.has('body'))
      findings.push(at(child, '<head> comes after <body>'));
    before.add(child.name);
  }
  const heads = known.filter(child => child.name === 'head');
  const layouts = heads.flatMap(childElements).filter(child => child.name === 'layout');
  return [...findings, ...layouts.slice(1).map(layout => at(layout, 'a second <layout>'))];
}

type Stranger = readonly [child: XmlElement, parent: XmlElement];

/** Those of the outline that was asked about last: three rules ask one after the other. */
const strangersOf = new WeakMap<Outline, readonly Stranger[]>();

/** Children that no rule of slides judges: those of everything above and below `par`, and of `par` itself. */
function strangers(outline: Outline): readonly Stranger[] {
  const known = strangersOf.get(outline);
  if (known !== undefined) return known;
  const found = findStrangers(outline);
  strangersOf.set(outline, found);
  return found;
}

function findStrangers({ root, head, layout, rootLayouts, regions, slides, media }: Outline): Stranger[] {
  const pairs: Stranger[] = [];
  const collect = (parent: XmlElement | undefined, allowed: (child: XmlElement) => boolean): void => {
    for (const child of parent?.children ?? []) {
      if (parent !== undefined && typeof child !== 'string' && !allowed(child)) pairs.push([child, parent]);
    }
  };
  const nothing = (): boolean => false;
  const shown = new Set(media.map(({ element }) => element));
  collect(root, child => MMS_SMIL.has(child.name));
  collect(head, child => child.name === 'meta' || child.name === 'layout');
  collect(layout, child => child.name === 'root-layout' || child.name === 'region');
  for (const leaf of [...rootLayouts, ...regions]) collect(leaf, nothing);
  for (const child of head?.children ?? [])
    if (typeof child !== 'string' && child.name === 'meta') collect(child, nothing);
  const inPar = (child: XmlElement): boolean => shown.has(child) || isTimeContainer(child);
  for (const slide of slides) {
    collect(slide.par, inPar);
    for (const { element } of slide.media) collect(element, nothing);
  }
  return pairs;
}

const isTransition = ([{ name }]: Stranger): boolean => name === 'transition';
const isParamInText = ([child, parent]: Stranger): boolean =>
  child.name === 'param' && parent.name === 'text';

/** A finding at each attribute that the test gives a message for; elements that are not of MMS SMIL are left out. */
function eachAttribute(
  { elements }: Outline,
  judge: (name: string, element: XmlElement, allowed: ReadonlySet<string>) => string | undefined,
): SmilFinding[] {
  const findings: SmilFinding[] = [];
  for (const element of elements) {
    const allowed = MMS_SMIL.get(element.name);
    if (allowed === undefined) continue;
    for (const [name, attribute] of element.attributes) {
      const message = judge(name, element, allowed);
      if (message !== undefined) findings.push({ message, at: attribute });
    }
  }
  return findings;
}

export const DOCUMENT_RULES: readonly SmilRule[] = [
  { code: 'smil/case', mended: true, check: upperCaseNames },
  { code: 'smil/structure', mended: true, check: disorder },
  {
    code: 'smil/no-body',
    mended: false,
    check: ({ root, body }) => (body === undefined ? [at(root, 'the document has no <body>')] : []),
  },
  {
    code: 'smil/doctype',
    mended: true,
    check: ({ document: { declaration, doctype } }) => [
      ...(declaration === undefined
        ? []
        : [{ message: 'an XML declaration is not needed', at: { place: declaration } }]),
      ...(doctype === undefined ? [] : [{ message: 'a DOCTYPE is not needed', at: { place: doctype } }]),
    ],
  },
  {
    code: 'smil/unknown-element',
    mended: false,
    check: outline =>
      strangers(outline)
        .filter(pair => !isTransition(pair) && !isParamInText(pair))
        .map(([child, parent]) => at(child, `<${child.name}> has no place in <${parent.name}> of MMS SMIL`)),
  },
  {
    code: 'smil/unknown-attribute',
    mended: true,
    check: outline =>
      eachAttribute(outline, (name, element, allowed) =>
        allowed.has(name) || BACKGROUND.has(name)
          ? undefined
          : `<${element.name}> has no attribute "${name}" in MMS SMIL`,
      ),
  },
  {
    code: 'smil/transition',
    mended: true,
    check: outline =>
      strangers(outline)
        .filter(isTransition)
        .map(([child]) => at(child, '<transition> belongs to 3GPP SMIL, not to MMS SMIL')),
  },
  {
    code: 'smil/param-in-text',
    mended: true,
    check: outline =>
      strangers(outline)
        .filter(isParamInText)
        .map(([child]) => at(child, '<param> inside <text>')),
  },
  {
    code: 'layout/background-attribute',
    mended: true,
    check: outline =>
      eachAttribute(outline, (name, element) =>
        BACKGROUND.has(name)
          ? `<${element.name}> has "${name}": phones differ, and MMS SMIL has none`
          : undefined,
      ),
  },
];

/** Judged before all others: a document with another root is nothing that they could judge. */
export const ROOT_RULE: SmilRule = {
  code: 'smil/root',
  mended: false,
  check: ({ document: { root } }) =>
    root.name === 'smil' ? [] : [at(root, `the root element is <${root.name}>, not <smil>`)],
};
