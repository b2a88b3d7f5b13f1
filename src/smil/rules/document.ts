import { childElements, type XmlElement } from '../../xml/index.ts';
import { isTimeContainer, type Outline } from '../outline.ts';
import { attributeName, elementName, MMS_SMIL } from '../subset.ts';
import type { SmilFinding, SmilRule } from './rule.ts';

/** Attributes that have a rule of their own. */
const BACKGROUND: ReadonlySet<string> = new Set(['background-color', 'backgroundColor']);

/** The element itself and all below it. */
function descendants(element: XmlElement): XmlElement[] {
  return [element, ...childElements(element).flatMap(descendants)];
}

function at(element: XmlElement, message: string): SmilFinding {
  return { message, at: element };
}

function upperCaseNames({ document }: Outline): SmilFinding[] {
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
      findings.push(at(child, '<head> stands behind <body>'));
    before.add(child.name);
  }
  const heads = known.filter(child => child.name === 'head');
  const layouts = heads.flatMap(childElements).filter(child => child.name === 'layout');
  return [...findings, ...layouts.slice(1).map(layout => at(layout, 'a second <layout>'))];
}

/** Children that no rule of slides judges: those of everything above and below `par`, and of `par` itself. */
function strangers(outline: Outline): [child: XmlElement, parent: XmlElement][] {
  const { root, head, layout } = outline;
  const pairs: [XmlElement, XmlElement][] = [];
  const collect = (parent: XmlElement | undefined, allowed: (child: XmlElement) => boolean): void => {
    if (parent === undefined) return;
    for (const child of childElements(parent)) if (!allowed(child)) pairs.push([child, parent]);
  };
  const shown = new Set(outline.slides.flatMap(({ media }) => media.map(({ element }) => element)));
  collect(root, child => MMS_SMIL.has(child.name));
  collect(head, child => child.name === 'meta' || child.name === 'layout');
  collect(layout, child => child.name === 'root-layout' || child.name === 'region');
  const leaves = [...outline.rootLayouts, ...outline.regions];
  if (head !== undefined) leaves.push(...childElements(head).filter(child => child.name === 'meta'));
  for (const leaf of leaves) collect(leaf, () => false);
  for (const { par, media } of outline.slides) {
    collect(par, child => isTimeContainer(child) || shown.has(child));
    for (const { element } of media) collect(element, () => false);
  }
  return pairs;
}

const isTransition = ([{ name }]: [XmlElement, XmlElement]): boolean => name === 'transition';
const isParamInText = ([child, parent]: [XmlElement, XmlElement]): boolean =>
  child.name === 'param' && parent.name === 'text';

function unknownAttributes({ root }: Outline): SmilFinding[] {
  return descendants(root).flatMap(element => {
    const allowed = MMS_SMIL.get(element.name);
    if (allowed === undefined) return [];
    return [...element.attributes]
      .filter(([name]) => !allowed.has(name) && !BACKGROUND.has(name))
      .map(([name, attribute]) => ({
        message: `<${element.name}> has no attribute "${name}" in MMS SMIL`,
        at: attribute,
      }));
  });
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
  { code: 'smil/unknown-attribute', mended: true, check: unknownAttributes },
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
    check: ({ root }) =>
      descendants(root).flatMap(element =>
        [...element.attributes]
          .filter(([name]) => MMS_SMIL.has(element.name) && element.name !== 'smil' && BACKGROUND.has(name))
          .map(([name, attribute]) => ({
            message: `<${element.name}> has "${name}": phones differ, and MMS SMIL has none`,
            at: attribute,
          })),
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
