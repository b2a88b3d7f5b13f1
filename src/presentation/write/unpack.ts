import type { BundleEntry } from '../../archive/index.ts';
import { sha256, toHex } from '../../bytes/index.ts';
import {
  describeParameters,
  describePartHeader,
  describeRawValue,
  describeContentType as manifestContentType,
} from '../../manifest/index.ts';
import { type PresentationPart, partByRule, rootPart, smilPart } from '../../message/index.ts';
import { toJson } from '../../schema/index.ts';
import type { ContentTypeInput, Parameters } from '../../wsp/index.ts';
import { type PresentationContent, UNPACKED_MANIFEST } from '../content.ts';
import { contentTypeOf } from '../content-type.ts';

/**
 * The files of a message: its parts by their names, and `message.json`, a manifest of which composing gives the same
 * message: all header fields, the parts in order with their digests, what differs from the rule for names.
 */
export function unpackFiles(content: PresentationContent): BundleEntry[] {
  const { subject, to, unknown, applicationHeaders, ...headers } = content.headers;
  const root = rootPart(content.parts, content.contentType);
  const severalDocuments = content.parts.filter(({ kind }) => kind === 'smil').length > 1;
  const manifest = toJson({
    pdu: (content.messageType ?? 'm-send-req').slice('m-'.length),
    subject,
    to,
    headers: Object.keys(headers).length > 0 ? headers : undefined,
    unknown,
    applicationHeaders,
    smil: 'verbatim',
    contentType: describeContentType(content, severalDocuments),
    parts: content.parts.map(part => describePart(part, part === root, severalDocuments)),
  });
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const files = content.parts.map(({ name, data }) => ({ name, data }));
  return [...files, { name: UNPACKED_MANIFEST, data: new TextEncoder().encode(text) }];
}

/** The Content-Type of the message, where it does not follow from the parts: its `start` chooses among documents. */
function describeContentType(
  { contentType, smil }: PresentationContent,
  severalDocuments: boolean,
): object | undefined {
  if (contentType === undefined) return undefined;
  const stated = withParameters(contentType);
  if (!severalDocuments && isSame(stated, withParameters(contentTypeOf(smil?.part)))) return undefined;
  return manifestContentType(stated);
}

function withParameters({
  type,
  parameters = {},
  ...rest
}: ContentTypeInput): ContentTypeInput & { parameters: Parameters } {
  return { type, parameters, ...rest };
}

/** File and type of a part, and what the rule would not give again; the rule names one SMIL document only. */
function describePart(part: PresentationPart, isSmil: boolean, severalDocuments: boolean): object {
  const { name, kind, contentType, typeCode, parameters, unknownParameters, headers = [], data } = part;
  const { charset } = parameters;
  const ruled = isSmil ? smilPart(name, data) : partByRule({ name, kind, contentType, data });
  const differs = (key: 'contentId' | 'contentLocation'): string | null | undefined =>
    part[key] === ruled[key] ? undefined : (part[key] ?? null);
  const isRuled = isSame(parameters, { name, charset });
  return {
    src: name,
    sha256: toHex(sha256(data)),
    type: contentType,
    typeCode,
    charset: isRuled ? charset : undefined,
    parameters: isRuled ? undefined : describeParameters(parameters),
    unknownParameters: unknownParameters?.map(describeRawValue),
    contentId: (isSmil && severalDocuments ? part.contentId : undefined) ?? differs('contentId'),
    contentLocation: differs('contentLocation'),
    headers: headers.length > 0 ? headers.map(describePartHeader) : undefined,
  };
}

/** By text: the order of parameters counts. */
function isSame(a: object, b: object): boolean {
  return JSON.stringify(toJson(a)) === JSON.stringify(toJson(b));
}
