import { type Issue, issue, type RuleCode } from '../issues/index.ts';
import type { ProvisioningDocument } from '../provisioning/index.ts';
import type { LintContext, NetworkOption } from './context.ts';
import type { LintMessage } from './message.ts';
import { subjectOf, withoutKnown } from './read-subject.ts';
import { type ReceiverOptions, withReceiver } from './receiver.ts';
import type { LintFinding, LintRule } from './rule.ts';
import { ruleDetails } from './rule-table.ts';
import { RULES } from './rules/index.ts';
import { NETWORK_RULES } from './rules/network/index.ts';
import { applySettings, checkSettings, type LintSettings } from './settings.ts';
import { checkMessage, checkNetwork, checkOptions } from './shapes.ts';
import {
  isLintEms,
  isProvisioning,
  type LintEms,
  type ShortMessageOptions,
  shortMessageContext,
  shortMessageSubject,
} from './short-message.ts';

/** What a message is judged by. */
export interface LintOptions extends LintSettings, ReceiverOptions, ShortMessageOptions {
  /** File name for the findings; a SMIL document inside a message is `FILE#PART`. */
  readonly file?: string | undefined;
}

/**
 * Judges a message: a SMIL document (text or octets; rules about parts are then silent), the octets of an `.mms`, a
 * decoded PDU or a presentation; the items of an EMS message, or a provisioning document. Findings come in reading order; bad input is a finding too, nothing is thrown for it.
 * @throws MmsError `bytes/value-type` for what is not a message, `lint/unknown-rule`, `lint/unknown-level`, `lint/unknown-class`, `lint/unknown-make` or `media/unknown-profile` for options
 * that make no sense
 * @example lint('<smil><body/></smil>').map(({ code }) => code) // ['layout/missing-head', 'slide/none']
 */
export function lint(
  message: string | Uint8Array | LintMessage | LintEms | ProvisioningDocument,
  options: LintOptions = {},
): Issue[] {
  checkOptions(options);
  checkSettings(options);
  const context = contextOf(message, options);
  const found = judged(RULES, context);
  const { raised } = context;
  const fresh = withoutKnown(found, raised, entry => pathsOf(entry, context));
  return applySettings([...raised, ...fresh], options).sort(inReadingOrder);
}

function contextOf(message: Parameters<typeof lint>[0], options: LintOptions): LintContext {
  if (typeof message === 'object' && message !== null && (isLintEms(message) || isProvisioning(message))) {
    const subject = { ...shortMessageSubject(message), file: options.file };
    return { ...withReceiver(subject, {}), ...shortMessageContext(message, options) };
  }
  checkMessage(message);
  return withReceiver(subjectOf(message, options.file), options);
}

/**
 * What a network has against a message, and nothing else: its limits of size, pictures, recipients and subject, and whether it has
 * switched MMS off.
 * @example lintNetwork({ parts: [], headers: { to } }, findNetwork('440-10')) // [{ code: 'network/mms-off', … }]
 */
export function lintNetwork(message: LintMessage, network: NetworkOption): Issue[] {
  checkMessage(message);
  checkNetwork(network);
  const context = withReceiver(subjectOf(message, undefined), { network });
  return judged(NETWORK_RULES, context);
}

/** The paths of one finding: readers name the file of a part or the slide that shows it, rules the part. */
function pathsOf({ path, file }: Issue, { parts = [], shown }: LintContext): (string | undefined)[] {
  const name = file?.slice(file.lastIndexOf('/') + 1);
  const byFile = parts.find(({ names }) => name !== undefined && names.includes(name));
  const bySlide = shown.find(({ reference }) => reference.path === path);
  return [path, byFile?.path, bySlide?.part?.path];
}

/** What rules find; most find nothing. */
function judged(rules: readonly LintRule[], context: LintContext): Issue[] {
  const issues: Issue[] = [];
  for (const { code, check } of rules) {
    const found = check(context);
    if (found.length > 0) issues.push(...issuesOf(code, found, context));
  }
  return issues;
}

function issuesOf(code: RuleCode, found: readonly LintFinding[], context: LintContext): Issue[] {
  const { fix } = ruleDetails(code);
  return found.map(({ message, ...details }) => {
    const file = details.line === undefined ? context.file : context.documentFile;
    return issue(code, message, {
      ...details,
      ...(file === undefined ? {} : { file }),
      ...(fix === undefined || details.hint !== undefined ? {} : { hint: fix }),
    });
  });
}

function inReadingOrder(a: Issue, b: Issue): number {
  return (
    compare(a.file ?? '', b.file ?? '') ||
    (a.line ?? Number.MAX_SAFE_INTEGER) - (b.line ?? Number.MAX_SAFE_INTEGER) ||
    (a.column ?? 0) - (b.column ?? 0)
  );
}

/** By code units: no locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
