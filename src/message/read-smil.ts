import { type ParsedSmil, parseSmil, type SmilOptions } from '../smil/index.ts';
import type { MessagePart } from './part.ts';
import { statedMibEnum } from './text.ts';

/**
 * Reads the SMIL document of a part, in the charset that the part states.
 * @throws MmsError as `parseSmil`
 */
export function parseSmilPart(
  part: Pick<MessagePart, 'parameters' | 'data'>,
  options: Omit<SmilOptions, 'charset'> = {},
): ParsedSmil {
  const charset = statedMibEnum(part);
  return parseSmil(part.data, { ...options, charset: charset === 0 ? undefined : charset });
}
