import type { Findings } from './findings.ts';
import type { Dictionary } from './key-path.ts';
import { MESSAGE_KINDS } from './kinds.ts';
import type { MessageKind } from './message.ts';

function isGiven(value: unknown): boolean {
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

function checkRecipients(message: Dictionary, findings: Findings): void {
  if (isGiven(message['to']) || isGiven(message['addressBook'])) return;
  findings.add('submit/no-recipient', 'expected to or addressBook', { path: 'to' });
}

function checkContent(message: Dictionary, kind: MessageKind, findings: Findings): void {
  const { oneOf } = MESSAGE_KINDS[kind];
  const present = oneOf.filter(key => message[key] !== undefined);
  const report = findings.at(present[1] ?? '');
  if (present.length > 1) report('submit/conflict', `${present.join(' and ')} exclude each other`);
  if (present.length === 0 && oneOf.length > 1) {
    report('submit/missing', `a message of kind ${kind} needs ${oneOf.join(' or ')}`);
  }
}

/** Reports a message without recipient, without content, or with more than one content. */
export function checkPresence(message: Dictionary, kind: MessageKind, findings: Findings): void {
  checkRecipients(message, findings);
  checkContent(message, kind, findings);
}
