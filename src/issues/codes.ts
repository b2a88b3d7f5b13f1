import { ARCHIVE_ISSUES } from './archive.ts';
import { BITMAP_ISSUES } from './bitmap.ts';
import { BULK_ISSUES } from './bulk.ts';
import { BYTES_ISSUES } from './bytes.ts';
import { CARDS_ISSUES } from './cards.ts';
import { EMS_ISSUES } from './ems.ts';
import { FILE_ISSUES } from './file.ts';
import { HANDSETS_ISSUES } from './handsets.ts';
import { INSPECT_ISSUES } from './inspect.ts';
import { LINT_ISSUES } from './lint.ts';
import { MANIFEST_ISSUES } from './manifest.ts';
import { MEDIA_ISSUES } from './media.ts';
import { MESSAGE_ISSUES } from './message.ts';
import { MMS_ISSUES } from './mms.ts';
import { NETWORKS_ISSUES } from './networks.ts';
import { PROVISIONING_ISSUES } from './provisioning.ts';
import { PUSH_ISSUES } from './push.ts';
import { RINGTONE_ISSUES } from './ringtone.ts';
import type { IssueCodeRow, RuleDetails } from './row.ts';
import { SANDBOX_ISSUES } from './sandbox.ts';
import { SMART_ISSUES } from './smart.ts';
import { SMIL_ISSUES } from './smil.ts';
import { SMS_ISSUES } from './sms.ts';
import { SUBMIT_ISSUES } from './submit.ts';
import { TEXT_ISSUES } from './text.ts';
import { WBXML_ISSUES } from './wbxml.ts';
import { WSP_ISSUES } from './wsp.ts';
import { XML_ISSUES } from './xml.ts';

/** All keys of some tables. */
type Joined<Tables extends readonly object[]> = Tables extends readonly [
  infer First,
  ...infer Rest extends object[],
]
  ? First & Joined<Rest>
  : unknown;

/** The rows of all tables in one: V8 takes fifty times as long to spread so many keys into a literal. */
function join<const Tables extends Readonly<Record<string, IssueCodeRow>>[]>(
  ...tables: Tables
): Joined<Tables> {
  return Object.assign({}, ...tables);
}

/**
 * Every code that an error or a finding can carry. The part before the slash is the room or, for rules about a
 * presentation, the subject. Readers raise by it; lint adds checks; the documentation is made from it.
 */
export const ISSUE_CODES = join(
  BYTES_ISSUES,
  TEXT_ISSUES,
  WSP_ISSUES,
  BITMAP_ISSUES,
  SMART_ISSUES,
  MMS_ISSUES,
  SMS_ISSUES,
  WBXML_ISSUES,
  PUSH_ISSUES,
  PROVISIONING_ISSUES,
  EMS_ISSUES,
  RINGTONE_ISSUES,
  CARDS_ISSUES,
  XML_ISSUES,
  SMIL_ISSUES,
  MESSAGE_ISSUES,
  MEDIA_ISSUES,
  HANDSETS_ISSUES,
  NETWORKS_ISSUES,
  LINT_ISSUES,
  INSPECT_ISSUES,
  ARCHIVE_ISSUES,
  MANIFEST_ISSUES,
  SUBMIT_ISSUES,
  SANDBOX_ISSUES,
  BULK_ISSUES,
  FILE_ISSUES,
);

/** A stable code: a key of {@link ISSUE_CODES}. */
export type IssueCode = keyof typeof ISSUE_CODES;

/** A code that is a rule of lint. */
export type RuleCode = {
  [Code in IssueCode]: (typeof ISSUE_CODES)[Code] extends { readonly rule: RuleDetails } ? Code : never;
}[IssueCode];

/** True for a rule of lint. */
export function isRule(code: string): code is RuleCode {
  const row: IssueCodeRow | undefined = Object.hasOwn(ISSUE_CODES, code)
    ? ISSUE_CODES[code as IssueCode]
    : undefined;
  return row?.rule !== undefined;
}

/** Every rule of lint, in the order of the table. */
export const RULE_CODES: readonly RuleCode[] = Object.keys(ISSUE_CODES).filter(isRule);
