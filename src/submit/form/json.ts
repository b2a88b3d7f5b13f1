import { refuseErrors } from '../../errors.ts';
import { plainContent } from './content.ts';
import { formFields, typeIssues } from './fields.ts';
import { Findings } from './findings.ts';
import { isDictionary, setAt, valueAt } from './key-path.ts';
import { isMessageKind } from './kinds.ts';
import type { GatewayMessage } from './message.ts';
import { parametersOf } from './parameters.ts';

function refuseUnsound(value: object, findings: Findings): asserts value is GatewayMessage {
  findings.addAll(formFields(value).issues);
  refuseErrors(findings.issues, 'submit/invalid-message');
}

/**
 * A message from a JSON document: the keys of {@link GatewayMessage}, octets in hexadecimal, moments as ISO texts.
 * @throws MmsError `submit/invalid-message` with every problem in `details.issues`
 */
export function messageFromJson(json: unknown): GatewayMessage {
  const findings = new Findings();
  const message: Record<string, unknown> = isDictionary(json) ? { ...json } : {};
  const { kind } = message;
  for (const row of isMessageKind(kind) ? parametersOf(kind) : []) {
    const read = row.codec.fromJson?.(valueAt(message, row.key), findings.at(row.key));
    if (read !== undefined) setAt(message, row.key, read);
  }
  refuseUnsound(message, findings);
  return message;
}

/** The twin of {@link messageFromJson}. Objects of this library stand there as they are sent. */
export function messageToJson(message: GatewayMessage): Record<string, unknown> {
  refuseErrors(typeIssues(message), 'submit/invalid-message');
  const json: Record<string, unknown> = { ...plainContent({ ...message }, message.kind, new Findings()) };
  for (const row of parametersOf(message.kind)) {
    const value = valueAt(json, row.key);
    if (value !== undefined && row.codec.toJson)
      setAt(
        json,
        row.key,
        row.codec.toJson(value, () => undefined),
      );
  }
  return json;
}
