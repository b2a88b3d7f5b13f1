import { ISSUE_CODES } from '../../src/issues/index.ts';
import type { IssueCodeRow, Severity } from '../../src/issues/row.ts';
import { raiseLines } from './raise-lines.ts';
import type { Raise } from './raises/raise.ts';
import { RAISES } from './raises.ts';

const EFFECTS: Readonly<Record<Severity, string>> = {
  error: 'An error: the input is refused, or lint fails.',
  warning: 'A warning: the work goes on, and the effect is named.',
  info: 'For information: nothing is wrong.',
};

/**
 * A page for each code of an error or a finding, by its path from the pages' folder.
 * @param printed what the inputs of the pages make the program print, by code; see `run-raises.ts`
 */
export function codePages(printed: ReadonlyMap<string, string> = new Map()): Map<string, string> {
  const raises = new Map<string, Raise>(Object.entries(RAISES));
  return new Map(
    Object.entries<IssueCodeRow>(ISSUE_CODES).map(([code, row]) => [
      `codes/${code}.md`,
      codePage(code, row, raises.get(code), printed.get(code)),
    ]),
  );
}

function codePage(
  code: string,
  { severity, title, clause, rule }: IssueCodeRow,
  raise?: Raise,
  printed?: string,
): string {
  const lines = [
    `# ${code}`,
    `${title.charAt(0).toUpperCase()}${title.slice(1)}.`,
    EFFECTS[severity],
    ...(clause === undefined ? [] : [`Source: ${clause}.`]),
    ...(rule === undefined
      ? [
          `An \`MmsError\` with this code has \`path\` or \`offset\`, which say where, and often a \`hint\`, which says what to do.`,
        ]
      : ruleLines(code, rule)),
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
