import type { ByteWriter } from '../bytes/index.ts';
import type { Codec } from './codec.ts';
import { readMedia, writeConstrainedMedia, writeExtensionMedia } from './constrained.ts';
import { integerValue, shortInteger } from './integers.ts';
import { writtenMediaTypeCode } from './media-types.ts';
import { decodeParameters, encodeParameters, type Parameters, type RawValue } from './parameters.ts';
import { readValueLength, reportRest, valueLengthPrefix } from './value-length.ts';

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

/** Content-type-value (WAP-230 8.4.2.24): short without parameters, else Value-length, media, parameters. */
export const contentTypeValue: Codec<ContentType, ContentTypeInput> = {
  name: 'Content-type-value',
  encode(writer, { type, typeCode, parameters = {}, unknownParameters = [] }) {
    const hasParameters = Object.keys(parameters).length + unknownParameters.length > 0;
    if (!hasParameters && (typeCode === undefined || typeCode <= 0x7f)) {
      if (typeCode === undefined) writeConstrainedMedia(writer, type);
      else shortInteger.encode(writer, typeCode);
      return;
    }
    writer.fork();
    writeMedia(writer, type, typeCode);
    encodeParameters(writer, parameters, unknownParameters);
    writer.join(valueLengthPrefix);
  },
  decode(reader) {
    if (reader.peek() >= 0x20) return { ...named(readMedia(reader)), parameters: {} };
    const outerEnd = reader.narrow(readValueLength(reader));
    const media = named(readMedia(reader));
    const { parameters, unknownParameters } = decodeParameters(reader);
    reportRest(reader);
    reader.widen(outerEnd);
    return unknownParameters === undefined
      ? { ...media, parameters }
      : { ...media, parameters, unknownParameters };
  },
};

function writeMedia(writer: ByteWriter, type: string, typeCode: number | undefined): void {
  const code = typeCode ?? writtenMediaTypeCode(type);
  if (code === undefined) writeExtensionMedia(writer, type);
  else integerValue.encode(writer, code);
}

function named(media: string | number): { type: string; typeCode?: number } {
  return typeof media === 'string' ? { type: media } : { type: 'application/octet-stream', typeCode: media };
}
