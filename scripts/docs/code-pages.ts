import { ISSUE_CODES } from '../../src/issues/index.ts';
import type { IssueCodeRow, Severity } from '../../src/issues/row.ts';
import { raiseLines } from './raise-lines.ts';
import type { Raise } from './raises/raise.ts';
import { UNRAISED } from './raises/unraised.ts';
import { RAISES } from './raises.ts';
import { REMEDIES } from './remedies.ts';

const EFFECTS: Readonly<Record<Severity, string>> = {
  error: 'An error: the input is refused, or lint fails.',
  warning: 'A warning: the work goes on, and the effect is named.',
  info: 'For information: nothing is wrong.',
};

/** What a page says beyond the row of its code. */
interface PageDetails {
  readonly remedy: string;
  readonly raise: Raise | undefined;
  /** Why there is no input. */
  readonly reason: string | undefined;
  readonly printed: string | undefined;
}

/**
 * A page for each code of an error or a finding, by its path from the pages' folder.
 * @param printed what the inputs of the pages make the program print, by code; see `run-raises.ts`
 */
export function codePages(printed: ReadonlyMap<string, string> = new Map()): Map<string, string> {
  const remedies = new Map<string, string>(Object.entries(REMEDIES));
  const raises = new Map<string, Raise>(Object.entries(RAISES));
  const reasons = new Map<string, string>(Object.entries(UNRAISED));
  return new Map(
    Object.entries<IssueCodeRow>(ISSUE_CODES).map(([code, row]) => [
      `codes/${code}.md`,
      codePage(code, row, {
        remedy: remedies.get(code) ?? '',
        raise: raises.get(code),
        reason: reasons.get(code),
        printed: printed.get(code),
      }),
    ]),
  );
}

function codePage(
  code: string,
  { severity, title, clause, rule }: IssueCodeRow,
  { remedy, raise, reason, printed }: PageDetails,
): string {
  const lines = [
    `# ${code}`,
    `${title.charAt(0).toUpperCase()}${title.slice(1)}.`,
    EFFECTS[severity],
    ...(clause === undefined ? [] : [`Source: ${clause}.`]),
    ...(rule === undefined
      ? [
          `${severity === 'error' ? 'An `MmsError`' : 'A finding'} with this code has \`path\` or \`offset\`, which say where, and often a \`hint\`, which says what to do.`,
        ]
      : ruleLines(code, rule)),
    '## What to do',
    remedy,
    ...(reason === undefined ? [] : ['## What raises it', reason]),
    ...(raise === undefined ? [] : raiseLines(code, raise, printed)),
  ];
  return `${lines.join('\n\n')}\n`;
}

function ruleLines(code: string, { byMode, fix }: NonNullable<IssueCodeRow['rule']>): string[] {
  return [
    `A rule of lint. \`rules: { '${code}': 'off' }\` switches it off; \`error\`, \`warning\` and \`info\` set its level.`,
    ...(byMode === undefined
      ? []
      : [
          'It speaks of content classes: an error in restricted mode, a warning in warning mode, silent in free mode.',
        ]),
    ...(fix === undefined ? [] : [`What is done about it without being asked: ${fix}.`]),
  ];
}
