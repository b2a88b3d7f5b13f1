/** What tests use of the package `smpp` beside what the source does. */
declare module 'smpp' {
  import type { Server } from 'node:net';

  export class PDU {
    constructor(command: string, fields: Readonly<Record<string, unknown>>);
    toBuffer(): Buffer;
  }

  /** A request that a server got. */
  export interface Received {
    readonly command: string;
    readonly system_id: string;
    readonly password: string;
    response(fields?: Readonly<Record<string, unknown>>): PDU;
  }

  export interface Accepted {
    readonly socket: import('node:net').Socket;
    on(event: 'pdu', listener: (pdu: Received) => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
    send(pdu: PDU): boolean;
    close(): void;
  }

  export function createServer(listener: (session: Accepted) => void): Server;
}
