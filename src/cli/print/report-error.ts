import { isMmsError, type MmsError, reasonOf } from '../../errors.ts';
import { adviceOf, type Issue } from '../../issues/index.ts';
import { printable } from '../../text/index.ts';
import { inColourOf } from '../colours.ts';
import type { CliContext } from '../command.ts';
import { formatJson } from './format-json.ts';
import { wipeProgress } from './progress.ts';

/** Prints an error in one clear message, or as one JSON document; false when the command line itself is wrong. */
export function reportError(
  error: unknown,
  command: string | undefined,
  context: CliContext,
  json = false,
): boolean {
  wipeProgress(context);
  const errors = context.errors ?? context.stderr;
  if (json) errors.write(formatJson({ error: errorAsJson(error) }));
  else tellError(error, command, { ...context, stderr: errors });
  return !isUsageError(error);
}

/** Code, message, place, hint and all findings of an error, as far as it has them; wrong usage is `cli/usage`. */
function errorAsJson(error: unknown): object {
  const message = reasonOf(error);
  if (!isMmsError(error)) return { code: isUsageError(error) ? 'cli/usage' : 'cli/failed', message };
  const { code, path, offset, hint, details } = error;
  return { code, message, path, offset, hint, issues: details?.issues };
}

function tellError(
  error: unknown,
  command: string | undefined,
  { stderr, env, hasErrorColours }: CliContext,
): void {
  const line = command === undefined ? 'mms' : `mms ${command}`;
  const prefix = `${line}:`;
  const shown = hasErrorColours === true ? inColourOf('error', prefix) : prefix;
  const say = (text: string): void => stderr.write(`${shown} ${text}\n`);
  if (isMmsError(error)) {
    const [first, ...others] = problemsOf(error);
    say(formatProblem(first));
    for (const found of others) stderr.write(`${formatProblem(found)}\n`);
  } else if (isUsageError(error)) {
    // node:util explains itself in several lines; the first one says it.
    const [told = ''] = error.message.split('\n');
    say(`${printable(told)}\n  ${line} --help tells what it takes`);
  } else {
    say(printable(reasonOf(error)));
  }
  if (env['DEBUG'] !== undefined && error instanceof Error) stderr.write(`${error.stack}\n`);
}

/** What a person is told of a problem. */
type Problem = Pick<Issue, 'code' | 'message' | 'path' | 'offset' | 'hint' | 'file' | 'line' | 'column'>;

/** The error, which stands for the first of its findings where it has some, and the others. */
function problemsOf(error: MmsError): [Problem, ...Problem[]] {
  const findings = error.details?.issues ?? [];
  const errors = findings.filter(({ severity, fixed }) => severity === 'error' && fixed !== true);
  const [first, ...others] = errors;
  if (first === undefined || !error.message.includes(first.message)) return [error, ...errors];
  return [{ ...first, code: error.code }, ...others.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))];
}

/** `message.yaml:3:12 slides[0].image: there is no file a.jpg  [file/not-found]`, and below it what to do. */
function formatProblem(found: Problem): string {
  const { code, message, path, offset, file, line, column } = found;
  const inFile =
    line === undefined ? undefined : `${file === undefined ? 'line ' : `${file}:`}${line}:${column ?? 1}`;
  const inside = [path, offset === undefined ? undefined : `offset ${offset}`].filter(
    part => part !== undefined,
  );
  const place = [inFile, inside.join(', ')].filter(part => part !== undefined && part !== '').join(' ');
  const told = `${place === '' ? '' : `${printable(place)}: `}${printable(message)}  [${code}]`;
  const advice = adviceOf(found);
  return advice === undefined ? told : `${told}\n  ${printable(advice)}`;
}

function isUsageError(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  if (error.name === 'UsageError') return true;
  return 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}
