import { INSERT_ADDRESS_WORD } from './addresses.ts';
import type { MessageType } from './message-types.ts';

/** What a field may not be in some PDUs although its form could: refused on encode, a warning on decode. */
export interface ValueRule {
  readonly key: string;
  readonly in: (messageType: MessageType) => boolean;
  readonly isAllowed: (value: unknown) => boolean;
  /** The one text that is not allowed, where that is the rule. */
  readonly refused?: string;
  readonly expected: string;
  readonly hint?: string;
  readonly clause: string;
}

/** Client submissions let the relay insert the sender; PDUs from the relay may not. */
export const INSERTS_ADDRESS: ReadonlySet<MessageType> = new Set([
  'm-send-req',
  'm-forward-req',
  'm-read-rec-ind',
]);

function refusing(refused: string): Pick<ValueRule, 'refused' | 'isAllowed'> {
  return { refused, isAllowed: value => value !== refused };
}

const VALUE_RULES: readonly ValueRule[] = [
  {
    key: 'from',
    in: messageType => !INSERTS_ADDRESS.has(messageType),
    ...refusing(INSERT_ADDRESS_WORD),
    expected: 'an address: the PDU comes from the relay, which knows the sender',
    hint: 'give the address, or leave from out to hide it',
    clause: 'MMS_ENC 7.3 From',
  },
  {
    key: 'transactionId',
    in: () => true,
    ...refusing(''),
    expected: '1 to 40 token characters, found the empty text',
    clause: 'MMS_ENC 7.3 X-Mms-Transaction-Id',
  },
  {
    key: 'expiry',
    in: messageType => messageType === 'm-notification-ind',
    isAllowed: value => typeof value !== 'object' || value === null || !('absolute' in value),
    expected: 'a relative time in a notification',
    hint: 'write { relative: seconds }',
    clause: 'MMS_ENC 6.2',
  },
];

/** The rules for one field of one PDU. */
export function valueRuleFor(messageType: MessageType, key: string): ValueRule | undefined {
  return VALUE_RULES.find(rule => rule.key === key && rule.in(messageType));
}
