import { type Html, html } from '../../inspect/index.ts';
import { countOf, printable } from '../../text/index.ts';
import type { ReceivedMessage } from '../received-message.ts';
import { type InboxQuery, inboxAddress, LOOKS, type Look } from './query.ts';
import { KIND_LABELS, rowOf } from './row.ts';

const LOOK_LABELS: Readonly<Record<Look, string>> = {
  phone: 'Phone',
  phones: 'Ten phones',
  octets: 'Octets',
  form: 'Form',
};

/** A form can name more numbers than a page can show. */
const MAX_SHOWN_RECIPIENTS = 100;

/** The open message: what is known of it, and a frame that shows it. */
export function detailView(received: ReceivedMessage, query: InboxQuery): Html {
  const { number, message, receivedAt } = received;
  const { summary, from } = rowOf(received);
  const looks = LOOKS.filter(look => look !== 'phones' || isAdapted(received));
  const look = looks.find(one => one === query.look) ?? 'phone';
  return html`<header><a class="back" href="${inboxAddress(query, { open: undefined })}">‹ Inbox</a>
<h2><span class="kind ${message.kind}">${KIND_LABELS[message.kind]}</span> ${printable(summary.replace(/\s+/g, ' '))}</h2>
<p class="soft">#${number} from ${from}${receivedAt === undefined ? '' : html`, <time datetime="${receivedAt}">${receivedAt.slice(0, 19).replace('T', ' ')} UTC</time>`}</p>
${factsView(received)}
<nav aria-label="Ways to look at the message">${looks.map(one => html`<a href="${inboxAddress(query, { open: number, look: one })}"${one === look ? html` aria-current="page"` : ''}>${LOOK_LABELS[one]}</a>`)}<a class="take" href="/messages/${number}/download" download>Download</a><a href="/messages/${number}">JSON</a></nav></header>
<iframe src="/messages/${number}/${look}" title="${LOOK_LABELS[look]}"></iframe>`;
}

/** The gateway makes the pictures of these to fit. */
function isAdapted({ message, delivery }: ReceivedMessage): boolean {
  return message.kind === 'mms' && delivery?.mms !== undefined;
}

function factsView({ reports, message, warnings, delivery }: ReceivedMessage): Html {
  const facts: readonly (readonly [term: string, value: string, tone?: string | undefined])[] = [
    ...reports
      .slice(0, MAX_SHOWN_RECIPIENTS)
      .map(
        ({ recipient, report, text, accepted }) =>
          [recipient, `${report} ${text ?? ''}`, accepted ? '' : 'bad'] as const,
      ),
    ...(message.delayMinutes === undefined ? [] : [['after', `${message.delayMinutes} min`] as const]),
    ...(message.sendAt instanceof Date ? [['at', message.sendAt.toISOString()] as const] : []),
    ...(delivery?.changes ?? [])
      .filter(({ steps }) => steps.length > 0)
      .map(({ name, steps }) => [name, steps.join(', ')] as const),
    ...warnings.map(({ severity, message: text }) => [severity, text, 'warn'] as const),
  ];
  const left = reports.length - MAX_SHOWN_RECIPIENTS;
  return html`<details${warnings.length > 0 ? html` open` : ''}><summary>${countOf(reports.length, 'report')}${warnings.length === 0 ? '' : `, ${countOf(warnings.length, 'warning')}`}</summary>
<dl tabindex="0">${facts.map(([term, value, tone = '']) => html`<dt>${term}</dt><dd class="${tone}">${printable(value)}</dd>`)}${left > 0 ? html`<dt></dt><dd>and ${left} more numbers</dd>` : ''}</dl></details>`;
}
