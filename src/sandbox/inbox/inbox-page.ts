import { type Html, html, htmlPage } from '../../inspect/index.ts';
import { isMessageKind } from '../../submit/index.ts';
import { countOf } from '../../text/index.ts';
import type { ReceivedMessage } from '../received-message.ts';
import { detailView } from './detail-view.ts';
import { INBOX_SCRIPT } from './inbox-script.ts';
import { INBOX_STYLE } from './inbox-style.ts';
import { listView } from './list-view.ts';
import type { InboxQuery } from './query.ts';
import { KIND_LABELS } from './row.ts';

/** All messages that a query asks for, and the open one beside them. The page follows what comes by itself. */
export function inboxPage(messages: readonly ReceivedMessage[], query: InboxQuery): string {
  const count = countOf(messages.length, 'message');
  const open = messages.find(({ number }) => number === query.open);
  return htmlPage({
    title: `Inbox: ${count}`,
    style: INBOX_STYLE,
    script: INBOX_SCRIPT,
    isServed: true,
    body: html`<div class="inbox${open === undefined ? '' : ' has-open'}">
<header class="top"><h1>Sandbox inbox</h1><p class="soft" id="count">${count}<span id="live"></span></p>
<p class="actions"><a href="/messages" download="messages.json">Download all</a><button type="button" id="clear" hidden>Clear</button></p></header>
${searchView(query)}
<main><section id="list" aria-label="Messages" tabindex="0">${listView(messages, query)}</section>
<section id="detail" aria-label="Open message" aria-live="polite">${open === undefined ? html`<p class="none soft">${messages.length === 0 ? '' : 'Choose a message to see it as the phone shows it.'}</p>` : detailView(open, query)}</section></main></div>`,
  });
}

function searchView({ q, kind, to }: InboxQuery): Html {
  return html`<form class="search" method="get" action="/" role="search">
<input type="search" name="q" value="${q}" placeholder="Search" aria-label="Search" maxlength="100" autocomplete="off">
<select name="kind" aria-label="Kind"><option value="">All kinds</option>${KINDS.map(one => html`<option value="${one}"${one === kind ? html` selected` : ''}>${KIND_LABELS[one]}</option>`)}</select>
<input type="search" name="to" value="${to}" placeholder="Number" aria-label="Number of a recipient" inputmode="numeric" maxlength="20" autocomplete="off">
<noscript><button>Search</button></noscript></form>`;
}

const KINDS = Object.keys(KIND_LABELS).filter(isMessageKind);
