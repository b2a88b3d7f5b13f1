import { MmsError } from '../errors.ts';

/** A Content-Type as text, taken apart. */
interface ContentTypeText {
  /** The media type as written. */
  readonly type: string;
  /** The charset parameter in lower case. */
  readonly charset?: string;
}

const MEDIA_TYPE = /^[\w!#$%&'*+.^`|~-]{1,127}\/[\w!#$%&'*+.^`|~-]{1,127}$/;

/**
 * Takes `text/plain; charset="utf-8"` apart; parameters other than charset are left aside.
 * @throws MmsError `media/unknown-type` when the first part is not a type and subtype
 */
export function parseContentType(text: string): ContentTypeText {
  const [first = '', ...parameters] = text.split(';');
  const type = first.trim();
  if (!MEDIA_TYPE.test(type)) {
    throw new MmsError('media/unknown-type', `${JSON.stringify(type)} is not a media type`, {
      hint: 'write a type and a subtype, such as image/jpeg',
    });
  }
  const charset = parameters.map(charsetOf).find(value => value !== undefined);
  return { type, ...(charset === undefined ? {} : { charset }) };
}

function charsetOf(parameter: string): string | undefined {
  const [name = '', value = ''] = parameter.split('=');
  if (name.trim().toLowerCase() !== 'charset') return undefined;
  return value.trim().replace(/^"|"$/g, '').toLowerCase();
}
