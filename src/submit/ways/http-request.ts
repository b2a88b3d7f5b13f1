import { octetsIn } from '../../bytes/index.ts';
import { chunksText } from '../body-chunks.ts';
import type { Outgoing } from '../outgoing.ts';
import type { PreparedRequest } from '../prepared-request.ts';
import type { Scrubber } from '../secrets.ts';
import { submit } from '../submission.ts';
import { httpTransport } from '../transport/http-transport.ts';
import type { CarryOptions, WayRequest } from './way.ts';

/** Where a request goes, and what must not be shown of it. */
export interface HttpPeer {
  /** Tried in this order, each once, the next only where it is proven that nothing was sent. */
  readonly servers: readonly URL[];
  readonly secrets: Scrubber;
}

function describe(outgoing: Outgoing, { servers, secrets }: HttpPeer): PreparedRequest {
  const { method, recipients, warnings, parameterNames } = outgoing;
  const chunks = outgoing.bodyChunks();
  const bodyBytes = octetsIn(chunks);
  const length = method === 'POST' ? { 'Content-Length': String(bodyBytes) } : {};
  const headers = { ...outgoing.headers(), ...length, Connection: 'close' };
  const clean = (text: string): string => secrets.scrub(text);
  return {
    method,
    servers: servers.map(server => clean((outgoing.shownTarget ?? outgoing.target)(server).href)),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, clean(value)])),
    body: clean(chunksText(chunks)),
    parameters: parameterNames.map(name => ({ name, bytes: bodyBytes })),
    recipients,
    warnings,
  };
}

/** A request over HTTP, with the one transport and the one rule of failover that all have. */
export function httpRequest(outgoing: Outgoing, peer: HttpPeer): WayRequest {
  return {
    describe: () => describe(outgoing, peer),
    carry: ({ signal, timeouts = {}, hooks = {}, transport = httpTransport, ca }: CarryOptions) =>
      submit(outgoing, { ...peer, transport, hooks, timeouts, ca, signal }),
  };
}
