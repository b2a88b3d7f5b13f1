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

/** Pages of our own state the hashes of their script and style themselves. */
const PAGE_POLICIES = {
  /** Looks after itself: it fetches, listens and shows messages in a frame. */
  inbox: "frame-ancestors 'none'",
  /** Shows what others wrote: it belongs to no origin. */
  message:
    "default-src 'none'; img-src 'self' data:; media-src 'self' data: blob:; style-src 'unsafe-inline'; script-src 'unsafe-inline'; sandbox allow-scripts allow-downloads",
} as const;

/** Answers with a page, or with what a page refers to. */
export function replyPage(response: ServerResponse, page: Page): void {
  response.writeHead(200, {
    'Content-Type': page.type,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Content-Security-Policy': page.script === undefined ? CONTENT_POLICY : PAGE_POLICIES[page.script],
    ...(page.previous !== undefined && { Link: `<${page.previous}>; rel="prev"` }),
    ...(page.saveAs !== undefined && { 'Content-Disposition': `attachment; filename="${page.saveAs}"` }),
  });
  response.end(page.body);
}
