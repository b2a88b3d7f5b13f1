import { type ByteReader, type ByteWriter, requireArray, requireObject } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import type { Codec } from './codec.ts';
import {
  checkedMediaType,
  codeToWrite,
  readMedia,
  readMediaQuickly,
  writeConstrainedMedia,
  writeExtensionMedia,
} from './constrained.ts';
import { integerValue, shortInteger } from './integers.ts';
import { parametersInText } from './media-type-text.ts';
import { mediaTypeName } from './media-types.ts';
import type { ParameterValue } from './parameter-table.ts';
import {
  decodeParameters,
  emptyParameters,
  encodeParameters,
  type Parameters,
  type RawValue,
  readParametersQuickly,
} from './parameters.ts';
import { narrowToValue, valueLengthPrefix } from './value-length.ts';

/** A Content-Type: the media type and its parameters. */
export interface ContentType {
  /** Media type; a code is read in the spelling of its registration, a text is kept. */
  readonly type: string;
  /** The code, when it is unassigned; `type` is then `application/octet-stream`. */
  readonly typeCode?: number;
  readonly parameters: Parameters;
  readonly unknownParameters?: readonly RawValue[];
}

/** A Content-Type to write. */
export interface ContentTypeInput extends Omit<ContentType, 'parameters'> {
  readonly parameters?: Parameters;
}

const MEDIA_TYPE = { name: 'Media-type', clause: 'WAP-230 8.4.2.24' } as const;

const NO_PARAMETERS: Parameters = {};
const NONE_UNKNOWN: readonly RawValue[] = [];

/** Writes a Content-type-value from its pieces. */
export function writeContentType(
  writer: ByteWriter,
  type: string,
  typeCode: number | undefined,
  parameters: Parameters = NO_PARAMETERS,
  unknownParameters: readonly RawValue[] = NONE_UNKNOWN,
): void {
  if (typeCode !== undefined) checkUnassigned(typeCode);
  requireObject(parameters, 'parameters by name');
  requireArray(unknownParameters);
  if (!hasAny(parameters, unknownParameters) && (typeCode === undefined || typeCode <= 0x7f)) {
    if (typeCode === undefined) writeConstrainedMedia(writer, type);
    else shortInteger.encode(writer, typeCode);
    return;
  }
  writer.fork();
  writeMedia(writer, type, typeCode);
  encodeParameters(writer, parameters, unknownParameters);
  writer.join(valueLengthPrefix);
}

function checkUnassigned(typeCode: number): void {
  const name = mediaTypeName(typeCode);
  if (name === undefined) return;
  throw new MmsError('wsp/parameter-value', `the code ${typeCode} is that of ${name}`, {
    hint: 'give the media type and leave typeCode out',
  });
}

function hasAny(parameters: Parameters, unknownParameters: readonly RawValue[]): boolean {
  for (const name in parameters) if (parameters[name] !== undefined) return true;
  return unknownParameters.length > 0;
}

/** Content-type-value (WAP-230 8.4.2.24): short without parameters, else Value-length, media, parameters. */
export const contentTypeValue: Codec<ContentType, ContentTypeInput> = {
  name: 'Content-type-value',
  clause: 'WAP-230 8.4.2.24',
  encode(writer, contentType) {
    const { type, typeCode, parameters, unknownParameters } = requireObject(
      contentType,
      'a content type such as { type: "image/jpeg" }',
    );
    writeContentType(writer, type, typeCode, parameters, unknownParameters);
  },
  decode(reader) {
    const start = reader.offset;
    if (reader.peek() >= 0x20) return named(reader, readMedia(reader), emptyParameters(), start);
    const outerEnd = narrowToValue(reader);
    const mediaStart = reader.offset;
    const media = readMedia(reader);
    if (reader.isTraced) reader.piece(MEDIA_TYPE, mediaStart, media);
    const { parameters, unknownParameters } = decodeParameters(reader);
    reader.widen(outerEnd);
    const contentType = named(reader, media, parameters, start);
    if (unknownParameters !== undefined) contentType.unknownParameters = unknownParameters;
    return contentType;
  },
  decodeQuickly(reader) {
    if (reader.peek() >= 0x20) return { type: readMediaQuickly(reader), parameters: emptyParameters() };
    const start = reader.offset;
    const outerEnd = reader.narrow();
    const type = readMediaQuickly(reader);
    const parameters = readParametersQuickly(reader);
    if (parameters !== undefined) {
      reader.widen(outerEnd);
      return { type, parameters };
    }
    reader.offset = start;
    reader.end = outerEnd;
    return reader.carefully(contentTypeValue);
  },
};

type Decoded = { -readonly [K in keyof ContentType]: ContentType[K] };

function named(
  reader: ByteReader,
  media: string | number,
  parameters: Record<string, ParameterValue>,
  start: number,
): Decoded {
  if (typeof media === 'number') return { type: 'application/octet-stream', typeCode: media, parameters };
  const type = media.includes(';') ? parametersInText(reader, media, parameters, start) : media;
  return { type: checkedMediaType(reader, type, start), parameters };
}

function writeMedia(writer: ByteWriter, type: string, typeCode: number | undefined): void {
  const code = typeCode ?? codeToWrite(writer, type);
  if (code === undefined) writeExtensionMedia(writer, type);
  else integerValue.encode(writer, code);
}
