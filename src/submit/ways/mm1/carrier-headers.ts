import { requireArray, requireObject, requireText } from '../../../bytes/index.ts';
import { MmsError } from '../../../errors.ts';
import { encodeUtf8, indexOfControl, printable } from '../../../text/index.ts';

/** Who sends, for the header fields of a carrier. */
export interface Subscriber {
  /** `##LINE1##`: the own number as the SIM tells it. */
  readonly line1?: string | undefined;
  /** `##LINE1NOCOUNTRYCODE##`: the own number in national form. */
  readonly line1NoCountryCode?: string | undefined;
  /** `##NAI##`: the network access identifier, written in Base64. */
  readonly nai?: string | undefined;
}

/** What each macro of AOSP stands for. */
const MACROS: ReadonlyMap<string, (subscriber: Subscriber) => string | undefined> = new Map([
  ['LINE1', ({ line1 }) => line1],
  ['LINE1NOCOUNTRYCODE', ({ line1NoCountryCode }) => line1NoCountryCode],
  ['NAI', ({ nai }) => (nai === undefined ? undefined : Buffer.from(encodeUtf8(nai)).toString('base64'))],
]);

/** AOSP reads on to the last `##`; two macros in one value are two here. */
const MACRO = /##([A-Z0-9_]+)##/g;

/** What the request itself says. */
const OURS = /^(?:host|content-length|content-type|transfer-encoding|connection)$/i;
const NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/;

function refuse(message: string, hint?: string): MmsError {
  return new MmsError('submit/header', message, { path: 'carrierHeaders', hint });
}

function expand(value: string, subscriber: Subscriber): string {
  const expanded = value.replace(MACRO, (macro, name: string) => {
    const text = MACROS.get(name)?.(subscriber);
    if (text === undefined)
      throw refuse(
        `nothing is known for ${printable(macro)}`,
        'give the number of the line, or leave the field out',
      );
    return text;
  });
  if (expanded.includes('##')) throw refuse('a macro is left over in a header field');
  return expanded;
}

function checkField(name: string, value: string): void {
  const shown = printable(name.slice(0, 40));
  if (!NAME.test(name)) throw refuse(`${shown} is not the name of a header field`);
  if (OURS.test(name)) throw refuse(`${shown} is not the carrier's to set`);
  if (indexOfControl(value) >= 0 || /[^\x20-\xff]/.test(value))
    throw refuse(`a control character in the value of ${shown}`);
}

/**
 * The header fields that a carrier wants (AOSP `httpParams`): `Name: value`, several separated by `|`, with macros.
 * A pair without a name or a value is left out.
 * @throws MmsError `submit/header` for a macro of which nothing is known, and for a field that would spoil the request
 * @example carrierHeaders(['X-MDN: ##LINE1##'], { line1: '447700900123' }) // { 'X-MDN': '447700900123' }
 */
export function carrierHeaders(
  parameters: readonly string[],
  subscriber: Subscriber = {},
): Readonly<Record<string, string>> {
  requireObject(subscriber, 'who sends, such as { line1 }', 'subscriber');
  for (const [key, value] of Object.entries(subscriber))
    if (value !== undefined) requireText(value, 'a text', `subscriber.${key}`);
  for (const [index, text] of requireArray(parameters, 'a list of header fields', 'parameters').entries())
    requireText(text, 'a header field such as X-MDN: ##LINE1##', `parameters[${index}]`);
  const fields: Record<string, string> = {};
  for (const pair of parameters.flatMap(text => text.split('|'))) {
    const colon = pair.indexOf(':');
    const name = pair.slice(0, Math.max(0, colon)).trim();
    const value = expand(pair.slice(colon + 1).trim(), subscriber);
    if (name === '' || value === '') continue;
    checkField(name, value);
    fields[name] = value;
  }
  return fields;
}
