import { isMmsError } from '../../errors.ts';
import type { Issue } from '../../issues/index.ts';
import { printable } from '../../text/index.ts';
import { inColourOf } from '../colours.ts';
import type { CliContext } from '../command.ts';
import { formatIssue } from './format-issue.ts';
import { formatJson } from './format-json.ts';

/** Prints an error in one clear message, or as one JSON document; false when the command line itself is wrong. */
export function reportError(error: unknown, command: string, context: CliContext, json = false): boolean {
  if (json) context.stderr.write(formatJson({ error: errorAsJson(error) }));
  else tellError(error, command, context);
  return !isUsageError(error);
}

/** Code, message, place, hint and all findings of an error, as far as it has them; wrong usage is `cli/usage`. */
function errorAsJson(error: unknown): object {
  const message = error instanceof Error ? error.message : String(error);
  if (!isMmsError(error)) return { code: isUsageError(error) ? 'cli/usage' : 'cli/failed', message };
  const { code, path, offset, hint, details } = error;
  return { code, message, path, offset, hint, issues: details?.issues };
}

function tellError(error: unknown, command: string, { stderr, env, hasErrorColours }: CliContext): void {
  const prefix = `mms ${command}:`;
  const shown = hasErrorColours === true ? inColourOf('error', prefix) : prefix;
  const say = (text: string): void => stderr.write(`${shown} ${text}\n`);
  if (isMmsError(error)) {
    const offset = error.offset === undefined ? undefined : `offset ${error.offset}`;
    const place = [error.path, offset].filter(part => part !== undefined).join(', ');
    say(`${place === '' ? '' : `${printable(place)}: `}${printable(error.message)}  [${error.code}]`);
    if (error.hint !== undefined) stderr.write(`  ${printable(error.hint)}\n`);
    for (const found of otherErrors(error.details?.issues ?? [], error.message)) {
      stderr.write(`  ${formatIssue(found)}\n`);
    }
  } else if (isUsageError(error)) {
    say(`${printable(error.message)}\n  mms ${command} --help tells what it takes`);
  } else {
    say(error instanceof Error ? printable(error.message) : String(error));
  }
  if (env['DEBUG'] !== undefined && error instanceof Error) stderr.write(`${error.stack}\n`);
}

function otherErrors(issues: readonly Issue[], message: string): Issue[] {
  return issues.filter(
    found => found.severity === 'error' && found.fixed !== true && found.message !== message,
  );
}

function isUsageError(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  if (error.name === 'UsageError') return true;
  return 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}
