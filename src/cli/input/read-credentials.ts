import { LIMITS } from '../../limits.ts';
import type { AccountCredentials } from '../../submit/index.ts';
import { type CliContext, UsageError } from '../command.ts';
import { readInput } from './files.ts';

const PREFIX = 'MMS_';

/** Name and value of `NAME=value`, with or without `export` and quotation marks; of other lines nothing. */
function parseLine(line: string): readonly [name: string, value: string] {
  const equals = line.indexOf('=');
  const name = line.slice(0, Math.max(0, equals)).trim();
  const value = line.slice(equals + 1).trim();
  const quote = value.at(0);
  const isQuoted = value.length > 1 && (quote === '"' || quote === "'") && value.endsWith(quote);
  return [name.startsWith('export ') ? name.slice(7).trim() : name, isQuoted ? value.slice(1, -1) : value];
}

/** `MMS_USERNAME=…` and `MMS_PIN=…`, one a line, or JSON with `username` and `pin`. */
function parse(text: string): Partial<AccountCredentials> {
  if (text.trimStart().startsWith('{')) return fromJson(text);
  const found = new Map(text.split('\n', 100).map(parseLine));
  return partial(found.get(`${PREFIX}USERNAME`), found.get(`${PREFIX}PIN`));
}

function fromJson(text: string): Partial<AccountCredentials> {
  try {
    const { username, pin }: Record<string, unknown> = Object(JSON.parse(text));
    return partial(username, pin);
  } catch {
    // The parser's own message quotes the text, and with it the PIN.
    throw new UsageError('the credentials file is no JSON');
  }
}

function partial(username: unknown, pin: unknown): Partial<AccountCredentials> {
  return { ...(typeof username === 'string' && { username }), ...(typeof pin === 'string' && { pin }) };
}

/**
 * User name and PIN from the file, else from MMS_USERNAME and MMS_PIN. The command line has no place for them: others
 * see it.
 * @throws UsageError when one is missing
 */
export async function readCredentials(
  path: string | undefined,
  context: CliContext,
): Promise<AccountCredentials> {
  const found =
    path === undefined
      ? partial(context.env['MMS_USERNAME'], context.env['MMS_PIN'])
      : parse(new TextDecoder().decode(await readInput(path, LIMITS.maxManifestBytes, context)));
  const { username, pin } = found;
  if (username === undefined || pin === undefined || username === '' || pin === '') {
    throw new UsageError('expected MMS_USERNAME and MMS_PIN in the environment, or --credentials FILE');
  }
  return { username, pin };
}
