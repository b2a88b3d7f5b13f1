import { type EmsItem, type EmsMake, emsMake, segmentEms } from '../ems/index.ts';
import { isMmsError, MmsError } from '../errors.ts';
import { type Issue, issue } from '../issues/index.ts';
import { encodeProvisioning, type ProvisioningDocument } from '../provisioning/index.ts';
import type { LintSubject } from './subject.ts';

/** An EMS message to be judged; a decoded one is such. */
export interface LintEms {
  readonly items: readonly EmsItem[];
}

/** What messages beside MMS are judged by. */
export interface ShortMessageOptions {
  /** Make of the telephone an EMS message is for, such as `Siemens`. Default `EMS`: any. */
  readonly phoneMake?: string | undefined;
  /** The most SMS that a message may take. Default 6. */
  readonly maxSmsParts?: number | undefined;
  /** The PIN of settings, which must not stand in them; it is not shown. */
  readonly pin?: string | undefined;
}

/** What the rules about EMS and settings may look at. */
export interface ShortMessageContext {
  readonly ems?: { readonly items: readonly EmsItem[]; readonly make: EmsMake } | undefined;
  readonly provisioning?: ProvisioningDocument | undefined;
  readonly smsParts?: { readonly count: number; readonly max: number } | undefined;
  readonly pin?: string | undefined;
}

const MAX_SMS_PARTS = 6;
/** Octets of a push in a part of several, behind ports and concatenation. */
const PUSH_OCTETS = 128;
/** Octets of the Push PDU in front of the document, with its MAC. */
const PUSH_HEADER_OCTETS = 50;

/** True for what is judged by the rules about EMS. */
export function isLintEms(message: object): message is LintEms {
  return 'items' in message && Array.isArray(message.items);
}

/** True for what is judged by the rules about settings. */
export function isProvisioning(message: object): message is ProvisioningDocument {
  return 'characteristics' in message && Array.isArray(message.characteristics);
}

/** An EMS message or settings as a subject; what cannot be written is a finding. */
export function shortMessageSubject(message: LintEms | ProvisioningDocument): LintSubject {
  const raised: Issue[] = [];
  try {
    if (isLintEms(message)) segmentEms(message.items, { warnings: raised });
    else encodeProvisioning(message);
  } catch (error) {
    if (!isMmsError(error)) throw error;
    raised.push(issue(error.code, error.message, error.path === undefined ? {} : { path: error.path }));
  }
  return { raised, shown: [], headers: {} };
}

/**
 * The message with whom it is for.
 * @throws MmsError `lint/unknown-make`
 */
export function shortMessageContext(
  message: LintEms | ProvisioningDocument,
  { phoneMake = 'EMS', maxSmsParts: max = MAX_SMS_PARTS, pin }: ShortMessageOptions,
): ShortMessageContext {
  const count = countParts(message);
  const smsParts = count === undefined ? undefined : { count, max };
  if (!isLintEms(message)) return { provisioning: message, smsParts, pin };
  const make = emsMake(phoneMake);
  if (make === undefined)
    throw new MmsError('lint/unknown-make', `there is no make ${JSON.stringify(phoneMake)}`);
  return { ems: { items: message.items, make }, smsParts };
}

function countParts(message: LintEms | ProvisioningDocument): number | undefined {
  try {
    if (isLintEms(message)) return segmentEms(message.items).length;
    return Math.ceil((encodeProvisioning(message).length + PUSH_HEADER_OCTETS) / PUSH_OCTETS);
  } catch (error) {
    if (isMmsError(error)) return undefined;
    throw error;
  }
}
