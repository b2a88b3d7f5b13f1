import { MmsError } from '../errors.ts';
import { ISSUE_CODES, type Issue, type Severity } from '../issues/index.ts';
import { didYouMean } from '../schema/index.ts';
import { ruleDetails } from './rule-table.ts';

/**
 * How content classes bind (OMA MMS Conformance 12): restricted mode makes departures errors, warning mode warnings, free
 * mode lets them pass.
 */
export type CreationMode = 'restricted' | 'warning' | 'free';

/** A severity for a rule, or `off`. */
export type RuleLevel = Severity | 'off';

/** Levels by rule code; rules that are not there keep their own. */
export type RuleLevels = Readonly<Record<string, RuleLevel | undefined>>;

/** What becomes of findings. */
export interface LintSettings {
  readonly mode?: CreationMode | undefined;
  readonly rules?: RuleLevels | undefined;
}

const LEVELS = ['off', 'info', 'warning', 'error'] as const;

/**
 * Refuses settings of rules that do not exist.
 * @throws MmsError `lint/unknown-rule`, `lint/unknown-level`
 */
export function checkSettings({ rules = {} }: LintSettings): void {
  for (const [code, level] of Object.entries(rules)) {
    const path = `rules["${code}"]`;
    if (!Object.hasOwn(ISSUE_CODES, code)) {
      const hint = didYouMean(code, Object.keys(ISSUE_CODES), 'docs/errors.md lists them');
      throw new MmsError('lint/unknown-rule', `there is no rule ${JSON.stringify(code)}`, { path, hint });
    }
    if (level !== undefined && !LEVELS.includes(level)) {
      const message = `the level of a rule is off, info, warning or error, found ${JSON.stringify(level)}`;
      throw new MmsError('lint/unknown-level', message, { path, hint: didYouMean(String(level), LEVELS) });
    }
  }
}

/** The findings that count, each with the severity that holds. */
export function applySettings(
  issues: readonly Issue[],
  { mode = 'warning', rules = {} }: LintSettings,
): Issue[] {
  return issues.flatMap(found => {
    const level = (Object.hasOwn(rules, found.code) ? rules[found.code] : undefined) ?? levelOf(found, mode);
    return level === 'off' ? [] : [{ ...found, severity: level }];
  });
}

const BY_MODE: Readonly<Record<CreationMode, RuleLevel>> = {
  restricted: 'error',
  warning: 'warning',
  free: 'off',
};

function levelOf({ code, severity }: Issue, mode: CreationMode): RuleLevel {
  return ruleDetails(code).byMode === true ? BY_MODE[mode] : severity;
}
