import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from './fault.ts';
import { type Reply, textReply } from './reply.ts';

const HTML_PAGE = '<!DOCTYPE html><title>Maintenance</title><p>We shall be back soon.';

/** As the manual's server writes it, semicolon and all. */
const CONTENT_TYPE = 'text/html;';

/** What the gateway says: status 200, whatever the reports are. */
export function gatewayReply(text: string): Reply {
  return textReply(200, CONTENT_TYPE, text);
}

function writeHead(response: ServerResponse, { status, contentType }: Reply, length?: number): void {
  response.writeHead(status, {
    'Content-Type': contentType,
    Connection: 'close',
    ...(length !== undefined && { 'Content-Length': length }),
  });
}

/** Answers, chunked as the gateway does. */
export function answer(response: ServerResponse, reply: Reply): void {
  writeHead(response, reply);
  response.end(reply.body);
}

const PADDING = Buffer.from(`&Padding=${'x'.repeat(2 * 1024 * 1024)}`);

/** Answers wrongly; what strikes before reading is done by then. */
export async function answerWithFault(
  request: IncomingMessage,
  response: ServerResponse,
  fault: Fault,
  reply: Reply,
): Promise<void> {
  const { socket } = request;
  switch (fault.kind) {
    case 'reset-after-reading':
      socket.resetAndDestroy();
      return;
    case 'close-after-reading':
      socket.destroy();
      return;
    case 'hang':
      return;
    case 'slow':
      await delay(fault.delayMs);
      answer(response, reply);
      return;
    case 'cut':
    case 'stall':
      writeHead(response, reply, reply.body.length);
      response.write(reply.body.subarray(0, reply.body.length / 2), () => {
        if (fault.kind === 'cut') socket.destroy();
      });
      return;
    case 'garbage':
      socket.end('\u0016\u0003\u0001no HTTP at all\r\n\r\n');
      return;
    case 'html':
      answer(response, gatewayReply(HTML_PAGE));
      return;
    case 'empty':
      answer(response, { ...reply, body: new Uint8Array() });
      return;
    case 'oversized':
      answer(response, { ...reply, body: Buffer.concat([reply.body, PADDING]) });
      return;
    case 'status':
      response.writeHead(fault.status, {
        'Content-Type': CONTENT_TYPE,
        Connection: 'close',
        ...fault.headers,
      });
      response.end(`HTTP status ${fault.status}`);
      return;
    case 'report':
      answer(response, reply);
  }
}
