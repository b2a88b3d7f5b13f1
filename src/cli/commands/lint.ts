import { isMmsError } from '../../errors.ts';
import type { Issue } from '../../issues/index.ts';
import {
  FINDING_FORMATS,
  type FindingFormat,
  lint as judge,
  type LintOptions,
  type RuleLevel,
} from '../../lint/index.ts';
import { openManifest, openReceiver } from '../../presentation/index.ts';
import { type CliArguments, type Command, UsageError } from '../command.ts';
import { STANDARD_STREAM } from '../input/files.ts';
import { openLintInput } from '../input/lint-input.ts';
import { listOf, numberOf, textOf, wordOf } from '../input/option-values.ts';

/** `mms lint`: what phones would stumble on. */
export const lint: Command = {
  name: 'lint',
  usage: `<in.mms | x.zip | manifest | folder | x.smil | -> [options]

  --profile P            judge for a phone by its name, a built-in profile, or a JSON or UAProf file
  --network MCC-MNC      judge for a network, such as 234-10: size, recipients, subject, MMS at all
  --content-class C      judge for a class: text, image-basic, image-rich, video-basic, video-rich, megapixel
  --mode MODE            restricted, warning (default) or free: how content classes bind
  --rule CODE=LEVEL,…    off, info, warning or error for a rule
  --format FORMAT        text (default), json, sarif or github
  --json                 the same as --format json
  --max-warnings N       exit code 1 above N warnings

A manifest may say contentClass, mode and lint; options win. Findings that compose mends do not count for the exit code.`,
  options: {
    profile: { type: 'string' },
    network: { type: 'string' },
    'content-class': { type: 'string' },
    mode: { type: 'string' },
    rule: { type: 'string', multiple: true },
    format: { type: 'string' },
    json: { type: 'boolean' },
    'max-warnings': { type: 'string' },
  },
  async run(args, context) {
    const [path, ...others] = args.positionals;
    if (path === undefined || others.length > 0) throw new UsageError('expected one message or document');
    const format = formatOf(args);
    const maxWarnings = numberOf(args.values, 'max-warnings') ?? Number.POSITIVE_INFINITY;
    const settings = await settingsOf(args, path);
    const { message, located } = await openLintInput(path, context);
    const findings = judge(message, settings).map(located);
    context.stdout.write(FINDING_FORMATS[format](findings));
    const left = (severity: Issue['severity']): number =>
      findings.filter(found => found.severity === severity && found.fixed !== true).length;
    return left('error') > 0 || left('warning') > maxWarnings ? 1 : 0;
  },
};

function formatOf({ values }: CliArguments): FindingFormat {
  const format = wordOf(values, 'format', ['text', 'json', 'sarif', 'github']);
  return format ?? (values['json'] === true ? 'json' : 'text');
}

async function settingsOf({ values }: CliArguments, path: string): Promise<LintOptions> {
  const { profile, network } = await openReceiver({
    profile: textOf(values, 'profile'),
    network: textOf(values, 'network'),
  });
  const given = {
    contentClass: textOf(values, 'content-class'),
    mode: wordOf(values, 'mode', ['restricted', 'warning', 'free']),
  };
  const rules = Object.fromEntries((listOf(values, 'rule') ?? []).map(levelOf));
  const stated = isManifest(path) ? await statedBy(path) : {};
  return {
    file: path === STANDARD_STREAM ? 'stdin' : path,
    profile,
    network,
    contentClass: given.contentClass ?? stated.contentClass,
    mode: given.mode ?? stated.mode,
    rules: { ...stated.rules, ...rules },
  };
}

const LEVELS = ['off', 'info', 'warning', 'error'] as const satisfies readonly RuleLevel[];

function levelOf(setting: string): [string, RuleLevel] {
  const [code = '', word] = setting.split('=');
  const level = LEVELS.find(one => one === word);
  if (level !== undefined) return [code, level];
  throw new UsageError(`--rule takes CODE=LEVEL, LEVEL being ${LEVELS.join(', ')}; found ${setting}`);
}

function isManifest(path: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(path);
}

/** What a manifest says about lint; one with problems says nothing, and composing it names them. */
async function statedBy(path: string): Promise<LintOptions> {
  try {
    const { contentClass, mode, lint: rules } = (await openManifest(path, {})).manifest;
    return { contentClass, mode, rules };
  } catch (error) {
    if (isMmsError(error)) return {};
    throw error;
  }
}
