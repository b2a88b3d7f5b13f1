/** A push in all its layers: the document or MMS PDU, and the Push PDU around it. */
export interface MadePush {
  readonly xml?: string;
  readonly wbxml?: Uint8Array;
  /** The octets of m-notification-ind. */
  readonly pdu?: Uint8Array;
  readonly push: Uint8Array;
}
