import type { ServerResponse } from 'node:http';
import type { Page } from './pages.ts';

/** Answers with a line of text. */
export function replyText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
  response.end(`${text}\n`);
}

/** What a message holds may be hostile: nothing runs, nothing is loaded from elsewhere. */
const CONTENT_POLICY =
  "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'; sandbox";

/** A page of our own states the hashes of its script and style itself; it belongs to no origin. */
const SCRIPTED_POLICY =
  "default-src 'none'; img-src data:; media-src data: blob:; style-src 'unsafe-inline'; script-src 'unsafe-inline'; sandbox allow-scripts allow-downloads";

/** Answers with a page, or with what a page refers to. */
export function replyPage(response: ServerResponse, page: Page): void {
  response.writeHead(200, {
    'Content-Type': page.type,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': page.hasScript === true ? SCRIPTED_POLICY : CONTENT_POLICY,
    ...(page.saveAs !== undefined && { 'Content-Disposition': `attachment; filename="${page.saveAs}"` }),
  });
  response.end(page.body);
}
