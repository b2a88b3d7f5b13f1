/** A value of an enumerated field: its octet, its name in the specification, our word for it. */
export interface EnumerationRow {
  readonly code: number;
  readonly name: string;
}

/** The word for a value: the specification's name in lower case, blanks as `-`. */
export type Word<Name extends string> = Lowercase<Hyphenated<Name>>;
type Hyphenated<Name extends string> = Name extends `${infer Head} ${infer Tail}`
  ? `${Head}-${Hyphenated<Tail>}`
  : Name;

/** All words of a table of values. */
export type WordOf<Rows extends readonly EnumerationRow[]> = Word<Rows[number]['name']>;

/** MMS_ENC 7.3: the common Yes and No. */
export const YES_NO = [
  { code: 0x80, name: 'Yes' },
  { code: 0x81, name: 'No' },
] as const satisfies readonly EnumerationRow[];

/** X-Mms-Message-Class (MMS_ENC 7.3); other classes are tokens. */
export const MESSAGE_CLASS = [
  { code: 0x80, name: 'Personal' },
  { code: 0x81, name: 'Advertisement' },
  { code: 0x82, name: 'Informational' },
  { code: 0x83, name: 'Auto' },
] as const satisfies readonly EnumerationRow[];

/** X-Mms-Priority (MMS_ENC 7.3). */
export const PRIORITY = [
  { code: 0x80, name: 'Low' },
  { code: 0x81, name: 'Normal' },
  { code: 0x82, name: 'High' },
] as const satisfies readonly EnumerationRow[];

/** X-Mms-Sender-Visibility (MMS_ENC 7.3). */
export const SENDER_VISIBILITY = [
  { code: 0x80, name: 'Hide' },
  { code: 0x81, name: 'Show' },
] as const satisfies readonly EnumerationRow[];

/** X-Mms-Status (MMS_ENC 7.3). */
export const STATUS = [
  { code: 0x80, name: 'Expired' },
  { code: 0x81, name: 'Retrieved' },
  { code: 0x82, name: 'Rejected' },
  { code: 0x83, name: 'Deferred' },
  { code: 0x84, name: 'Unrecognised' },
  { code: 0x85, name: 'Indeterminate' },
  { code: 0x86, name: 'Forwarded' },
  { code: 0x87, name: 'Unreachable' },
] as const satisfies readonly EnumerationRow[];

/** X-Mms-Read-Status (MMS_ENC 7.3). */
export const READ_STATUS = [
  { code: 0x80, name: 'Read' },
  { code: 0x81, name: 'Deleted without being read' },
] as const satisfies readonly EnumerationRow[];

/** X-Mms-Reply-Charging (MMS_ENC 7.3). */
export const REPLY_CHARGING = [
  { code: 0x80, name: 'Requested' },
  { code: 0x81, name: 'Requested text only' },
  { code: 0x82, name: 'Accepted' },
  { code: 0x83, name: 'Accepted text only' },
] as const satisfies readonly EnumerationRow[];

/** X-Mms-MM-State (MMS_ENC 7.3). */
export const MM_STATE = [
  { code: 0x80, name: 'Draft' },
  { code: 0x81, name: 'Sent' },
  { code: 0x82, name: 'New' },
  { code: 0x83, name: 'Retrieved' },
  { code: 0x84, name: 'Forwarded' },
] as const satisfies readonly EnumerationRow[];

/** X-Mms-Recommended-Retrieval-Mode (MMS_ENC 7.3). */
export const RECOMMENDED_RETRIEVAL_MODE = [
  { code: 0x80, name: 'Manual' },
] as const satisfies readonly EnumerationRow[];

/** X-Mms-Content-Class (MMS_ENC 7.3). */
export const CONTENT_CLASS = [
  { code: 0x80, name: 'text' },
  { code: 0x81, name: 'image-basic' },
  { code: 0x82, name: 'image-rich' },
  { code: 0x83, name: 'video-basic' },
  { code: 0x84, name: 'video-rich' },
  { code: 0x85, name: 'megapixel' },
  { code: 0x86, name: 'content-basic' },
  { code: 0x87, name: 'content-rich' },
] as const satisfies readonly EnumerationRow[];

