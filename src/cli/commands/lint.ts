import { isMmsError, type MmsError } from '../../errors.ts';
import { type Issue, issue } from '../../issues.ts';
import { LIMITS } from '../../limits.ts';
import {
  FINDING_FORMATS,
  type FindingFormat,
  lint as judge,
  type LintMessage,
  type LintOptions,
} from '../../lint/index.ts';
import { openPresentation } from '../../presentation/index.ts';
import { type CliArguments, type CliContext, type Command, UsageError } from '../command.ts';
import { readInput, STANDARD_STREAM } from '../files.ts';
import { listOf, numberOf, wordOf } from '../option-values.ts';

/** `mms lint`: what phones would stumble on. */
export const lint: Command = {
  name: 'lint',
  summary: 'judge a message or a SMIL document by the rules that phones set',
  usage: `<in.mms | x.zip | manifest | folder | x.smil | -> [options]

  --mode MODE            restricted, warning (default) or free: how content classes bind
  --rule CODE=LEVEL,…    off, info, warning or error for a rule
  --format FORMAT        text (default), json, sarif or github
  --json                 the same as --format json
  --max-warnings N       exit code 1 above N warnings`,
  options: {
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
    const findings = await findingsOf(path, settingsOf(args, path), context);
    context.stdout.write(FINDING_FORMATS[format](findings));
    const left = (severity: Issue['severity']): number =>
      findings.filter(found => found.severity === severity && found.fixed !== true).length;
    return left('error') > 0 || left('warning') > maxWarnings ? 1 : 0;
  },
};

function formatOf({ values }: CliArguments): FindingFormat {
  const formats = Object.keys(FINDING_FORMATS) as FindingFormat[];
  return wordOf(values, 'format', formats) ?? (values['json'] === true ? 'json' : 'text');
}

function settingsOf({ values }: CliArguments, path: string): LintOptions {
  return {
    file: path === STANDARD_STREAM ? 'stdin' : path,
    mode: wordOf(values, 'mode', ['restricted', 'warning', 'free']),
    rules: Object.fromEntries((listOf(values, 'rule') ?? []).map(levelOf)),
  };
}

const LEVELS = ['off', 'info', 'warning', 'error'] as const;

function levelOf(setting: string): [string, (typeof LEVELS)[number]] {
  const [code = '', word] = setting.split('=');
  const level = LEVELS.find(one => one === word);
  if (level === undefined)
    throw new UsageError(`--rule takes CODE=LEVEL, LEVEL being ${LEVELS.join(', ')}; found ${setting}`);
  return [code, level];
}

/** Input that is refused is judged by what was found until then. */
async function findingsOf(path: string, options: LintOptions, context: CliContext): Promise<Issue[]> {
  let message: Uint8Array | LintMessage;
  try {
    message = await open(path, context);
  } catch (error) {
    if (!isMmsError(error) || error.code.startsWith('file/')) throw error;
    message = { parts: [], issues: refusalOf(error) };
  }
  return judge(message, options);
}

function refusalOf({ code, message, path, offset, hint, details }: MmsError): readonly Issue[] {
  if (details?.issues !== undefined && details.issues.length > 0) return details.issues;
  const found = {
    ...(path === undefined ? {} : { path }),
    ...(offset === undefined ? {} : { offset }),
    ...(hint === undefined ? {} : { hint }),
  };
  return [issue(code, message, found)];
}

async function open(path: string, context: CliContext): Promise<Uint8Array | LintMessage> {
  if (path === STANDARD_STREAM) {
    const stdin = await context.stdin();
    return isJudgedAsIs(stdin) ? stdin : openPresentation([path], { stdin });
  }
  if (/\.(?:smil?|mms)$/i.test(path)) return readInput(path, LIMITS.maxMmsBytes, context);
  return openPresentation([path]);
}

/** A SMIL document or a binary message. */
function isJudgedAsIs(bytes: Uint8Array): boolean {
  const first = bytes.find(octet => octet > 0x20);
  return first === 0x3c || first === 0x8c || first === 0xef || first === 0xfe || first === 0xff;
}
