/** What we use of the package `smpp`, which has no types of its own. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events';

  export interface Pdu {
    readonly command: string;
    readonly command_status: number;
    readonly message_id?: string;
  }

  /** Values by the names of SMPP 3.4; octets as Buffers, since strings are re-encoded. */
  export type Fields = Readonly<Record<string, string | number | Buffer>>;

  export interface Session extends EventEmitter {
    bind_transceiver(fields: Fields, answered: (pdu: Pdu) => void): boolean;
    submit_sm(fields: Fields, answered: (pdu: Pdu) => void): boolean;
    unbind(answered?: (pdu: Pdu) => void): boolean;
    destroy(): void;
  }

  export interface ConnectOptions {
    readonly host: string;
    readonly port: number;
    readonly tls: boolean;
    readonly rejectUnauthorized: true;
    readonly servername?: string;
    readonly ca?: readonly string[];
  }

  export function connect(options: ConnectOptions): Session;
}
