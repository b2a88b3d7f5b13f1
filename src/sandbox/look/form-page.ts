import { html, htmlPage } from '../../inspect/index.ts';
import { printable } from '../../text/index.ts';
import type { ReceivedMessage } from '../received-message.ts';

const FORM_STYLE = `
body { background: var(--surface) }
main { padding: 1.25rem clamp(.75rem, 3vw, 2rem) 3rem; max-width: 70rem }
.wide { overflow-x: auto; margin-bottom: 1.5rem }
table { border-collapse: collapse; width: 100%; font-size: .85rem }
th, td { padding: .35rem .9rem .35rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 500; overflow-wrap: anywhere; min-width: 8rem }
td, pre { font: 12px/1.6 var(--mono) } td { white-space: pre-wrap }
pre { margin: .5rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere }
`;

/** The form of a message as it came, parameter by parameter and as a whole, without the PIN. */
export function formPage({ number, form }: ReceivedMessage): string {
  const rows = [...new URLSearchParams(form)].map(
    ([name, value]) => html`<tr><th scope="row">${printable(name)}</th><td>${value}</td></tr>
`,
  );
  return htmlPage({
    title: `Form of message ${number}`,
    style: FORM_STYLE,
    script: '',
    body: html`<main><h2>Parameters</h2><div class="wide"><table><tbody>
${rows}</tbody></table></div><h2>As it came</h2><pre>${form}</pre></main>`,
  });
}
