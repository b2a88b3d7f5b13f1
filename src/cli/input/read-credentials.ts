import { LIMITS } from '../../limits.ts';
import { type CliArguments, type CliContext, UsageError } from '../command.ts';
import { readInput } from './files.ts';
import { textOf } from './option-values.ts';

type Values = CliArguments['values'];

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

/** What the secret of an account is called: that of the gateway is a PIN, everybody else's a password. */
export type SecretName = 'PIN' | 'PASSWORD';

/** An account as it was found. */
export interface Account {
  readonly username: string;
  readonly secret: string;
}

/** `MMS_USERNAME=…` and `MMS_PIN=…` or `MMS_PASSWORD=…`, one a line, or JSON with `username` and `pin` or `password`. */
function parse(text: string, name: SecretName): Partial<Account> {
  if (text.trimStart().startsWith('{')) return fromJson(text, name);
  const found = new Map(text.split('\n', 100).map(parseLine));
  return partial(found.get(`${PREFIX}USERNAME`), found.get(`${PREFIX}${name}`));
}

function fromJson(text: string, name: SecretName): Partial<Account> {
  try {
    const json: Record<string, unknown> = Object(JSON.parse(text));
    return partial(json['username'], json[name.toLowerCase()]);
  } catch {
    // The parser's own message quotes the text, and with it the secret.
    throw new UsageError('the credentials file is not JSON');
  }
}

function partial(username: unknown, secret: unknown): Partial<Account> {
  return {
    ...(typeof username === 'string' && { username }),
    ...(typeof secret === 'string' && { secret }),
  };
}

async function findAccount(values: Values, context: CliContext, name: SecretName): Promise<Partial<Account>> {
  const path = textOf(values, 'credentials');
  if (path === undefined) return partial(context.env[`${PREFIX}USERNAME`], context.env[`${PREFIX}${name}`]);
  return parse(new TextDecoder().decode(await readInput(path, LIMITS.maxManifestBytes, context)), name);
}

/**
 * User name and secret from the file, else from the environment. The command line has no place for them: others see it.
 * @throws UsageError when one is missing, or with `isOptional` when only one is there
 */
export async function readSecret(
  values: Values,
  context: CliContext,
  name: SecretName,
  options: { readonly isOptional: true },
): Promise<Account | undefined>;
export async function readSecret(values: Values, context: CliContext, name: SecretName): Promise<Account>;
export async function readSecret(
  values: Values,
  context: CliContext,
  name: SecretName,
  { isOptional = false }: { readonly isOptional?: boolean } = {},
): Promise<Account | undefined> {
  const { username = '', secret = '' } = await findAccount(values, context, name);
  if (username !== '' && secret !== '') return { username, secret };
  if (isOptional && username === '' && secret === '') return undefined;
  if (values['dry-run'] === true && username === '' && secret === '') return NOBODY;
  throw new UsageError(`expected MMS_USERNAME and MMS_${name} in the environment, or --credentials FILE`);
}

/** Stands in for the account in a dry run, which shows neither. */
const NOBODY: Account = { username: 'nobody', secret: 'none' };