/** X-Mms-Cancel-Status (MMS_ENC 7.3). */
export const CANCEL_STATUS = [
  { code: 0x80, name: 'Cancel Request Successfully received' },
  { code: 0x81, name: 'Cancel Request corrupted' },
] as const satisfies readonly EnumerationRow[];

/** X-Mms-Response-Status (MMS_ENC 7.3); 81 to 87 are obsolete from 1.1 on. C0 to DF: try again later. */
export const RESPONSE_STATUS = [
  { code: 0x80, name: 'Ok' },
  { code: 0x81, name: 'Error-unspecified' },
  { code: 0x82, name: 'Error-service-denied' },
  { code: 0x83, name: 'Error-message-format-corrupt' },
  { code: 0x84, name: 'Error-sending-address-unresolved' },
  { code: 0x85, name: 'Error-message-not-found' },
  { code: 0x86, name: 'Error-network-problem' },
  { code: 0x87, name: 'Error-content-not-accepted' },
  { code: 0x88, name: 'Error-unsupported-message' },
  { code: 0xc0, name: 'Error-transient-failure' },
  { code: 0xc1, name: 'Error-transient-sending-address-unresolved' },
  { code: 0xc2, name: 'Error-transient-message-not-found' },
  { code: 0xc3, name: 'Error-transient-network-problem' },
  { code: 0xc4, name: 'Error-transient-partial-success' },
  { code: 0xe0, name: 'Error-permanent-failure' },
  { code: 0xe1, name: 'Error-permanent-service-denied' },
  { code: 0xe2, name: 'Error-permanent-message-format-corrupt' },
  { code: 0xe3, name: 'Error-permanent-sending-address-unresolved' },
  { code: 0xe4, name: 'Error-permanent-message-not-found' },
  { code: 0xe5, name: 'Error-permanent-content-not-accepted' },
  { code: 0xe6, name: 'Error-permanent-reply-charging-limitations-not-met' },
  { code: 0xe7, name: 'Error-permanent-reply-charging-request-not-accepted' },
  { code: 0xe8, name: 'Error-permanent-reply-charging-forwarding-denied' },
  { code: 0xe9, name: 'Error-permanent-reply-charging-not-supported' },
  { code: 0xea, name: 'Error-permanent-address-hiding-not-supported' },
  { code: 0xeb, name: 'Error-permanent-lack-of-prepaid' },
] as const satisfies readonly EnumerationRow[];

/** X-Mms-Retrieve-Status (MMS_ENC 7.3). */
export const RETRIEVE_STATUS = [
  { code: 0x80, name: 'Ok' },
  { code: 0xc0, name: 'Error-transient-failure' },
  { code: 0xc1, name: 'Error-transient-message-not-found' },
  { code: 0xc2, name: 'Error-transient-network-problem' },
  { code: 0xe0, name: 'Error-permanent-failure' },
  { code: 0xe1, name: 'Error-permanent-service-denied' },
  { code: 0xe2, name: 'Error-permanent-message-not-found' },
  { code: 0xe3, name: 'Error-permanent-content-unsupported' },
] as const satisfies readonly EnumerationRow[];

/** X-Mms-Store-Status (MMS_ENC 7.3). */
export const STORE_STATUS = [
  { code: 0x80, name: 'Success' },
  { code: 0xc0, name: 'Error-transient-failure' },
  { code: 0xc1, name: 'Error-transient-network-problem' },
  { code: 0xe0, name: 'Error-permanent-failure' },
  { code: 0xe1, name: 'Error-permanent-service-denied' },
  { code: 0xe2, name: 'Error-permanent-message-format-corrupt' },
  { code: 0xe3, name: 'Error-permanent-message-not-found' },
  { code: 0xe4, name: 'Error-permanent-mmbox-full' },
] as const satisfies readonly EnumerationRow[];
