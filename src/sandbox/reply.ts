/** What a server says. */
export interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly body: Uint8Array;
}

/** A reply of text. */
export function textReply(status: number, contentType: string, text: string): Reply {
  return { status, contentType, body: Buffer.from(text, 'utf8') };
}
