import { type Html, html, htmlPage } from '../inspect/index.ts';
import type { ReceivedMessage } from './gateway.ts';
import { phoneView } from './phone-view.ts';

const STYLE = `
.top { padding: 1.25rem clamp(.75rem, 3vw, 2rem) 1rem; border-bottom: 1px solid var(--line); background: var(--surface) }
.top p { margin: .25rem 0 0 }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); gap: 1.5rem; align-items: start; padding: 1.25rem clamp(.75rem, 3vw, 2rem) 3rem; max-width: 92rem; margin: 0 auto }
.empty { max-width: 46rem; padding: 2rem 0 }
article { min-width: 0; padding: 1rem; background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius) }
article > p { margin: .4rem 0 }
.subject { font-size: 1.05rem; font-weight: 600; overflow-wrap: anywhere }
.phone { margin: .7rem 0; background: #fff; color: #1c1c1c; border: 1px solid var(--line); border-radius: 1rem; padding: .8rem; min-height: 6rem; overflow: hidden }
.phone a { color: #0b5c6b } .phone h3 { margin: 0 0 .3rem; font-size: 1rem; overflow-wrap: anywhere } .phone small { color: #5c574f }
.phone img, .phone video, .phone audio { max-width: 100%; display: block; margin: .3rem auto }
.phone section { border-bottom: 1px dashed #ccc; padding: .3rem 0 }
.bitmap { background: #9db668; padding: .5rem; display: block; margin: auto; max-width: 90% }
.text { white-space: pre-wrap; overflow-wrap: anywhere; margin: .3rem 0 }
.prompt { border: 2px solid #1c1c1c; border-radius: .4rem; padding: .5rem .7rem; background: #eef0e4 }
.prompt p { margin: .2rem 0 } .keys { display: flex; justify-content: space-between; font-weight: 600 }
pre, code { white-space: pre-wrap; overflow-wrap: anywhere; font: 12px/1.5 var(--mono) }
.link, .library { overflow-wrap: anywhere }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0 .6rem; margin: 0; font-size: .8rem; color: var(--soft) }
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
    ...(delivery?.changes ?? [])
      .filter(({ steps }) => steps.length > 0)
      .map(({ name, steps }): [string, string] => [name, steps.join(', ')]),
    ...warnings.map(({ severity, message: text }): [string, string] => [severity, text]),
  ];
  return html`<dl>${facts.map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>`;
}

/** Where else a message can be looked at. */
function links({ number, delivery, message }: ReceivedMessage): Html {
  const isMms = delivery?.mms !== undefined;
  const hasOctets = isMms || ('bitmap' in message && message.bitmap instanceof Uint8Array);
  return html`<p>${isMms ? html`<a href="/messages/${number}/preview">Preview</a> · ` : ''}${hasOctets ? html`<a href="/messages/${number}/octets">Octets</a> · ` : ''}${isMms ? html`<a href="/mms/${number}">.mms</a> · ` : ''}<a href="/messages/${number}">JSON</a></p>`;
}

function card(received: ReceivedMessage): Html {
  const { number, message } = received;
  const subject = 'subject' in message && message.subject !== undefined ? message.subject : '';
  return html`<article><h2>${number}. ${message.kind}</h2>${subject === '' ? '' : html`<p class="subject">${subject}</p>`}
<div class="phone">${phoneView(received)}</div>
${details(received)}${links(received)}</article>`;
}

const EMPTY = html`<div class="empty"><p>No message has come yet. Send one to the address that the sandbox printed when it started:</p>
<pre>mms send text --text Hi --to 447700900123 --server URL</pre></div>`;

/** All messages, newest first, each as a telephone would show it. */
export function inboxPage(messages: readonly ReceivedMessage[]): string {
  const count = messages.length === 1 ? '1 message' : `${messages.length} messages`;
  return htmlPage({
    title: `Inbox: ${count}`,
    style: STYLE,
    script: '',
    isServed: true,
    body: html`<header class="top"><h1>Sandbox inbox: ${count}</h1><p><a href="/">Reload</a> · <a href="/messages">JSON</a></p></header>
<main>${messages.length === 0 ? EMPTY : messages.slice(-MAX_SHOWN_MESSAGES).toReversed().map(card)}</main>`,
  });
}
