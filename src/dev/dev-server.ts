import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { framePage } from './dev-pages.ts';
import { LivePage } from './live-page.ts';

/** How {@link startDevServer} listens. */
export interface DevServerOptions {
  /** Default: any free one. */
  readonly port?: number | undefined;
  /** The folder that no file of a manifest may be outside of. */
  readonly root?: string | undefined;
}

/** A live preview on this machine. */
export interface DevServer {
  readonly url: string;
  /** Ends all connections and stops watching. */
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

/**
 * Shows the preview of a manifest, a folder or media files at `/preview`, and at `/` in a page that follows the files
 * as they are saved. What cannot be composed is explained in the page. Only this machine can reach it.
 * @throws Error of node:net when the port is taken
 */
export async function startDevServer(
  paths: readonly string[],
  { port = 0, root }: DevServerOptions = {},
): Promise<DevServer> {
  const listeners = new Set<ServerResponse>();
  const page = new LivePage(paths, root, () => {
    for (const listener of listeners) tell(listener, page.version);
  });
  const server = createServer((request, response) => {
    if (!isLocal(request)) reply(response, 403, 'text/plain', 'unexpected Host header\n');
    else if (request.url === '/') reply(response, 200, 'text/html', framePage(page.version));
    else if (request.url === '/preview') reply(response, 200, 'text/html', page.html);
    else if (request.url === '/events') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      tell(response, page.version);
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    } else reply(response, 404, 'text/plain', 'no such page\n');
  });
  server.listen(port, HOST);
  await once(server, 'listening');
  await page.start();
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${HOST}:${actual}/`,
    close: async () => {
      await page.close();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function tell(listener: ServerResponse, version: number): void {
  listener.write(`data: ${version}\n\n`);
}

/** A page of elsewhere may have its name point here; it then sends that name. */
function isLocal({ headers }: IncomingMessage): boolean {
  return /^(?:127\.0\.0\.1|localhost)(?::\d{1,5})?$/.test(headers.host ?? '');
}

function reply(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'Content-Type': `${type}; charset=utf-8`,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(body);
}
