import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came. */
export interface RecordedRequest {
  readonly line: string;
  readonly host: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

/** A server that remembers what it gets and answers as it is told. */
export interface RecordingServer {
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  close(): Promise<void>;
}

interface Reply {
  readonly status?: number;
  readonly body?: Uint8Array | string;
}

export async function recordingServer(reply: (request: RecordedRequest) => Reply): Promise<RecordingServer> {
  const requests: RecordedRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of incoming) pieces.push(piece as Buffer);
    const { method, url, headers } = incoming;
    const request = {
      line: `${method} ${url}`,
      host: headers.host,
      headers,
      body: new Uint8Array(Buffer.concat(pieces)),
    };
    requests.push(request);
    const { status = 200, body = '' } = reply(request);
    response.writeHead(status).end(body);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
