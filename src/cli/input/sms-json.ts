import { fromHex, toHex } from '../../bytes/index.ts';
import { MmsError } from '../../errors.ts';
import { encodeUdh } from '../../sms/index.ts';
import { unknownOption } from './json-input.ts';

/** What JSON gives for an object, or an error. */
export function objectOf(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new MmsError('manifest/type', `expected an object, found ${JSON.stringify(value)}`, { path });
}

function portText(value: unknown): string {
  const { destination, source, ...others } = objectOf(value, 'ports');
  refuseOthers(others, 'ports', ['destination', 'source']);
  return source === undefined ? String(destination) : `${destination}:${source}`;
}

function languageText(value: unknown): unknown {
  if (typeof value !== 'object') return value;
  const { singleShift = '', lockingShift, ...others } = objectOf(value, 'nationalLanguage');
  refuseOthers(others, 'nationalLanguage', ['singleShift', 'lockingShift']);
  return lockingShift === undefined ? String(singleShift) : `${singleShift}:${lockingShift}`;
}

function headerText(value: unknown): string {
  if (!Array.isArray(value)) {
    throw new MmsError('manifest/type', 'expected a list of { id, data }', { path: 'informationElements' });
  }
  const elements = value.map((row: unknown, index) => {
    const path = `informationElements[${index}]`;
    const { id, data, ...others } = objectOf(row, path);
    refuseOthers(others, path, ['id', 'data']);
    if (typeof id !== 'number' || typeof data !== 'string') {
      throw new MmsError('manifest/type', 'expected a number as id and hexadecimal data', { path });
    }
    return { id, data: fromHex(data) };
  });
  return toHex(encodeUdh(elements));
}

function refuseOthers(
  others: Readonly<Record<string, unknown>>,
  path: string,
  known: readonly string[],
): void {
  const [key] = Object.keys(others);
  if (key !== undefined) throw unknownOption(key, `${path}.${key}`, known);
}

/**
 * A message as the library takes it, with its nested options in the form of the command line.
 * @throws MmsError `manifest/type`, `manifest/unknown-key`, `hex/bad-digit`
 */
export function flattenSmsJson(json: unknown): Readonly<Record<string, unknown>> {
  const { ports, nationalLanguage, informationElements, ...options } = objectOf(json, '$');
  return {
    ...options,
    ...(ports === undefined ? {} : { port: portText(ports) }),
    ...(nationalLanguage === undefined ? {} : { nationalLanguage: languageText(nationalLanguage) }),
    ...(informationElements === undefined ? {} : { udh: headerText(informationElements) }),
  };
}
