import type { Issue } from '../../issues/index.ts';
import { didYouMean } from '../../schema/index.ts';
import { printable } from '../../text/index.ts';
import { ownContentKeys, plainContent } from './content.ts';
import { Findings, type Report } from './findings.ts';
import { type Dictionary, isDictionary, valueAt } from './key-path.ts';
import { isMessageKind, MESSAGE_KINDS } from './kinds.ts';
import type { MessageKind } from './message.ts';
import {
  FORM_PARAMETERS,
  type Parameter,
  type ParameterRow,
  parameterName,
  parametersOf,
} from './parameters.ts';
import { checkPresence } from './presence.ts';
import { checkRules, type Texts } from './rules.ts';
import { text } from './values/text.ts';

/** One pair of a form before percent-encoding. */
export interface FormField {
  readonly name: string;
  readonly text: string;
  /** True when the text needs no percent-encoding. */
  readonly unreserved?: true;
}

/** The pairs of a message in writing order, and what is wrong with it. */
interface FormFields {
  readonly kind: MessageKind | undefined;
  readonly fields: readonly FormField[];
  readonly issues: readonly Issue[];
}

function valueOrDefault(message: Dictionary, row: ParameterRow, kind: MessageKind): unknown {
  const value = valueAt(message, row.key);
  if (value !== undefined) return value;
  return row.default?.kinds.includes(kind) ? row.default.value : undefined;
}

function firstSteps(rows: readonly ParameterRow[]): Set<string> {
  return new Set(rows.map(row => row.key.replace(/\..*/, '')));
}

const MESSAGE_KEYS = firstSteps(FORM_PARAMETERS.filter((row: ParameterRow) => row.place === undefined));

function checkKeys(message: Dictionary, kind: MessageKind, findings: Findings): void {
  const own = firstSteps(parametersOf(kind)).add('kind').add('extraParameters');
  for (const key of ownContentKeys(kind)) own.add(key);
  for (const key of Object.keys(message)) {
    if (own.has(key) || message[key] === undefined) continue;
    const report = findings.at(printable(key));
    if (MESSAGE_KEYS.has(key)) report('submit/conflict', `a message of kind ${kind} has no ${key}`);
    else report('submit/unknown-key', 'no such key in a message', { hint: didYouMean(key, own) });
  }
}

/** What a parameter may be called that the manual does not know. */
export const EXTRA_NAME = /^[A-Za-z][A-Za-z0-9-]{0,63}$/;
const extraText = text({ lines: true });

function readExtra(extra: unknown, findings: Findings): FormField[] {
  if (extra === undefined) return [];
  if (!isDictionary(extra)) {
    findings.add('submit/type', 'expected an object of texts', { path: 'extraParameters' });
    return [];
  }
  const taken = new Set<string>();
  return Object.entries(extra).flatMap(([name, value]) => {
    const report = findings.at(`extraParameters.${printable(name)}`);
    if (!EXTRA_NAME.test(name)) report('submit/value', 'a name has letters, digits and hyphens only');
    if (parameterName(name) !== undefined)
      report('submit/conflict', 'the manual knows this name: use the message');
    if (taken.has(name.toLowerCase())) report('submit/conflict', 'the name stands twice');
    taken.add(name.toLowerCase());
    const encoded = value === '' ? '' : extraText.encode(value, report);
    return encoded === undefined ? [] : [{ name, text: encoded }];
  });
}

function readRow(message: Dictionary, kind: MessageKind, row: Parameter, findings: Findings): FormField[] {
  const value = valueOrDefault(message, row, kind);
  const report = findings.at(row.key, row.title);
  if (value === undefined) {
    if (row.required === true) report('submit/missing', `a message of kind ${kind} needs ${row.key}`);
    return [];
  }
  if (row.needs !== undefined && valueAt(message, row.needs) === undefined) {
    findings.at(row.needs)('submit/missing', `${row.key} needs ${row.needs}`);
  }
  const { name, codec } = row;
  if (codec.accepts !== undefined)
    return codec.accepts(value, report) ? [writtenLater(row, value, report)] : [];
  const encoded = codec.encode(value, report);
  if (encoded === undefined) return [];
  return [{ name, text: encoded, ...(codec.unreserved && { unreserved: true }) }];
}

/** A field that is not written before its text is asked for. */
function writtenLater({ name, codec }: Parameter, value: unknown, report: Report): FormField {
  let text: string | undefined;
  return {
    name,
    get text() {
      text ??= codec.encode(value, report) ?? '';
      return text;
    },
    ...(codec.unreserved && { unreserved: true }),
  };
}

/** The texts by the names of the fields, each made when a rule asks for it. */
function textsOf(fields: readonly FormField[]): Texts {
  const byName = new Map(fields.map(field => [field.name, field]));
  return { get: name => byName.get(name)?.text, has: name => byName.has(name) };
}

function kindOf(message: unknown, findings: Findings): MessageKind | undefined {
  const kind = isDictionary(message) ? message['kind'] : undefined;
  if (isMessageKind(kind)) return kind;
  const kinds = Object.keys(MESSAGE_KINDS).join(', ');
  findings.add('submit/missing', `expected kind to be one of ${kinds}`, { path: 'kind' });
  return undefined;
}

/** Reads a message by {@link FORM_PARAMETERS} and the rules between parameters; everything wrong is in `issues`. */
export function formFields(message: unknown): FormFields {
  const findings = new Findings();
  const kind = kindOf(message, findings);
  if (kind === undefined || !isDictionary(message))
    return { kind: undefined, fields: [], issues: findings.issues };
  checkKeys(message, kind, findings);
  checkPresence(message, kind, findings);
  const plain = plainContent(message, kind, findings);
  const fields = parametersOf(kind).flatMap(row => readRow(plain, kind, row, findings));
  checkRules(kind, textsOf(fields), findings);
  const extra = readExtra(message['extraParameters'], findings);
  return { kind, fields: [...fields, ...extra], issues: findings.issues };
}

/**
 * What of a message has another type than its kind has there. Octets and objects of this library are left to those who
 * encode them.
 */
export function typeIssues(message: unknown): readonly Issue[] {
  const findings = new Findings();
  const kind = kindOf(message, findings);
  if (kind === undefined || !isDictionary(message)) return findings.issues;
  for (const row of parametersOf(kind)) {
    const value = valueAt(message, row.key);
    const isObject = value instanceof Uint8Array || isDictionary(value);
    if (value !== undefined && !isObject) row.codec.encode(value, findings.at(row.key, row.title));
  }
  return findings.issues.filter(({ code }) => code === 'submit/type');
}
