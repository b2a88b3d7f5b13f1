import { isMmsError } from '../../errors.ts';
import type { Issue } from '../../issues/index.ts';
import {
  FINDING_FORMATS,
  type FindingFormat,
  lint as judge,
  type LintOptions,
  type RuleLevel,
} from '../../lint/index.ts';
import type { Manifest } from '../../manifest/index.ts';
import { composeTargets, openManifest, openReceiver } from '../../presentation/index.ts';
import { type CliArguments, type CliContext, type Command, UsageError } from '../command.ts';
import { STANDARD_STREAM } from '../input/files.ts';
import { findingsOf, openLintInput } from '../input/lint-input.ts';
import { listOf, numberOf, textOf, wordOf } from '../input/option-values.ts';
import { profileNames } from '../input/profile-names.ts';
import { ROOT_OPTION, ROOT_ROW, rootOf } from '../input/root-option.ts';
import { WORDS } from '../input/words.ts';

/** `mms lint`: what phones would stumble on. */
export const lint: Command = {
  name: 'lint',
  usage: '<in.mms | x.zip | manifest | folder | x.smil | -> [options]',
  help: [
    {
      rows: [
        [
          '--profile P',
          'judge for a phone by its name (see mms phones), a built-in profile, or a JSON or UAProf file',
        ],
        ['--network MCC-MNC', 'judge for a network, such as 234-10: size, recipients, subject, MMS at all'],
        [
          '--content-class C',
          'judge for a class: text, image-basic, image-rich, video-basic, video-rich, megapixel',
        ],
        ['--mode MODE', 'restricted, warning (default) or free: how content classes bind'],
        ['--rule CODE=LEVEL,…', 'off, info, warning or error for a rule'],
        ['--format FORMAT', 'text (default), json, sarif or github'],
        ['--json', 'the same as --format json'],
        ['--max-warnings N', 'exit code 1 above N warnings'],
        ROOT_ROW,
      ],
    },
  ],
  notes: [
    'A manifest may say network, contentClass, mode and lint; options win. Findings that compose mends do not count for the exit code.',
  ],
  options: {
    profile: { type: 'string', choices: profileNames },
    network: { type: 'string' },
    'content-class': { type: 'string' },
    mode: { type: 'string', choices: WORDS.mode },
    rule: { type: 'string', multiple: true },
    format: { type: 'string', choices: WORDS.format },
    json: { type: 'boolean' },
    'max-warnings': { type: 'string' },
    ...ROOT_OPTION,
  },
  async run(args, context) {
    const [path, ...others] = args.positionals;
    if (path === undefined || others.length > 0) throw new UsageError('expected one message or document');
    const format = formatOf(args);
    const maxWarnings = numberOf(args.values, 'max-warnings') ?? Number.POSITIVE_INFINITY;
    const findings = await judgeInput(path, args, context);
    context.stdout.write(FINDING_FORMATS[format](findings, { colour: context.hasColours }));
    const left = (severity: Issue['severity']): number =>
      findings.filter(found => found.severity === severity && found.fixed !== true).length;
    return left('error') > 0 || left('warning') > maxWarnings ? 1 : 0;
  },
};

async function judgeInput(path: string, args: CliArguments, context: CliContext): Promise<Issue[]> {
  const flags = await flagsOf(args, path);
  const stated = isManifest(path) ? await statedBy(path) : {};
  if (stated.targets !== undefined) return judgeTargets(path, flags, rootOf(args));
  const { message, located } = await openLintInput(path, rootOf(args), context);
  return judge(message, {
    ...flags,
    network: flags.network ?? (await openReceiver({ network: stated.network })).network,
    contentClass: flags.contentClass ?? stated.contentClass,
    mode: flags.mode ?? stated.mode,
    rules: { ...stated.lint, ...flags.rules },
  }).map(located);
}

/** What is found in the outputs of a manifest that has several, each finding once. */
async function judgeTargets(path: string, flags: LintOptions, root: string | undefined): Promise<Issue[]> {
  try {
    const messages = await composeTargets(path, { judge: flags, root });
    const found = messages.flatMap(({ findings = [] }) => findings);
    return [...new Map(found.map(one => [JSON.stringify(one), one])).values()];
  } catch (error) {
    if (!isMmsError(error)) throw error;
    return [...findingsOf(error)];
  }
}

function formatOf({ values }: CliArguments): FindingFormat {
  const format = wordOf(values, 'format', WORDS.format);
  return format ?? (values['json'] === true ? 'json' : 'text');
}

async function flagsOf({ values }: CliArguments, path: string): Promise<LintOptions> {
  const { profile, network } = await openReceiver({
    profile: textOf(values, 'profile'),
    network: textOf(values, 'network'),
  });
  return {
    file: path === STANDARD_STREAM ? 'stdin' : path,
    profile,
    network,
    contentClass: textOf(values, 'content-class'),
    mode: wordOf(values, 'mode', WORDS.mode),
    rules: Object.fromEntries((listOf(values, 'rule') ?? []).map(levelOf)),
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

/** What a manifest says; one with problems says nothing, and composing it names them. */
async function statedBy(path: string): Promise<Manifest> {
  try {
    return (await openManifest(path, {})).manifest;
  } catch (error) {
    if (isMmsError(error)) return {};
    throw error;
  }
}
