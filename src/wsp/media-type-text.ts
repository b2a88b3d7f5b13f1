import type { ByteReader } from '../bytes/index.ts';
import { isMediaType } from './constrained.ts';
import { isKnownParameter, type ParameterValue } from './parameter-table.ts';
import { isToken } from './texts.ts';
import { charsetOrText } from './values.ts';

const SEMICOLON = ';';
const QUOTATION_MARKS = /"/g;

/**
 * The media type of a text that has its parameters in it, as in MIME: `text/plain; charset=utf-8`. They join the others,
 * which win, with a warning. A text that does not begin with a media type stays as it is.
 */
export function parametersInText(
  reader: ByteReader,
  text: string,
  parameters: Record<string, ParameterValue>,
  start: number,
): string {
  const [first = '', ...others] = text.split(SEMICOLON);
  const type = first.trim();
  if (!isMediaType(type)) return text;
  reader.warn('wsp/media-type-parameters', `${type} has its parameters in its text`, start);
  for (const other of others) {
    const equals = other.indexOf('=');
    const token = other.slice(0, Math.max(equals, 0)).trim();
    if (!isToken(token)) continue;
    const name = isKnownParameter(token.toLowerCase()) ? token.toLowerCase() : token;
    const value = other
      .slice(equals + 1)
      .replace(QUOTATION_MARKS, '')
      .trim();
    if (!Object.hasOwn(parameters, name))
      parameters[name] = name === 'charset' ? charsetOrText(value) : value;
  }
  return type;
}
