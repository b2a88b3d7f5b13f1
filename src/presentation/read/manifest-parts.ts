import { basename } from 'node:path';
import { sha256, toHex } from '../../bytes/index.ts';
import { MmsError } from '../../errors.ts';
import type { Issue } from '../../issues/index.ts';
import { type ManifestPart, readParameters, readPartHeader, readRawValue } from '../../manifest/index.ts';
import { detectMedia, mediaKind, partNamer, stripMetadata } from '../../media/index.ts';
import {
  type MessagePart,
  type PresentationPart,
  partByRule,
  rootPart,
  smilPart,
} from '../../message/index.ts';
import { allRead } from '../../schema/index.ts';
import { usualCharset } from '../../text/index.ts';
import type { ContentTypeInput } from '../../wsp/index.ts';
import type { MetadataMode, PresentationContent } from '../content.ts';
import type { AssetLoader } from './asset-loader.ts';
import { allOf } from './in-place.ts';
import { readSmil } from './mms.ts';

/** The parts of a manifest that lists them, and the SMIL document that `contentType` names among them. */
export async function listedParts(
  parts: readonly ManifestPart[],
  contentType: ContentTypeInput | undefined,
  loader: AssetLoader,
  metadata: MetadataMode = 'strip',
): Promise<Pick<PresentationContent, 'parts' | 'smil' | 'issues'>> {
  const made: PresentationPart[] = [];
  const issues: Issue[] = [];
  const safeName = partNamer();
  const root = rootPart(parts.map(statedNames), contentType)?.listed;
  let document: PresentationPart | undefined;
  const contents = await allOf(parts.map((part, index) => contentOf(part, `parts[${index}]`, loader)));
  for (const [index, { part, name: wanted, data }] of contents.entries()) {
    const path = `parts[${index}]`;
    const isSmil = part === root;
    const looked = await followOctets(part, wanted, data, metadata);
    const one = completePart(looked.part, safeName(wanted).name, looked.data, isSmil);
    issues.push(...looked.issues.map(found => ({ ...found, path })));
    made.push(one);
    if (isSmil) document = one;
  }
  const { smil, issues: ofSmil } =
    document === undefined ? { smil: undefined, issues: [] } : readSmil(document);
  return { parts: made, smil, issues: [...issues, ...ofSmil] };
}

/** A part with what its octets say of it. */
interface LookedAt {
  readonly part: ManifestPart;
  readonly data: Uint8Array;
  readonly issues: readonly Issue[];
}

/** What was unpacked stays octet by octet; of anything else, type and charset follow what the octets now are. */
async function followOctets(
  part: ManifestPart,
  name: string,
  given: Uint8Array,
  metadata: MetadataMode,
): Promise<LookedAt> {
  if (part.sha256 === toHex(sha256(given))) return { part, data: given, issues: [] };
  const stripped = metadata === 'strip' ? stripMetadata(given) : undefined;
  const { data, issues } = stripped ?? { data: given, issues: [] };
  const typed = await followType(part, name, data);
  return { ...typed, data, issues: [...typed.issues, ...issues] };
}

async function followType(
  part: ManifestPart,
  name: string,
  data: Uint8Array,
): Promise<Omit<LookedAt, 'data'>> {
  const stated = part.charset ?? part.parameters?.['charset'];
  const charset = typeof stated === 'string' ? stated : usualCharsetOf(part);
  const media = await detectMedia({ name, contentType: part.type, charset, data });
  const issues = media.issues.filter(({ code }) => code !== 'media/unknown-type').map(asWarning);
  if (media.contentType !== part.type) {
    const { typeCode: _, ...rest } = part;
    return { part: withCharset({ ...rest, type: media.contentType }, media.charset), issues };
  }
  const isText = charset !== undefined && media.charset !== usualCharset(charset);
  return { part: isText ? withCharset(part, media.charset) : part, issues };
}

/** A plain text that states no charset states US-ASCII (RFC 2046 4.1.2). */
function usualCharsetOf({ type }: ManifestPart): string | undefined {
  return type.toLowerCase() === 'text/plain' ? 'us-ascii' : undefined;
}

/** Octets that an author lists are sent as they are. */
function asWarning(found: Issue): Issue {
  return found.severity === 'error' ? { ...found, severity: 'warning' } : found;
}

function withCharset(part: ManifestPart, charset: string | undefined): ManifestPart {
  const { parameters } = part;
  return parameters === undefined
    ? { ...part, charset }
    : { ...part, parameters: { ...parameters, charset } };
}

/** What the manifest itself says of the names of a part. */
function statedNames(listed: ManifestPart): Omit<MessagePart, 'data'> & { readonly listed: ManifestPart } {
  const { contentId, contentLocation, parameters } = listed;
  return {
    listed,
    contentType: listed.type,
    parameters: parameters === undefined ? {} : readParameters(parameters),
    ...(typeof contentId === 'string' ? { contentId } : {}),
    ...(typeof contentLocation === 'string' ? { contentLocation } : {}),
  };
}

async function contentOf(
  part: ManifestPart,
  path: string,
  loader: AssetLoader,
): Promise<{ readonly part: ManifestPart; readonly name: string; readonly data: Uint8Array }> {
  const { src, name = 'part', data = new Uint8Array(), sha256: unpacked } = part;
  // Only what was unpacked has a digest, and its files stand beside the manifest.
  if (unpacked !== undefined && src !== undefined && basename(src) !== src) {
    throw new MmsError('file/outside-root', `${src} is a path, expected the name of an unpacked part`, {
      path: `${path}.src`,
      hint: 'put the part beside message.json, or remove its sha256',
    });
  }
  const file = src === undefined ? { name, data } : await loader.load(src, path);
  return { part, name: file.name, data: file.data };
}

/** The part by the rule, save where the manifest says otherwise; `null` takes away what the rule would give. */
function completePart(part: ManifestPart, name: string, data: Uint8Array, isSmil: boolean): PresentationPart {
  const { type: contentType, typeCode, charset, parameters, unknownParameters, headers, ...named } = part;
  const {
    src: _src,
    name: _name,
    data: _data,
    sha256: _sha256,
    contentId: statedId,
    contentLocation: statedLocation,
    ...unread
  } = named;
  allRead(unread);
  const ruled = isSmil
    ? smilPart(name, data)
    : partByRule({ name, kind: mediaKind(contentType), contentType, data });
  const contentId = statedId === undefined ? ruled.contentId : statedId;
  const contentLocation = statedLocation === undefined ? ruled.contentLocation : statedLocation;
  return {
    name,
    kind: ruled.kind,
    contentType,
    ...(typeCode === undefined ? {} : { typeCode }),
    parameters:
      parameters === undefined
        ? { name, ...(charset === undefined ? {} : { charset }) }
        : readParameters(parameters),
    ...(unknownParameters === undefined ? {} : { unknownParameters: unknownParameters.map(readRawValue) }),
    ...(typeof contentId === 'string' ? { contentId } : {}),
    ...(typeof contentLocation === 'string' ? { contentLocation } : {}),
    ...(headers === undefined ? {} : { headers: headers.map(readPartHeader) }),
    data,
  };
}
