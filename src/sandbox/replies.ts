import type { ServerResponse } from 'node:http';
import type { Page } from './pages.ts';

/** Answers with a line of text. */
export function replyText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
  response.end(`${text}\n`);
}

/** What a message holds may be hostile: nothing runs, nothing is loaded from elsewhere. */
const CONTENT_POLICY =
  "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox";

/** Answers with a page, or with what a page refers to. */
export function replyPage(response: ServerResponse, page: Page): void {
  response.writeHead(200, {
    'Content-Type': page.type,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': CONTENT_POLICY,
    ...(page.saveAs !== undefined && { 'Content-Disposition': `attachment; filename="${page.saveAs}"` }),
  });
  response.end(page.body);
}
