import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Limits } from '../limits.ts';

/** Where to listen, and for what. */
interface LocalServerOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly limits: Limits;
  readonly onRequest: RequestListener;
  readonly onConnection: (socket: Socket) => void;
}

/** How often the times of requests are looked at. */
const CHECK_MS = 500;

/** An HTTP server that can stop listening and come back on its port, and that ends at once. */
export class LocalServer {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #host: string;
  #port: number;

  constructor({ host, port, limits, onRequest, onConnection }: LocalServerOptions) {
    this.#host = host;
    this.#port = port;
    this.#server = createServer(
      {
        keepAlive: false,
        headersTimeout: limits.maxSandboxHeadMs,
        requestTimeout: limits.maxSandboxRequestMs,
        connectionsCheckingInterval: CHECK_MS,
      },
      onRequest,
    );
    this.#server.on('connection', socket => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      // A peer that resets a connection is none of our errors.
      socket.on('error', () => undefined);
      onConnection(socket);
    });
  }

  get openConnections(): number {
    return this.#sockets.size;
  }

  get port(): number {
    return this.#port;
  }

  listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#port, this.#host, () => {
        this.#server.off('error', reject);
        const address = this.#server.address();
        if (typeof address === 'object' && address !== null) this.#port = address.port;
        resolve();
      });
    });
  }

  /** Stops listening; open connections go on. */
  pause(): void {
    if (this.#server.listening) this.#server.close();
  }

  /** Stops listening and ends all connections. */
  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    if (!this.#server.listening) return;
    await new Promise<void>(resolve => this.#server.close(() => resolve()));
  }
}
