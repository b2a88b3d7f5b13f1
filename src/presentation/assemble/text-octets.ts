import { type Issue, issue } from '../../issues/index.ts';
import { type DetectedCharset, detectCharset } from '../../media/index.ts';
import { charsetMibEnum, decodeCharset, encodeCharset, isAscii } from '../../text/index.ts';
import type { TextCharset } from '../asset.ts';

/** Octets of a text as they are sent. */
interface TextOctets {
  readonly data: Uint8Array;
  readonly charset: string;
  readonly issues: readonly Issue[];
}

/**
 * A text in the charset that is asked for, where that has its characters, else in UTF-8, which every receiver reads:
 * octets in another charset are put into it (`text/converted`). `undefined` where they are in it already.
 */
export function convertText(data: Uint8Array, wanted: TextCharset = 'utf-8'): TextOctets | undefined {
  const shown = detectCharset(data).charset;
  if (isIn(shown, wanted)) return undefined;
  const text = textIn(data, shown);
  const target = holds(wanted, text) ? wanted : 'utf-8';
  if (isIn(shown, target)) return undefined;
  const found = issue('text/converted', `the text was in ${shown}; it is sent in ${target}`, { fixed: true });
  return { data: encodeCharset(text, target), charset: target, issues: [found] };
}

function isIn(shown: DetectedCharset['charset'], target: TextCharset): boolean {
  return shown === target || (shown === 'us-ascii' && target !== 'utf-16');
}

/** A guess is as likely windows-1252, which has characters where iso-8859-1 has controls. */
function textIn(data: Uint8Array, shown: DetectedCharset['charset']): string {
  const name = shown === 'iso-8859-1' ? 'windows-1252' : shown;
  const { text } = decodeCharset(data, charsetMibEnum(name) ?? 0);
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function holds(charset: TextCharset, text: string): boolean {
  if (charset === 'us-ascii') return isAscii(text);
  return charset !== 'iso-8859-1' || [...text].every(character => character <= '\u00ff');
}
