import type { ByteWriter } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import type { Codec } from './codec.ts';
import { readMedia, writeConstrainedMedia, writeExtensionMedia } from './constrained.ts';
import { integerValue, shortInteger } from './integers.ts';
import { mediaTypeName, writtenMediaTypeCode } from './media-types.ts';
import { decodeParameters, encodeParameters, type Parameters, type RawValue } from './parameters.ts';
import { readValueLength, valueLengthPrefix } from './value-length.ts';

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
  for (const _ in parameters) return true;
  return unknownParameters.length > 0;
}

/** Content-type-value (WAP-230 8.4.2.24): short without parameters, else Value-length, media, parameters. */
export const contentTypeValue: Codec<ContentType, ContentTypeInput> = {
  name: 'Content-type-value',
  clause: 'WAP-230 8.4.2.24',
  encode(writer, { type, typeCode, parameters, unknownParameters }) {
    writeContentType(writer, type, typeCode, parameters, unknownParameters);
  },
  decode(reader) {
    if (reader.peek() >= 0x20) return named(readMedia(reader), {});
    const outerEnd = reader.narrow(readValueLength(reader));
    const start = reader.offset;
    const media = readMedia(reader);
    reader.piece(MEDIA_TYPE, start, media);
    const { parameters, unknownParameters } = decodeParameters(reader);
    reader.widen(outerEnd);
    const contentType = named(media, parameters);
    if (unknownParameters !== undefined) contentType.unknownParameters = unknownParameters;
    return contentType;
  },
};

type Decoded = { -readonly [K in keyof ContentType]: ContentType[K] };

function named(media: string | number, parameters: Parameters): Decoded {
  return typeof media === 'string'
    ? { type: media, parameters }
    : { type: 'application/octet-stream', typeCode: media, parameters };
}

function writeMedia(writer: ByteWriter, type: string, typeCode: number | undefined): void {
  const code = typeCode ?? writtenMediaTypeCode(type);
  if (code === undefined) writeExtensionMedia(writer, type);
  else integerValue.encode(writer, code);
}
