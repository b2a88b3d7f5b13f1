export { type DecodedWbxml, decodeWbxml } from './decode.ts';
export {
  isWbxmlElement,
  type WbxmlAttribute,
  type WbxmlDocument,
  type WbxmlElement,
  type WbxmlNode,
  type WbxmlPart,
  type WbxmlToken,
  type WbxmlVersion,
} from './document.ts';
export { encodeWbxml, type WbxmlInput } from './encode.ts';
export type { AttributeStartRow, AttributeValueRow, OpaqueForm, TagRow, WbxmlLanguage } from './language.ts';
