import { LIMITS } from '../../limits.ts';
import { type ProvisioningSecret, SECURITY_METHODS, userPinMac } from '../../provisioning/index.ts';
import { type CliArguments, type CliContext, type HelpRow, UsageError } from '../command.ts';
import { readInput, writeOutput } from './files.ts';
import { textOf, wordOf } from './option-values.ts';

const METHODS = SECURITY_METHODS.map(({ name }) => name);

type Values = CliArguments['values'];

/** Options that say what proves settings to a phone. */
export const SECRET_OPTIONS = {
  sec: { type: 'string', choices: METHODS },
  imsi: { type: 'string' },
  'pin-file': { type: 'string' },
  'code-file': { type: 'string' },
} as const;

/** The rows of a help for {@link SECRET_OPTIONS}. */
export const SECRET_ROWS: readonly HelpRow[] = [
  ['--sec METHOD', 'netwpin or usernetwpin, with --imsi; userpin; userpinmac with --code-file'],
  ['--imsi N', 'IMSI of the SIM card'],
  ['--pin-file FILE', 'the PIN that the user types; else MMS_PROVISIONING_PIN. It is printed nowhere'],
  ['--code-file FILE', 'takes the digits that the user types under userpinmac'],
];

/**
 * The secret of settings. The command line has no place for the PIN: others see it.
 * @throws UsageError for a method without what it needs
 */
export async function readSecret(
  values: Values,
  context: CliContext,
): Promise<ProvisioningSecret | undefined> {
  const method = wordOf(values, 'sec', METHODS);
  const imsi = textOf(values, 'imsi');
  if (method === undefined) {
    if (imsi !== undefined) throw new UsageError('--imsi goes with --sec netwpin or usernetwpin');
    return undefined;
  }
  if (method === 'netwpin') return { method, imsi: needed(imsi, 'netwpin needs --imsi') };
  const pin = needed(
    await readPin(values, context),
    `${method} needs MMS_PROVISIONING_PIN or --pin-file FILE`,
  );
  if (method === 'usernetwpin') return { method, imsi: needed(imsi, 'usernetwpin needs --imsi'), pin };
  return { method, pin };
}

/** Under USERPINMAC, writes what the user types into the file that was named for it. */
export async function writeCode(
  body: Uint8Array,
  secret: ProvisioningSecret | undefined,
  values: Values,
  context: CliContext,
): Promise<void> {
  if (secret?.method !== 'userpinmac') return;
  const path = needed(
    textOf(values, 'code-file'),
    'userpinmac needs --code-file FILE for what the user types',
  );
  if (path === '-') throw new UsageError('--code-file takes a file: the digits are printed nowhere');
  await writeOutput(path, `${userPinMac(body, secret.pin)}\n`, context, 0o600);
}

async function readPin(values: Values, context: CliContext): Promise<string | undefined> {
  const path = textOf(values, 'pin-file');
  if (path === undefined) return context.env['MMS_PROVISIONING_PIN'];
  return new TextDecoder().decode(await readInput(path, LIMITS.maxManifestBytes, context)).trim();
}

function needed(value: string | undefined, otherwise: string): string {
  if (value !== undefined && value !== '') return value;
  throw new UsageError(otherwise);
}
