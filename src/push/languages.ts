import type { ReaderOptions } from '../bytes/index.ts';
import { requireArray, requireObject } from '../bytes/index.ts';
import {
  type DecodedWbxml,
  decodeWbxml as decodeBy,
  encodeWbxml as encodeBy,
  type WbxmlInput,
  type WbxmlLanguage,
} from '../wbxml/index.ts';
import { SI_LANGUAGE } from './tables/si-language.ts';
import { SL_LANGUAGE } from './tables/sl-language.ts';

/** The WBXML languages that we know by themselves. */
export const WBXML_LANGUAGES: readonly WbxmlLanguage[] = [SI_LANGUAGE, SL_LANGUAGE];

/** How {@link decodeWbxml} reads. */
export interface DecodeWbxmlOptions extends ReaderOptions {
  /** Token tables to read by. Default {@link WBXML_LANGUAGES}. */
  readonly languages?: readonly WbxmlLanguage[] | undefined;
}

/**
 * Reads a WBXML document of version 1.1 to 1.3: SI, SL, or a language given in the options. Of an unknown language the
 * tokens are kept by their numbers.
 * @throws MmsError `bytes/truncated` or a code that begins with `wbxml/`
 */
export function decodeWbxml(bytes: Uint8Array, options: DecodeWbxmlOptions = {}): DecodedWbxml {
  requireObject(options, 'options such as { strict }', 'options');
  return decodeBy(bytes, options.languages ?? WBXML_LANGUAGES, options);
}

/**
 * Writes a WBXML document. The language is found by the public id, or else by the name of the root element.
 * @throws MmsError `wbxml/charset`, `wbxml/nul-character`, `wbxml/too-deep`, `text/unencodable`
 */
export function encodeWbxml(
  input: WbxmlInput,
  languages: readonly WbxmlLanguage[] = WBXML_LANGUAGES,
): Uint8Array {
  const { publicId, root } = requireObject(input, 'a document such as { root }', 'input');
  const { name } = requireObject(root, 'an element', 'root');
  const language = requireArray(languages, 'a list of languages', 'languages').find(row =>
    publicId === undefined ? row.name === name : row.publicId === publicId || row.publicIdText === publicId,
  );
  return encodeBy(input, language);
}
