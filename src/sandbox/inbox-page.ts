import { type Html, html } from '../inspect/index.ts';
import type { ReceivedMessage } from './gateway.ts';
import { phoneView } from './phone-view.ts';

const STYLE = `
body { font: 15px/1.4 system-ui, sans-serif; margin: 2rem; background: #f2f2ef; color: #222 }
main { display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: flex-start }
article { width: 20rem }
.phone { background: #fff; border: 1px solid #bbb; border-radius: 1rem; padding: 1rem; min-height: 8rem; overflow: hidden }
.phone img, .phone video, .phone audio { max-width: 100%; display: block; margin: .3rem auto }
.phone section { border-bottom: 1px dashed #ccc; padding: .3rem 0 }
.bitmap { background: #9db668; padding: .5rem; display: block; margin: auto; max-width: 90% }
.text { white-space: pre-wrap; overflow-wrap: anywhere; margin: .3rem 0 }
pre, code { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 12px }
.link, .library { color: #555; overflow-wrap: anywhere }
small, dl { color: #666; font-size: 12px }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 .6rem }
dd { margin: 0; overflow-wrap: anywhere }
`;

/** A form can name more numbers than a page can show. */
const MAX_SHOWN_RECIPIENTS = 100;
/** The newest; every message has its JSON. */
const MAX_SHOWN_MESSAGES = 100;

function details({ reports, message, warnings, delivery }: ReceivedMessage): Html {
  const facts: [string, Html | string][] = [
    ...reports
      .slice(0, MAX_SHOWN_RECIPIENTS)
      .map(({ recipient, report, text }): [string, string] => [recipient, `${report} ${text ?? ''}`]),
    ...(message.replyTo === undefined ? [] : [['from', message.replyTo] as [string, string]]),
    ...(message.delayMinutes === undefined
      ? []
      : [['after', `${message.delayMinutes} min`] as [string, string]]),
    ...(message.sendAt instanceof Date ? [['at', message.sendAt.toISOString()] as [string, string]] : []),
    ...(delivery?.changes ?? []).map(({ name, steps }): [string, string] => [name, steps.join(', ')]),
    ...warnings.map(({ severity, message: text }): [string, string] => [severity, text]),
  ];
  return html`<dl>${facts.map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>`;
}

function card(received: ReceivedMessage): Html {
  const { number, message, delivery } = received;
  const links = delivery?.mms === undefined ? html`` : html` <a href="/mms/${number}">.mms</a>`;
  return html`<article><h2>${number}. ${message.kind}</h2><div class="phone">${phoneView(received)}</div>
${details(received)}<p><a href="/messages/${number}">JSON</a>${links}</p></article>`;
}

/** All messages, newest first, each as a telephone would show it. */
export function inboxPage(messages: readonly ReceivedMessage[]): string {
  const count = messages.length === 1 ? '1 message' : `${messages.length} messages`;
  return html`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Inbox: ${count}</title><style>${STYLE}</style></head>
<body><h1>Sandbox inbox: ${count}</h1><p><a href="/">reload</a> · <a href="/messages">JSON</a></p>
<main>${messages.slice(-MAX_SHOWN_MESSAGES).toReversed().map(card)}</main></body></html>
`.toString();
}
