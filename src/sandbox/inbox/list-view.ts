import { type Html, html } from '../../inspect/index.ts';
import { countOf, printable } from '../../text/index.ts';
import type { ReceivedMessage } from '../received-message.ts';
import { type InboxQuery, inboxAddress } from './query.ts';
import { isAskedFor, KIND_LABELS, rowOf } from './row.ts';

/** The messages that are asked for, newest first. */
export function listView(messages: readonly ReceivedMessage[], query: InboxQuery): Html {
  const [oldest] = messages;
  if (oldest === undefined) return EMPTY;
  const asked = messages.filter(received => isAskedFor(received, query)).toReversed();
  if (asked.length === 0) return html`<p class="none soft">No message is like that.</p>`;
  return html`<ol class="rows">
${asked.map(received => rowView(received, query))}</ol>${droppedView(oldest)}`;
}

const EMPTY = html`<div class="none"><p>No message has come yet. Send one to the address that the sandbox printed when it started:</p>
<pre>mms send text --text Hi --to 447700900123 --server URL</pre></div>`;

function rowView(received: ReceivedMessage, query: InboxQuery): Html {
  const { number, message, receivedAt, reports, warnings } = received;
  const { summary, to } = rowOf(received);
  const isOpen = query.open === number;
  const refused = reports.filter(({ accepted }) => !accepted).length;
  return html`<li><a href="${inboxAddress(query, { open: number })}"${isOpen ? html` aria-current="true"` : ''}>
<span class="kind ${message.kind}">${KIND_LABELS[message.kind]}</span>${timeView(receivedAt)}
<b>${printable(oneLine(summary))}</b>
<span class="soft">#${number} to ${recipients(to)}</span>${refused === 0 ? '' : html`<span class="bad">${refused} refused</span>`}${warnings.length === 0 ? '' : html`<span class="warn">${countOf(warnings.length, 'warning')}</span>`}</a></li>
`;
}

/** The clock of the sandbox, UTC. */
function timeView(receivedAt: string | undefined): Html {
  if (receivedAt === undefined) return html``;
  const [day = '', clock = ''] = receivedAt.slice(0, 19).split('T');
  return html`<time datetime="${receivedAt}" title="${day} ${clock} UTC">${clock.slice(0, 5)}</time>`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function recipients([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

/** Numbers count from 1, so it shows what is not kept any more. */
function droppedView(oldest: ReceivedMessage): Html {
  const gone = oldest.number - 1;
  if (gone === 0) return html``;
  return html`<p class="none soft">${gone === 1 ? 'The oldest message is' : `The oldest ${gone} messages are`} not kept any more.</p>`;
}
