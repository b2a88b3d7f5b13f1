export type { RuleDetails } from '../issues/index.ts';
export { FINDING_FORMATS, type FindingFormat } from './formats/index.ts';
export { type LintOptions, lint, lintNetwork } from './lint.ts';
export type { LintHeaders, LintMessage, LintPart } from './message.ts';
export type { NetworkOption, ReceiverOptions } from './receiver.ts';
export type { LintRuleRow } from './rule.ts';
export { LINT_RULES } from './rule-table.ts';
export type { CreationMode, LintSettings, RuleLevel, RuleLevels } from './settings.ts';
export type { LintEms, ShortMessageOptions } from './short-message.ts';
