/** One of those whom a campaign goes to. */
export interface Recipient {
  /** A full international number, written as in `GatewayMessage.to`. */
  readonly to: string;
  /** What stands in the message in place of `{{name}}`. */
  readonly variables?: Variables;
}

/** Texts by name. */
export type Variables = Readonly<Record<string, string>>;
