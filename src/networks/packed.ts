/** Carriers as columns of text, in the order of their numbers. */
export interface PackedCarriers {
  /** AOSP's carrier ids: each as what it is more than the one before; separated by blanks. */
  readonly ids: string;
  /** One a line. */
  readonly names: string;
  /** One line a carrier: `310026,160;311480` is 310-026, 310-160 and 311-480. */
  readonly networks: string;
  /** Distinct limits as JSON, one a line. */
  readonly limits: string;
  /** `carrier id:line of limits`, separated by blanks. */
  readonly byCarrier: string;
  /** What AOSP Messaging and CarrierConfig say of whole networks: `23410:line`, separated by blanks. */
  readonly byMessaging: string;
  readonly byCarrierConfig: string;
}

/** Access points as columns of text, in the order of the networks. */
export interface PackedAccessPoints {
  /** `23410 3`, one a line: so many access points follow each other. */
  readonly networks: string;
  /** Values by number, the most frequent first, one a line. */
  readonly mmscs: string;
  readonly proxies: string;
  /** One a line and access point. */
  readonly carriers: string;
  readonly apns: string;
  /** Packed numbers, one an access point: positions in the lists above. */
  readonly mmsc: string;
  readonly proxy: string;
  /** One line for each access point of a virtual network: its position, `gid`, `spn` or `imsi`, and what that must be. */
  readonly virtual: string;
}
