import fc from 'fast-check';
import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { formatXml, parseXml, type XmlElement, type XmlNode, xmlElement } from '../../src/xml/index.ts';
import { runs } from '../support/property.ts';

const OPTIONS = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
} as const;

const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,8}$/);
/** Letters, what has to be escaped, and characters of one to four octets; blanks are another matter for each reader. */
const text = fc.string({
  unit: fc.constantFrom('a', 'b', '0', ' ', '&', '<', '>', '"', "'", 'é', '€', '😀'),
});
const attributes = fc.dictionary(name, text, { maxKeys: 4 });

/** Texts stand between elements, never two together. */
const tree: fc.Memo<XmlElement> = fc.memo(depth =>
  fc
    .record({
      name,
      attributes,
      children:
        depth <= 1
          ? fc.constant<XmlNode[]>([])
          : fc.array(fc.tuple(text, tree(depth - 1)), { maxLength: 3 }).map(pairs => pairs.flat()),
    })
    .map(({ name: called, attributes: own, children }) =>
      xmlElement(
        called,
        own,
        children.filter(child => child !== ''),
      ),
    ),
);

type Plain = readonly [string, readonly (readonly [string, string])[], readonly (Plain | string)[]];

function ours(element: XmlElement): Plain {
  const own = [...element.attributes].map(([key, { value }]) => [key, value] as const);
  return [
    element.name,
    own,
    element.children.map(child => (typeof child === 'string' ? child : ours(child))),
  ];
}

/** What fast-xml-parser gives with `preserveOrder`: `{ name: children, ':@': attributes }`, texts as `#text`. */
function theirs(node: Record<string, unknown>): Plain | string {
  if ('#text' in node) return String(node['#text']);
  const { ':@': own = {}, ...rest } = node;
  const [called = '', children] = Object.entries(rest)[0] ?? [];
  return [
    called,
    Object.entries(own as Record<string, string>),
    (children as Record<string, unknown>[]).map(theirs),
  ];
}

/** The same as fast-xml-parser's builder takes it. */
function forBuilder(element: XmlElement): Record<string, unknown> {
  const own = Object.fromEntries([...element.attributes].map(([key, { value }]) => [key, value]));
  const children = element.children.map(child =>
    typeof child === 'string' ? { '#text': child } : forBuilder(child),
  );
  return { [element.name]: children, ...(element.attributes.size > 0 && { ':@': own }) };
}

/** Names of numbers would be sorted before the others as keys of an object; these are none. */
const SEEDS = { numRuns: runs(500) };

describe('fast-xml-parser', () => {
  it('reads the same tree from what is written', () => {
    const parser = new XMLParser(OPTIONS);
    fc.assert(
      fc.property(tree(4), element => {
        const written = formatXml(element);
        const [root]: Record<string, unknown>[] = parser.parse(written);
        expect(root && theirs(root)).toEqual(ours(element));
        expect(ours(parseXml(written).root)).toEqual(ours(element));
      }),
      SEEDS,
    );
  });

  it('writes what is read as the same tree', () => {
    const builder = new XMLBuilder({ ...OPTIONS, suppressEmptyNode: true });
    fc.assert(
      fc.property(tree(4), element => {
        const written: string = builder.build([forBuilder(element)]);
        expect(ours(parseXml(written).root)).toEqual(ours(element));
      }),
      SEEDS,
    );
  });
});
