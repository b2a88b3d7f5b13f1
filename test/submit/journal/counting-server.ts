import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { decodeForm } from '../../../src/submit/index.ts';

/** A gateway that counts whom it was sent to, answers late, and now and then not at all. */
export interface CountingServer {
  readonly url: string;
  /** How often each number came, by number. */
  readonly arrived: Map<string, number>;
  close(): Promise<void>;
}

const LATEST_MS = 8;

export async function countingServer(next: () => number, latestMs = LATEST_MS): Promise<CountingServer> {
  const arrived = new Map<string, number>();
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    try {
      for await (const piece of request) pieces.push(piece as Buffer);
    } catch {
      return; // killed while it was sending: the gateway of the manual takes whole forms only
    }
    const { message } = decodeForm(Buffer.concat(pieces).toString('latin1'));
    const to = message.to ?? [];
    for (const number of to) arrived.set(number, (arrived.get(number) ?? 0) + 1);
    await delay(next() * latestMs);
    const fault = next();
    if (fault < 0.03) request.socket.resetAndDestroy();
    else if (fault < 0.05) response.writeHead(503).end();
    else {
      const reports = to.map((_, index) => (fault < 0.1 && index % 3 === 0 ? 15 : -2));
      response.end(`MessageIdentifier=${to.map(() => '1').join()}&Report=${reports.join()}`);
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/sendmms`,
    arrived,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
