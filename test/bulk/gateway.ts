import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Send } from '../../src/bulk/index.ts';
import { decodeForm, GatewayClient, type GatewayMessage } from '../../src/submit/index.ts';

/** A gateway that takes everything and keeps what it got. */
export interface TakingGateway {
  readonly messages: GatewayMessage[];
  readonly send: Send;
  close(): void;
}

const ANSWER_MS = 5;

export async function takingGateway(): Promise<TakingGateway> {
  const messages: GatewayMessage[] = [];
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const { message } = decodeForm(Buffer.concat(pieces).toString('latin1'));
    messages.push(message);
    await delay(ANSWER_MS);
    const to = message.to ?? [];
    response.end(
      `MessageIdentifier=${to.map(number => `id-${number}`).join()}&Report=${to.map(() => '-2').join()}`,
    );
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const servers = [`http://127.0.0.1:${port}/sendmms`];
  return {
    messages,
    send: (message, { journal, ...options }) =>
      new GatewayClient({ username: 'A.1', pin: 'CANARY-7f3a', servers, journal }).send(message, options),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
