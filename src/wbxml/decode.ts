import { ByteReader, type ReaderOptions } from '../bytes/index.ts';
import { type Issue, WBXML_ISSUES } from '../issues/index.ts';
import { BodyReader } from './body-reader.ts';
import { WBXML_VERSIONS, type WbxmlDocument, type WbxmlVersion } from './document.ts';
import { lookupOf, type WbxmlLanguage } from './language.ts';
import { mbUint32, readMbUint32 } from './numbers.ts';
import { StringSource } from './string-source.ts';

const STRINGS = { name: 'strings', clause: 'WAP-192 5.7' } as const;

/** The fields before the body (WAP-192 5.3). */
const LABELS = {
  version: { name: 'version', clause: 'WAP-192 5.4' },
  publicId: { name: 'publicid', clause: 'WAP-192 5.5' },
  publicIdIndex: { name: 'publicid index', clause: 'WAP-192 5.5' },
  charset: { name: 'charset', clause: 'WAP-192 5.6' },
  stringTable: { name: 'strtbl', clause: 'WAP-192 5.7' },
} as const;

/** A document, and what was wrong with it. */
export interface DecodedWbxml extends WbxmlDocument {
  readonly warnings: readonly Issue[];
}

/**
 * Reads a WBXML document of version 1.1 to 1.3 by the token tables of the language that it names. Of an unknown
 * language the tokens are kept by their numbers.
 * @throws MmsError `bytes/truncated`, `wbxml/version`, `wbxml/number`, `wbxml/syntax`, `wbxml/string-index`,
 *   `wbxml/entity`, `wbxml/too-deep`, `wbxml/too-large`
 */
export function decodeWbxml(
  bytes: Uint8Array,
  languages: readonly WbxmlLanguage[],
  options: ReaderOptions = {},
): DecodedWbxml {
  const reader = new ByteReader(bytes, options, WBXML_ISSUES);
  const version = readVersion(reader);
  const publicIdNumber = readField(reader, 'publicId');
  const publicIdIndex = publicIdNumber === 0 ? readField(reader, 'publicIdIndex') : 0;
  const charset = readField(reader, 'charset');
  reader.enter('stringTable', LABELS.stringTable);
  const length = reader.read('length', mbUint32);
  const start = reader.offset;
  const table = reader.view(length);
  if (length > 0) reader.piece(STRINGS, start, table);
  reader.leave(table);
  const strings = new StringSource(reader, table, charset);
  const publicId = publicIdNumber === 0 ? strings.fromTable(publicIdIndex) : publicIdNumber;
  const language = languages.find(row => row.publicId === publicId || row.publicIdText === publicId);
  if (language === undefined)
    reader.warn('wbxml/unknown-language', `no tables for the public id ${publicId}`);
  const root = new BodyReader(reader, strings, lookupOf(language)).root();
  if (reader.left > 0) reader.warn('wbxml/trailing-octets', `${reader.left} octets after the document`);
  return { version, publicId, charset, root, warnings: reader.warnings };
}

function readVersion(reader: ByteReader): WbxmlVersion {
  reader.enter('version', LABELS.version);
  const octet = reader.octet();
  for (const version of ['1.1', '1.2', '1.3'] as const) {
    if (WBXML_VERSIONS[version] !== octet) continue;
    reader.leave(version);
    return version;
  }
  const found = octet.toString(16).padStart(2, '0');
  throw reader.error('wbxml/version', `expected a version 01 to 03, found ${found}`, reader.offset - 1);
}

function readField(reader: ByteReader, name: keyof typeof LABELS): number {
  reader.enter(name, LABELS[name]);
  const value = readMbUint32(reader);
  reader.leave(value);
  return value;
}
