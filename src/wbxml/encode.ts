import { ByteWriter, requireObject, wrongType } from '../bytes/index.ts';
import { isMmsError, MmsError } from '../errors.ts';
import type { Issue } from '../issues/index.ts';
import { charsetName, type WrittenCharset } from '../text/index.ts';
import { BodyWriter } from './body-writer.ts';
import { checkElement } from './check-element.ts';
import { WBXML_VERSIONS, type WbxmlDocument, type WbxmlElement, type WbxmlVersion } from './document.ts';
import { lookupOf, type WbxmlLanguage } from './language.ts';
import { writeMbUint32 } from './numbers.ts';

/** A document to be written. */
export interface WbxmlInput {
  readonly root: WbxmlElement;
  /** Default 1.2. */
  readonly version?: WbxmlVersion | undefined;
  /** Default: that of the language, else 1, unknown. */
  readonly publicId?: number | string | undefined;
  /** MIBenum: 106 UTF-8 (default), 3 US-ASCII or 4 ISO-8859-1. */
  readonly charset?: number | undefined;
  /** Of a document that was read, which then is written in UTF-8 where its own charset is not written. */
  readonly warnings?: readonly Issue[] | undefined;
}

const UTF_8 = 106;
const UNKNOWN_PUBLIC_ID = 1;

/**
 * Writes a WBXML document by the token tables of a language. A name without a token becomes a literal of the string
 * table, which stays empty otherwise.
 * @throws MmsError `wbxml/charset`, `wbxml/nul-character`, `wbxml/too-deep`, `text/unencodable`
 */
export function encodeWbxml(input: WbxmlInput, language: WbxmlLanguage | undefined): Uint8Array {
  const { version = '1.2', charset = UTF_8 } = requireObject(
    input,
    'a document such as { root }',
    'document',
  );
  checkElement(input.root, ['root']);
  if (typeof version !== 'string' || !Object.hasOwn(WBXML_VERSIONS, version))
    throw wrongType('a version such as "1.2"', version, 'version');
  const publicId = input.publicId ?? language?.publicId ?? UNKNOWN_PUBLIC_ID;
  const document = { root: input.root, version, publicId, charset };
  try {
    return written(document, language, input.warnings !== undefined);
  } catch (error) {
    const isAboutCharset = isMmsError(error) && CHARSET_ERRORS.includes(error.code);
    if (input.warnings === undefined || charset === UTF_8 || !isAboutCharset) throw error;
    return written({ ...document, charset: UTF_8 }, language, true);
  }
}

const CHARSET_ERRORS: readonly string[] = ['wbxml/charset', 'text/unencodable'];

function written(
  { root, version, publicId, charset }: WbxmlDocument,
  language: WbxmlLanguage | undefined,
  isRead: boolean,
): Uint8Array {
  const body = new BodyWriter(lookupOf(language), charsetOf(charset), isRead);
  const publicIdIndex = typeof publicId === 'string' ? body.literal(publicId) : undefined;
  body.element(root, 1);
  const writer = new ByteWriter();
  writer.octet(WBXML_VERSIONS[version]);
  if (typeof publicId === 'number') writeMbUint32(writer, publicId);
  else {
    writer.octet(0);
    writeMbUint32(writer, publicIdIndex ?? 0);
  }
  writeMbUint32(writer, charset);
  const table = body.stringTable();
  writeMbUint32(writer, table.length);
  writer.octets(table);
  writer.octets(body.toBytes());
  return writer.toBytes();
}

const WRITTEN_CHARSETS: readonly WrittenCharset[] = ['utf-8', 'us-ascii', 'iso-8859-1'];

function charsetOf(mibEnum: number): WrittenCharset {
  const name = charsetName(mibEnum);
  const written = WRITTEN_CHARSETS.find(charset => charset === name);
  if (written !== undefined) return written;
  throw new MmsError('wbxml/charset', `expected the charset 106, 3 or 4, found ${mibEnum}`, {
    path: 'charset',
    hint: 'write the document in UTF-8',
  });
}
