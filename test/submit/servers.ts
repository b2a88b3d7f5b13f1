import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { type Fault, startSandbox } from '../../src/sandbox/index.ts';

/** A server under test conditions. */
export interface Peer {
  readonly url: string;
  /** Requests of which an octet was read. */
  readonly requests: () => number;
  readonly close: () => Promise<void>;
}

function tlsFile(name: string): string {
  return readFileSync(new URL(`../vectors/submit/tls/${name}`, import.meta.url), 'utf8');
}

export const CA = tlsFile('ca.pem');

async function listening(server: Server, scheme: 'http' | 'https', requests: () => number): Promise<Peer> {
  const sockets = new Set<Socket>();
  server.on('connection', socket => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${scheme}://127.0.0.1:${port}/sendmms`,
    requests,
    close: () =>
      new Promise(resolve => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** A TCP server that does as it likes with each connection; counts those that begin with an HTTP request. */
export function rawServer(scheme: 'http' | 'https', onSocket: (socket: Socket) => void): Promise<Peer> {
  let requests = 0;
  const server = createServer(socket => {
    socket.once('data', data => {
      if (data.toString('latin1').startsWith('POST')) requests += 1;
    });
    onSocket(socket);
  });
  return listening(server, scheme, () => requests);
}

/** A TLS server that answers every request the same way. */
export function tlsServer(certificate: string, answer: string, options: TlsOptions = {}): Promise<Peer> {
  let requests = 0;
  const pair = { cert: tlsFile(`${certificate}.pem`), key: tlsFile(`${certificate}.key`) };
  const server = createTlsServer({ ...pair, ...options }, socket => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      requests += 1;
      socket.end(answer);
    });
  });
  server.on('tlsClientError', () => undefined);
  return listening(server, 'https', () => requests);
}

/** A sandbox that does something wrong with every request. */
export async function faultySandbox(fault: Fault): Promise<Peer> {
  const sandbox = await startSandbox();
  sandbox.fault(fault, Number.POSITIVE_INFINITY);
  return { url: sandbox.url, requests: () => sandbox.requests, close: () => sandbox.close() };
}

/** An address where nobody listens. */
export async function nobody(host = '127.0.0.1'): Promise<Peer> {
  const sandbox = await startSandbox();
  const { port } = sandbox;
  await sandbox.close();
  return { url: `http://${host}:${port}/sendmms`, requests: () => 0, close: () => Promise.resolve() };
}

/** An address that needs no server of ours. */
export function elsewhere(url: string): Peer {
  return { url, requests: () => 0, close: () => Promise.resolve() };
}
