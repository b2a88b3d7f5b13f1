import { requireObject } from '../../bytes/index.ts';
import { MmsError, refuseErrors } from '../../errors.ts';
import type { Issue } from '../../issues/index.ts';
import { type AccountCredentials, Credentials } from '../credentials.ts';
import { LONGEST_FORM } from './bounds.ts';
import { type FormField, formFields } from './fields.ts';
import { Findings } from './findings.ts';
import type { GatewayMessage } from './message.ts';
import { FORM_PARAMETERS, type ParameterName } from './parameters.ts';
import { percentEncode } from './percent.ts';

/** Which answer is asked for: a sentence, fields with one value, fields with a value for each number. */
export type ResponseFormat = 0 | 1 | 3;

/** What surrounds a message in a form. */
export interface FormOptions {
  /** Left out: the form has no Username and PIN. */
  readonly credentials?: AccountCredentials | Credentials;
  /** Default 3: only that one shows a partial success. */
  readonly responseFormat?: ResponseFormat;
}

/** The pairs of a request in writing order. */
interface RequestFields {
  readonly fields: readonly FormField[];
  readonly issues: readonly Issue[];
}

function envelopeField(name: ParameterName, value: unknown, findings: Findings): FormField[] {
  const row = FORM_PARAMETERS.find(candidate => candidate.name === name);
  const encoded = row?.codec.encode(value, findings.at(row.key));
  return encoded === undefined ? [] : [{ name, text: encoded }];
}

/** Reads a message and what surrounds it into pairs; everything wrong is in `issues`. */
export function requestFields(message: GatewayMessage, options: FormOptions = {}): RequestFields {
  requireObject(options, 'options such as { credentials }', 'options');
  const { credentials, responseFormat = 3 } = options;
  const findings = new Findings();
  const account = credentials === undefined ? undefined : Credentials.of(credentials);
  const front =
    account === undefined
      ? []
      : [
          ...envelopeField('Username', account.username, findings),
          ...envelopeField('PIN', account.revealPin(), findings),
        ];
  const content = formFields(message);
  findings.addAll(content.issues);
  const end = envelopeField('ResponseFormat', responseFormat, findings);
  return { fields: [...front, ...content.fields, ...end], issues: findings.issues };
}

/**
 * The pairs as one line, percent-encoded, joined by `&` (manual, HTTP Request).
 * @throws MmsError `submit/too-large`
 */
export function joinFields(fields: readonly FormField[]): string {
  let line = '';
  // Concatenation copies nothing of a large upload yet; `join` would.
  for (const { name, text, unreserved } of fields) {
    line += `${line === '' ? '' : '&'}${name}=`;
    const value = unreserved === true ? text : percentEncode(text);
    if (line.length + value.length > LONGEST_FORM)
      throw new MmsError('submit/too-large', `expected a form of at most ${LONGEST_FORM} characters`);
    line += value;
  }
  return line;
}

/**
 * The body of a request: `name=value` pairs in a fixed order, percent-encoded, ASCII only.
 * @throws MmsError `submit/invalid-message` with every problem in `details.issues`, `submit/too-large`
 * @example encodeForm({ kind: 'ringtone', to: ['447700900123'], library: 73344 })
 */
export function encodeForm(message: GatewayMessage, options: FormOptions = {}): string {
  const { fields, issues } = requestFields(message, options);
  refuseErrors(issues, 'submit/invalid-message');
  return joinFields(fields);
}

/** Everything wrong with a message and everything worth a warning; empty when it is fine. */
export function validateMessage(message: GatewayMessage): readonly Issue[] {
  return formFields(message).issues;
}
