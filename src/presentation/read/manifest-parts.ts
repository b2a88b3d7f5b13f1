import { type ManifestPart, readParameters, readPartHeader, readRawValue } from '../../manifest/index.ts';
import { mediaKind, safePartName } from '../../media/index.ts';
import {
  type MessagePart,
  type PresentationPart,
  parseSmilPart,
  partByRule,
  rootPart,
  smilPart,
  textOf,
} from '../../message/index.ts';
import type { ContentTypeInput } from '../../wsp/index.ts';
import type { PresentationSmil } from '../content.ts';
import type { AssetLoader } from './asset-loader.ts';

/** The parts of a manifest that lists them, and the SMIL document that `contentType` names among them. */
export async function listedParts(
  parts: readonly ManifestPart[],
  contentType: ContentTypeInput | undefined,
  loader: AssetLoader,
): Promise<{ parts: PresentationPart[]; smil: PresentationSmil | undefined }> {
  const made: PresentationPart[] = [];
  const root = rootPart(parts.map(statedNames), contentType)?.listed;
  let smil: PresentationSmil | undefined;
  for (const [index, part] of parts.entries()) {
    const taken = made.map(({ name }) => name);
    const isSmil = part === root;
    const { name: wanted, data } = await contentOf(part, `parts[${index}]`, loader);
    const one = completePart(part, safePartName(wanted, taken).name, data, isSmil);
    made.push(one);
    if (isSmil) smil = { document: parseSmilPart(one).smil, text: textOf(one).text, part: one };
  }
  return { parts: made, smil };
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
  { src, name = 'part', data = new Uint8Array() }: ManifestPart,
  path: string,
  loader: AssetLoader,
): Promise<{ readonly name: string; readonly data: Uint8Array }> {
  return src === undefined ? { name, data } : loader.load(src, path);
}

/** The part by the rule, save where the manifest says otherwise; `null` takes away what the rule would give. */
function completePart(part: ManifestPart, name: string, data: Uint8Array, isSmil: boolean): PresentationPart {
  const { type: contentType, typeCode, charset, parameters, unknownParameters, headers } = part;
  const ruled = isSmil
    ? smilPart(name, data)
    : partByRule({ name, kind: mediaKind(contentType), contentType, data });
  const contentId = part.contentId === undefined ? ruled.contentId : part.contentId;
  const contentLocation = part.contentLocation === undefined ? ruled.contentLocation : part.contentLocation;
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
    ...(contentId === null || contentId === undefined ? {} : { contentId }),
    ...(contentLocation === null || contentLocation === undefined ? {} : { contentLocation }),
    ...(headers === undefined ? {} : { headers: headers.map(readPartHeader) }),
    data,
  };
}
