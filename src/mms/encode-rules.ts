import type { ContentTypeInput, PartInput } from '../wsp/index.ts';
import { INSERT_ADDRESS_WORD } from './addresses.ts';
import type { Since } from './header-fields.ts';
import type { MessageType } from './message-types.ts';
import type { PduField } from './pdu-fields.ts';
import { INSERTS_ADDRESS } from './value-rules.ts';

/** The version written when none is given: the one that relays and phones commonly speak. */
export const DEFAULT_MMS_VERSION = '1.2';

/** No version is older. */
export const FIRST_VERSION: Since = '1.0';

/** Keys of a PDU that are no header fields. */
export const NOT_FIELDS: ReadonlySet<string> = new Set([
  'messageType',
  'parts',
  'body',
  'unknown',
  'applicationHeaders',
  'warnings',
]);

/** True for submissions, which go to somebody. */
export function needsRecipient(messageType: MessageType): boolean {
  return messageType === 'm-send-req' || messageType === 'm-forward-req';
}

/** True for the addresses of at least one recipient. */
export function hasAny(addresses: unknown): boolean {
  return Array.isArray(addresses) && addresses.length > 0;
}

/** An empty array counts as a missing field. */
export function isAbsent(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

/** The value that stands for an absent one, where some does. */
export function usualValue({ key }: PduField, messageType: MessageType): unknown {
  if (key === 'mmsVersion') return DEFAULT_MMS_VERSION;
  return key === 'from' && INSERTS_ADDRESS.has(messageType) ? INSERT_ADDRESS_WORD : undefined;
}

/** What a PDU carries beside its header fields. */
export interface Content {
  readonly messageType: string;
  readonly contentType?: ContentTypeInput | undefined;
  readonly parts?: readonly PartInput[] | undefined;
  readonly body?: Uint8Array | undefined;
}
