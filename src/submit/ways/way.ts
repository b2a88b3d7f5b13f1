import { requireArray } from '../../bytes/index.ts';
import { MmsError, refuseErrors } from '../../errors.ts';
import { typeIssues } from '../form/fields.ts';
import { Findings } from '../form/findings.ts';
import type { GatewayMessage } from '../form/message.ts';
import { internationalNumbers } from '../form/phone-number.ts';
import type { GatewayHooks } from '../hooks.ts';
import type { PreparedRequest } from '../prepared-request.ts';
import type { Submission } from '../submission.ts';
import type { Timeouts, Transport } from '../transport/transport.ts';

/** How a request is carried, whichever way out it takes. */
export interface CarryOptions {
  /** Breaks off. Before anything was sent nothing will be; later the outcome is `unknown`. */
  readonly signal?: AbortSignal;
  readonly timeouts?: Timeouts;
  readonly hooks?: GatewayHooks;
  /** Carries requests over HTTP; default: our own. */
  readonly transport?: Transport;
  /** Certificates to trust in place of the system's, in PEM form. */
  readonly ca?: string | readonly string[];
}

/** One request of a way out: it can be shown, and it can be carried, once. */
export interface WayRequest {
  /** Without secrets; touches no network. */
  describe(): PreparedRequest;
  carry(options: CarryOptions): Promise<Submission>;
}

/** What goes to some recipients together: one request, or the SMS of one message in order. */
export interface Delivery {
  readonly recipients: readonly string[];
  readonly requests: readonly WayRequest[];
}

/** A message as a way out sends it. */
export interface Plan {
  /** A hash of the message without its recipients, for a journal. */
  readonly campaign: string;
  readonly deliveries: readonly Delivery[];
}

/** A way out: to whom messages are handed, and how. Made by `mm1`, `mm7`, `kannel` and `smpp`. */
export interface Way {
  readonly name: string;
  /** Checks a message and makes its requests. */
  plan(message: GatewayMessage): Promise<Plan>;
}

/**
 * The numbers of a message, digits alone, each once.
 * @throws MmsError `submit/invalid-message`, `submit/no-recipient`
 */
export function numbersOf(message: GatewayMessage, key: 'to' | 'cc' | 'bcc' = 'to'): readonly string[] {
  const list = key === 'to' ? message.to : message.kind === 'mms' ? message[key] : undefined;
  const findings = new Findings();
  const numbers = internationalNumbers(requireArray(list ?? [], 'a list of numbers', key), findings.at(key));
  refuseErrors(findings.issues, 'submit/invalid-message');
  if (key === 'to' && numbers.length === 0) {
    throw new MmsError('submit/no-recipient', 'expected at least one number', { path: 'to' });
  }
  return numbers;
}

/** What only the gateway of the manual knows. */
const GATEWAY_KEYS = [
  'addressBook',
  'ccAddressBook',
  'bccAddressBook',
  'library',
  'delayMinutes',
  'sendAt',
  'extraParameters',
  'walledGardenRule',
  'adapt',
] as const;

/**
 * Refuses a message whose values are of other types than its kind has, and what a way out would silently leave out.
 * @throws MmsError `submit/invalid-message`, `submit/conflict`
 */
export function checkCarried(
  message: GatewayMessage,
  way: string,
  known: readonly (typeof GATEWAY_KEYS)[number][] = [],
): void {
  refuseErrors(typeIssues(message), 'submit/invalid-message');
  const given: Readonly<Record<string, unknown>> = { ...message };
  for (const key of GATEWAY_KEYS) {
    if (given[key] === undefined || known.includes(key)) continue;
    throw new MmsError('submit/conflict', `${key} is for the gateway: ${way} has nothing like it`, {
      path: key,
    });
  }
}
