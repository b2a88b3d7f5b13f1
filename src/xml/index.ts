export {
  childElements,
  type XmlAttribute,
  type XmlDocument,
  type XmlElement,
  type XmlNode,
  type XmlOptions,
  type XmlPlace,
  xmlElement,
} from './document.ts';
export { escapeXml, formatXml } from './format.ts';
export { parseXml } from './parse.ts';
export { refusal } from './source.ts';
