import { fromHex } from '../bytes/index.ts';
import { mediaKind, safePartName } from '../media/index.ts';
import type { Parameters, PartHeader, RawValue } from '../mms/index.ts';
import { parseSmil } from '../smil/index.ts';
import { decodeCharset } from '../text/index.ts';
import type { AssetLoader } from './asset-loader.ts';
import type { PresentationSmil } from './content.ts';
import type {
  ManifestParameters,
  ManifestPart,
  ManifestPartHeader,
  ManifestRawValue,
} from './manifest/index.ts';
import { type PresentationPart, partByRule, SMIL_TYPE, smilPart } from './part.ts';

/** The parts of a manifest that lists them, and the SMIL document among them. */
export async function listedParts(
  parts: readonly ManifestPart[],
  loader: AssetLoader,
): Promise<{ parts: PresentationPart[]; smil: PresentationSmil | undefined }> {
  const made: PresentationPart[] = [];
  let smil: PresentationSmil | undefined;
  for (const [index, part] of parts.entries()) {
    const taken = made.map(({ name }) => name);
    const isSmil = smil === undefined && part.type.toLowerCase() === SMIL_TYPE;
    const one = await listedPart(part, `parts[${index}]`, { loader, taken, isSmil });
    made.push(one);
    if (isSmil)
      smil = { document: parseSmil(one.data).smil, text: decodeCharset(one.data, 106).text, part: one };
  }
  return { parts: made, smil };
}

interface Context {
  readonly loader: AssetLoader;
  readonly taken: readonly string[];
  readonly isSmil: boolean;
}

async function listedPart(
  part: ManifestPart,
  path: string,
  { loader, taken, isSmil }: Context,
): Promise<PresentationPart> {
  const { src, type, typeCode } = part;
  const { name: wanted, data } =
    src === undefined
      ? { name: part.name ?? 'part', data: part.data ?? new Uint8Array() }
      : await loader.load(src, path);
  const { name } = safePartName(wanted, taken);
  const charset = typeof part.charset === 'string' ? part.charset : undefined;
  const kind = mediaKind(type);
  const ruled = isSmil ? smilPart(name, data) : partByRule({ name, kind, contentType: type, charset, data });
  const parameters =
    part.parameters === undefined ? ruledParameters(part, name) : parametersOf(part.parameters);
  const { contentId, contentLocation, ...rest } = { ...ruled, contentType: type, parameters };
  return {
    ...rest,
    ...orRuled('contentId', part.contentId, contentId),
    ...orRuled('contentLocation', part.contentLocation, contentLocation),
    ...(typeCode === undefined ? {} : { typeCode }),
    ...(part.unknownParameters === undefined
      ? {}
      : { unknownParameters: part.unknownParameters.map(rawValue) }),
    ...(part.headers === undefined ? {} : { headers: part.headers.map(partHeader) }),
  };
}

/** The stated value, none where it is `null`, else that of the rule. */
function orRuled<K extends string>(
  key: K,
  stated: string | null | undefined,
  ruled: string | undefined,
): { [P in K]?: string } {
  const value = stated === undefined ? ruled : (stated ?? undefined);
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: string };
}

function ruledParameters({ charset }: ManifestPart, name: string): Parameters {
  return charset === undefined ? { name } : { name, charset };
}

/** Parameters of a manifest as those of a part. */
export function parametersOf(parameters: ManifestParameters): Parameters {
  const entries = Object.entries(parameters).map(([name, value]) => [
    name,
    typeof value === 'object' ? new Date(value.date) : value,
  ]);
  return Object.fromEntries(entries);
}

/** A value of unknown number. */
export function rawValue({ code, raw }: ManifestRawValue): RawValue {
  return { code, raw: fromHex(raw) };
}

function partHeader({ name, value, code, raw }: ManifestPartHeader): PartHeader {
  if (name === undefined || value === undefined) return { code: code ?? 0, raw: fromHex(raw ?? '') };
  if (typeof value !== 'object') return { name, value };
  if (value.date !== undefined) return { name, value: new Date(value.date) };
  if (value.hex !== undefined) return { name, value: fromHex(value.hex) };
  const { disposition = 'attachment', parameters = {}, unknownParameters } = value;
  return {
    name,
    value: {
      disposition,
      parameters: parametersOf(parameters),
      ...(unknownParameters === undefined ? {} : { unknownParameters: unknownParameters.map(rawValue) }),
    },
  };
}
