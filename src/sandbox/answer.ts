import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from './fault.ts';

const HTML_PAGE = '<!DOCTYPE html><title>Maintenance</title><p>We shall be back soon.';

/** As the manual's server writes it, semicolon and all. */
const CONTENT_TYPE = 'text/html;';

function writeHead(response: ServerResponse, length?: number): void {
  response.writeHead(200, {
    'Content-Type': CONTENT_TYPE,
    Connection: 'close',
    ...(length !== undefined && { 'Content-Length': length }),
  });
}

/** Answers as the gateway does: status 200, chunked, whatever the reports say. */
export function answer(response: ServerResponse, body: string): void {
  writeHead(response);
  response.end(body);
}

/** Answers wrongly. */
export async function answerWithFault(
  request: IncomingMessage,
  response: ServerResponse,
  fault: Fault,
  body: string,
): Promise<void> {
  const { socket } = request;
  switch (fault.kind) {
    case 'reset-before-reading':
    case 'reset-after-reading':
      socket.resetAndDestroy();
      return;
    case 'close-before-reading':
    case 'close-after-reading':
      socket.destroy();
      return;
    case 'hang':
      return;
    case 'slow':
      await delay(fault.delayMs);
      answer(response, body);
      return;
    case 'cut':
    case 'stall':
      writeHead(response, body.length);
      response.write(body.slice(0, body.length / 2), () => {
        if (fault.kind === 'cut') socket.destroy();
      });
      return;
    case 'garbage':
      socket.end('\u0016\u0003\u0001no HTTP at all\r\n\r\n');
      return;
    case 'html':
      answer(response, HTML_PAGE);
      return;
    case 'empty':
      answer(response, '');
      return;
    case 'oversized':
      answer(response, `${body}&Padding=${'x'.repeat(2 * 1024 * 1024)}`);
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
      answer(response, body);
  }
}
