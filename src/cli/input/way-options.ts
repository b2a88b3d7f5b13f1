import { isMmsError, MmsError } from '../../errors.ts';
import { requireShape, type Shape } from '../../schema/index.ts';
import {
  type GatewayMessage,
  kannel,
  type ModemOptions,
  type ModemStep,
  mm1,
  mm7,
  modemSteps,
  smpp,
  WAY_SHAPES,
  type Way,
} from '../../submit/index.ts';
import { type CliArguments, type CliContext, UsageError } from '../command.ts';
import { readJson } from './json-input.ts';
import { listOf, textOf, wordOf } from './option-values.ts';
import { readSecret } from './read-credentials.ts';

type Values = CliArguments['values'];

/** The ways out, in the order of the help. */
export const WAYS = ['gateway', 'mm1', 'mm7', 'kannel', 'smpp', 'modem'] as const;

/** A value of {@link WAYS}. */
export type WayName = (typeof WAYS)[number];

/** The way that `--via` names. */
export function wayOf(values: Values): WayName {
  return wordOf(values, 'via', WAYS) ?? 'gateway';
}

/** The JSON of `--way FILE`, of the shape of its way. */
async function readWay<T>(shape: Shape<T>, values: Values, context: CliContext): Promise<T> {
  const path = textOf(values, 'way');
  const value = path === undefined ? {} : await readJson(path, context);
  requireShape(shape, value, 'submit/value', ['--way']);
  return value;
}

function serversOf(values: Values, example: string): readonly string[] {
  const servers = listOf(values, 'server');
  if (servers === undefined) throw new UsageError(`expected --server, such as ${example}`);
  return servers;
}

/** MMSC, proxy and header fields of `--network`, where there is one access point to choose. */
async function networkOptions(values: Values): Promise<{
  mmsc?: string;
  proxy?: string;
  carrierHeaders?: readonly string[];
}> {
  const name = textOf(values, 'network');
  if (name === undefined) return {};
  const { findNetwork } = await import('../../networks/index.ts');
  const { accessPoints, limits } = findNetwork(name);
  const [point] = accessPoints;
  if (point === undefined) throw new UsageError(`no access point of ${name} is known`);
  const { host, port = 80 } = point.proxy ?? {};
  return {
    mmsc: point.mmsc,
    ...(host !== undefined && { proxy: `http://${host}:${port}` }),
    ...(limits.httpParameters && { carrierHeaders: limits.httpParameters }),
  };
}

const DEFAULT_USER_AGENT = 'mms-composer';

async function openMm1(values: Values, context: CliContext): Promise<Way> {
  const { mmsc, ...network } = await networkOptions(values);
  const given = await readWay(WAY_SHAPES.mm1, values, context);
  return mm1({
    ...network,
    ...given,
    userAgent: given.userAgent ?? DEFAULT_USER_AGENT,
    mmsc: listOf(values, 'server') ?? mmsc ?? serversOf(values, 'http://mmsc.example/mms'),
    allowInsecureHttp: values['insecure-http'] === true,
  });
}

async function openMm7(values: Values, context: CliContext): Promise<Way> {
  const servers = serversOf(values, 'https://mmsc.example/mm7');
  const given = await readWay(WAY_SHAPES.mm7, values, context);
  const account = await readSecret(values, context, 'PASSWORD', { isOptional: true });
  return mm7({
    ...given,
    ...(account && { username: account.username, password: account.secret }),
    servers,
    allowInsecureHttp: values['insecure-http'] === true,
  });
}

async function openKannel(values: Values, context: CliContext): Promise<Way> {
  const servers = serversOf(values, 'http://127.0.0.1:13013');
  const given = await readWay(WAY_SHAPES.kannel, values, context);
  const { username, secret } = await readSecret(values, context, 'PASSWORD');
  return kannel({
    ...given,
    servers,
    username,
    password: secret,
    allowInsecureHttp: values['insecure-http'] === true,
  });
}

async function openSmpp(values: Values, context: CliContext): Promise<Way> {
  const servers = serversOf(values, 'smpp://127.0.0.1:2775');
  const given = await readWay(WAY_SHAPES.smpp, values, context);
  const { username, secret } = await readSecret(values, context, 'PASSWORD');
  return smpp({
    ...given,
    servers,
    systemId: username,
    password: secret,
    allowInsecure: values['insecure-http'] === true,
  });
}

/** A way out with its account and what `--way` says of it. */
export function openWay(
  name: Exclude<WayName, 'gateway' | 'modem'>,
  values: Values,
  context: CliContext,
): Promise<Way> {
  const open = { mm1: openMm1, mm7: openMm7, kannel: openKannel, smpp: openSmpp }[name];
  return open(values, context);
}

/** What `--way` says of a modem. */
export function readModem(values: Values, context: CliContext): Promise<ModemOptions> {
  return readWay(WAY_SHAPES.modem, values, context);
}

/** What to send down the line to a modem; all of its options come from `--way`, which an error about them names. */
export async function stepsOf(message: GatewayMessage, modem: ModemOptions): Promise<readonly ModemStep[]> {
  try {
    return await modemSteps(message, modem);
  } catch (error) {
    if (!isMmsError(error) || error.path === undefined) throw error;
    const { code, path, hint, details } = error;
    const typed = path.replace(/^options\b/, '--way');
    throw new MmsError(code, error.message, { path: typed, hint, details, cause: error });
  }
}
