import { formatPath, requireArray, requireObject, requireText, wrongType } from '../bytes/index.ts';
import { LIMITS } from '../limits.ts';
import { isWbxmlElement, type WbxmlAttribute, type WbxmlElement, type WbxmlNode } from './document.ts';

type Path = readonly (string | number)[];

/**
 * Lets an element pass whose values are all of their types; how deep it goes is bounded where it is written.
 * @throws MmsError `bytes/value-type` with the path
 */
export function checkElement(element: WbxmlElement, path: Path): void {
  const at = (key: string): string => formatPath([...path, key]);
  const { name, attributes, children } = requireObject(element, 'an element', formatPath(path));
  requireText(name, 'the name of an element', at('name'));
  if (!(attributes instanceof Map)) throw wrongType('a Map of attributes', attributes, at('attributes'));
  for (const [key, value] of attributes) checkAttribute(key, value, [...path, 'attributes']);
  requireArray(children, 'a list of children', at('children'));
  if (path.length > 2 * LIMITS.maxXmlDepth) return;
  for (const [index, child] of children.entries()) checkNode(child, [...path, 'children', index]);
}

function checkAttribute(key: string, attribute: WbxmlAttribute, path: Path): void {
  requireText(key, 'the name of an attribute', formatPath(path));
  const place = [...path, key];
  const { value, parts } = requireObject(attribute, 'an attribute', formatPath(place));
  requireText(value, 'a text', formatPath([...place, 'value']));
  if (parts === undefined) return;
  requireArray(parts, 'a list of parts', formatPath([...place, 'parts']));
  for (const [index, part] of parts.entries()) checkNode(part, [...place, 'parts', index]);
}

function checkNode(node: WbxmlNode, path: Path): void {
  if (typeof node === 'string' || node instanceof Uint8Array) return;
  requireObject(node, 'an element, a text, octets or a token', formatPath(path));
  if (isWbxmlElement(node)) {
    checkElement(node, path);
    return;
  }
  const { token, page = 0, text = '', number = 0 } = node;
  for (const [key, value] of Object.entries({ token, page, number })) {
    if (!Number.isInteger(value) || value < 0)
      throw wrongType('a whole number', value, formatPath([...path, key]));
  }
  requireText(text, 'a text', formatPath([...path, 'text']));
}
