import type { BundleEntry } from './bundle.ts';
import type { PresentationContent } from './content.ts';
import { type PresentationPart, partByRule, smilPart } from './part.ts';
import { type JsonValue, toJson } from './pdu-json.ts';

/** The manifest that {@link unpackFiles} writes beside the parts. */
export const UNPACKED_MANIFEST = 'message.json';

/**
 * The files of a message: its parts by their names, and `message.json`, a manifest of which composing gives the same
 * message: all header fields, the parts in order, what differs from the rule for names.
 */
export function unpackFiles(content: PresentationContent): BundleEntry[] {
  const { subject, to, unknown, applicationHeaders, ...headers } = content.headers;
  const manifest = toJson({
    pdu: (content.messageType ?? 'm-send-req').slice('m-'.length),
    subject,
    to,
    headers: Object.keys(headers).length > 0 ? headers : undefined,
    unknown,
    applicationHeaders,
    smil: 'verbatim',
    parts: content.parts.map(part => describePart(part, part === content.smil?.part)),
  });
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const files = content.parts.map(({ name, data }) => ({ name, data }));
  return [...files, { name: UNPACKED_MANIFEST, data: new TextEncoder().encode(text) }];
}

/** File and type of a part, and what the rule would not give again. */
function describePart(part: PresentationPart, isSmil: boolean): JsonValue {
  const { name, kind, contentType, parameters, data } = part;
  const charset = parameters['charset'];
  const stated = typeof charset === 'string' ? charset : undefined;
  const ruled = isSmil ? smilPart(name, data) : partByRule({ name, kind, contentType, charset: stated, data });
  const differs = (key: 'contentId' | 'contentLocation'): string | null | undefined =>
    part[key] === ruled[key] ? undefined : (part[key] ?? null);
  const sameParameters = JSON.stringify(toJson(parameters)) === JSON.stringify(toJson(ruled.parameters));
  return toJson({
    src: name,
    type: contentType,
    charset: sameParameters ? stated : undefined,
    parameters: sameParameters ? undefined : parameters,
    contentId: differs('contentId'),
    contentLocation: differs('contentLocation'),
    headers: part.headers === undefined || part.headers.length === 0 ? undefined : part.headers,
  });
}
