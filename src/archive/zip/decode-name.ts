import { crc32 } from 'node:zlib';
import { decodeLatin1, decodeUtf8Strictly } from '../../text/index.ts';

/** IBM code page 437 from 80 to FF, the charset of names without flag (APPNOTE D.1). */
const CP437_UPPER_HALF =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
  '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/**
 * An entry's name, its backslashes as `/`: UTF-8 when its flag says so; else from the Unicode path, when there is one
 * made for this name; else UTF-8 if it is (macOS sets no flag), else code page 437.
 * @returns `undefined` when the octets are not the UTF-8 that they claim to be
 */
export function decodeEntryName(
  rawName: Uint8Array,
  isUtf8: boolean,
  unicodePath: Uint8Array | undefined,
): string | undefined {
  const name = isUtf8 ? decodeUtf8Strictly(rawName) : decodeUnflagged(rawName, unicodePath);
  return name?.replaceAll('\\', '/');
}

function decodeUnflagged(rawName: Uint8Array, unicodePath: Uint8Array | undefined): string | undefined {
  const path = unicodePath === undefined ? undefined : currentUnicodePath(unicodePath, rawName);
  return path === undefined
    ? (decodeUtf8Strictly(rawName) ?? decodeCp437(rawName))
    : decodeUtf8Strictly(path);
}

/** Version 1, the CRC of the name that it stands for, the path (APPNOTE 4.6.9); a stale one counts for nothing. */
function currentUnicodePath(field: Uint8Array, rawName: Uint8Array): Uint8Array | undefined {
  if (field.length < 5 || field[0] !== 1) return undefined;
  const nameCrc = new DataView(field.buffer, field.byteOffset).getUint32(1, true);
  return nameCrc === crc32(rawName) ? field.subarray(5) : undefined;
}

function decodeCp437(bytes: Uint8Array): string {
  const upper = (character: string): string => CP437_UPPER_HALF.charAt(character.charCodeAt(0) - 0x80);
  return decodeLatin1(bytes).replace(/[\x80-\xff]/g, upper);
}
