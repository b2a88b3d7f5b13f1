import { MmsError, reasonOf } from '../../errors.ts';
import { TEXT_ISSUES } from '../../issues/index.ts';
import { LIMITS } from '../../limits.ts';
import { didYouMean } from '../../schema/index.ts';
import { sourceText } from '../../text/index.ts';
import { Warnings } from '../../warnings.ts';
import type { CliArguments, CliContext, Command } from '../command.ts';
import { readInput } from './files.ts';

/** The largest content has an upload, in hexadecimal. */
const MOST_JSON = 2 * LIMITS.maxUploadBytes + 1024 * 1024;

/**
 * The JSON value of a file, or of standard input for `-`.
 * @throws MmsError `file/syntax`, `file/not-found`, `file/unreadable`, `file/too-large`
 */
export async function readJson(path: string, context: CliContext): Promise<unknown> {
  const bytes = await readInput(path, MOST_JSON, context);
  try {
    return JSON.parse(sourceText(bytes, new Warnings(TEXT_ISSUES)).text);
  } catch (cause) {
    throw new MmsError('file/syntax', `the file is not JSON: ${reasonOf(cause)}`, { path, cause });
  }
}

/**
 * Option values given as JSON, by their camelCase names; what the command line says wins.
 * @throws MmsError `manifest/unknown-key`, `manifest/type`
 */
export function withJsonOptions(
  json: Readonly<Record<string, unknown>>,
  options: Command['options'],
  values: CliArguments['values'],
): CliArguments['values'] {
  const merged = new Map<string, string | boolean>();
  for (const [key, value] of Object.entries(json)) {
    if (value === null) continue;
    const name = key.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
    const type = Object.hasOwn(options, name) ? options[name]?.type : undefined;
    if (type === undefined) throw unknownOption(key, key, Object.keys(options).map(camelCase));
    merged.set(name, optionValue(key, type, value));
  }
  return { ...Object.fromEntries(merged), ...values };
}

/** The error about a key of a JSON document that stands for an option. */
export function unknownOption(key: string, path: string, known: readonly string[]): MmsError {
  const hint = didYouMean(key, known, `the options are ${known.join(', ')}`);
  return new MmsError('manifest/unknown-key', `there is no option ${JSON.stringify(key)}`, { path, hint });
}

/** An option in the spelling of keys. */
export function camelCase(option: string): string {
  return option.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function optionValue(key: string, type: 'string' | 'boolean', value: unknown): string | boolean {
  const text = Array.isArray(value) ? value.join(',') : value;
  if (type === 'boolean' && typeof text === 'boolean') return text;
  if (type === 'string' && (typeof text === 'string' || typeof text === 'number')) return String(text);
  const expected = type === 'boolean' ? 'true or false' : 'a text or a number';
  throw new MmsError('manifest/type', `expected ${expected}, found ${JSON.stringify(value)}`, { path: key });
}
