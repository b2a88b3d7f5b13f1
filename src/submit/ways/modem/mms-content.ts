import type { MessagePart } from '../../../message/index.ts';

/** The access point and the MMSC as a modem is told them. */
export interface ModemNetwork {
  readonly apn: string;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly mmsc: string;
  readonly proxy?: { readonly host: string; readonly port: number } | undefined;
}

/** An MMS as a modem composes it: it makes the PDU and a SMIL of its own. */
export interface ModemMms {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject?: string | undefined;
  /** Without the SMIL, which no modem takes. */
  readonly parts: readonly (MessagePart & { readonly name: string })[];
}

/** How the line is set. */
export interface LineOptions {
  /** Default 115200. */
  readonly baud?: number | undefined;
}

export const DEFAULT_BAUD = 115_200;
