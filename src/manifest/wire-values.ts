import { fromHex, toHex } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import type {
  ContentTypeInput,
  Parameters,
  ParameterValue,
  PartHeader,
  PartHeaderValue,
  RawValue,
} from '../wsp/index.ts';
import { type DateInput, dateToSeconds } from '../wsp/index.ts';
import type {
  ManifestContentType,
  ManifestParameters,
  ManifestPartHeader,
  ManifestRawValue,
} from './part-shapes.ts';

/** A value of unknown form as a manifest has it. */
export function describeRawValue({ code, raw }: RawValue): ManifestRawValue {
  return { code, raw: toHex(raw) };
}

/** The twin of {@link describeRawValue}. */
export function readRawValue({ code, raw }: ManifestRawValue): RawValue {
  return { code, raw: fromHex(raw) };
}

/** Parameters as a manifest has them: dates as `{ date }`, so that they are told from texts. */
export function describeParameters(parameters: Parameters): ManifestParameters {
  const result: Record<string, NonNullable<ManifestParameters[string]>> = Object.create(null);
  for (const [name, value] of Object.entries(parameters)) {
    result[name] = value instanceof Date ? { date: formatDate(value) } : value;
  }
  return result;
}

/** The twin of {@link describeParameters}. */
export function readParameters(parameters: ManifestParameters): Parameters {
  const result: Record<string, ParameterValue> = Object.create(null);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) result[name] = typeof value === 'object' ? readDate(value.date) : value;
  }
  return result;
}

/** A Content-Type as a manifest has it. */
export function describeContentType(contentType: ContentTypeInput): ManifestContentType {
  const { type, typeCode, parameters, unknownParameters } = contentType;
  return {
    type,
    ...(typeCode === undefined ? {} : { typeCode }),
    ...(parameters === undefined ? {} : { parameters: describeParameters(parameters) }),
    ...(unknownParameters === undefined
      ? {}
      : { unknownParameters: unknownParameters.map(describeRawValue) }),
  };
}

/** The twin of {@link describeContentType}. */
export function readContentType(contentType: ManifestContentType): ContentTypeInput {
  const { type, typeCode, parameters, unknownParameters } = contentType;
  return {
    type,
    ...(typeCode === undefined ? {} : { typeCode }),
    ...(parameters === undefined ? {} : { parameters: readParameters(parameters) }),
    ...(unknownParameters === undefined ? {} : { unknownParameters: unknownParameters.map(readRawValue) }),
  };
}

/** A header of a part as a manifest has it: dates as `{ date }`, octets as `{ hex }`. */
export function describePartHeader(header: PartHeader): ManifestPartHeader {
  return 'raw' in header
    ? describeRawValue(header)
    : { name: header.name, value: describeHeaderValue(header.value) };
}

type HeaderValue = NonNullable<ManifestPartHeader['value']>;

function describeHeaderValue(value: PartHeaderValue): HeaderValue {
  if (typeof value !== 'object') return value;
  if (value instanceof Date) return { date: formatDate(value) };
  if (value instanceof Uint8Array) return { hex: toHex(value) };
  const { disposition, parameters, unknownParameters } = value;
  return {
    disposition,
    parameters: describeParameters(parameters),
    ...(unknownParameters === undefined
      ? {}
      : { unknownParameters: unknownParameters.map(describeRawValue) }),
  };
}

/**
 * The twin of {@link describePartHeader}.
 * @throws MmsError `manifest/missing` for a header that was not checked
 */
export function readPartHeader({ name, value, code, raw }: ManifestPartHeader): PartHeader {
  if (code !== undefined && raw !== undefined) return readRawValue({ code, raw });
  if (name !== undefined && value !== undefined) return { name, value: readHeaderValue(value) };
  throw new MmsError('manifest/missing', 'expected a name and a value, or a code and octets');
}

function readHeaderValue(value: HeaderValue): PartHeaderValue {
  if (typeof value !== 'object') return value;
  if (value.date !== undefined) return readDate(value.date);
  if (value.hex !== undefined) return fromHex(value.hex);
  const { disposition, parameters = {}, unknownParameters } = value;
  if (disposition === undefined) throw new MmsError('manifest/missing', 'expected date, hex or disposition');
  return {
    disposition,
    parameters: readParameters(parameters),
    ...(unknownParameters === undefined ? {} : { unknownParameters: unknownParameters.map(readRawValue) }),
  };
}

function formatDate(date: Date): string {
  return date.toISOString().replace('.000Z', 'Z');
}

function readDate(date: DateInput): Date {
  return new Date(dateToSeconds(date) * 1000);
}
