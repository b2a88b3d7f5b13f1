import { detectCharset } from '../media/index.ts';
import { charsetMibEnum, charsetName, type DecodedText, decodeCharset, usualCharset } from '../text/index.ts';
import type { MessagePart } from './part.ts';

/** The charset that a part states: its name in lower case, or its MIBenum in digits where that has no name. */
export function statedCharset({ parameters }: Pick<MessagePart, 'parameters'>): string | undefined {
  const { charset } = parameters;
  if (typeof charset === 'number') return charsetName(charset) ?? String(charset);
  return typeof charset === 'string' ? usualCharset(charset) : undefined;
}

/** MIBenum of the charset that a part states; `undefined` where it states none, 0 for one that nobody knows. */
export function statedMibEnum(part: Pick<MessagePart, 'parameters'>): number | undefined {
  const charset = statedCharset(part);
  return charset === undefined ? undefined : (charsetMibEnum(charset) ?? 0);
}

/**
 * The text of a part: in the charset that it states, else in the one that its octets show, without byte order mark.
 * `exact` is false where octets do not fit that charset.
 */
export function textOf(part: Pick<MessagePart, 'parameters' | 'data'>): DecodedText {
  const mibEnum = statedMibEnum(part) ?? charsetMibEnum(detectCharset(part.data).charset) ?? 0;
  const { text, exact } = decodeCharset(part.data, mibEnum);
  return { text: text.startsWith('\ufeff') ? text.slice(1) : text, exact };
}
