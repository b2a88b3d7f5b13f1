import { type Html, html } from '../src/inspect/index.ts';
import { INSPECT_AS } from '../src/public/inspect.ts';
import type { Example } from './examples.ts';

/** What stands in the page before anything was pasted. */
export function siteBody(examples: readonly Example[]): Html {
  return html`<header class="top"><h1>Explain any mobile-messaging bytes</h1>
<p>Paste hexadecimal digits or text, or drop a file: SMS TPDUs, user data headers, WAP pushes, WBXML, MMS, pictures, ringing tones, RTTTL, contacts. Nothing leaves this page; it works without a network.</p></header>
<main>
<section class="panel" id="input" aria-label="Input">
<label for="bytes">Bytes or text</label>
<textarea id="bytes" spellcheck="false" autocomplete="off" autocapitalize="off" placeholder="51 00 0b 91 44 77 00 09 21 43 00 00 ff 0a …   one TPDU a line"></textarea>
<div class="row"><label class="file">Choose a file<input id="file" type="file"></label>
<label for="as">Read as</label><select id="as"><option value="">whatever it is</option>${INSPECT_AS.map(as => html`<option>${as}</option>`)}</select></div>
<div class="examples" role="group" aria-label="Examples">${examples.map(({ name }, index) => html`<button type="button" data-example="${index}">${name}</button>`)}</div>
</section>
<div class="answer" id="answer" role="region" aria-label="Explanation" aria-live="polite"></div>
<section class="panel counting" aria-label="SMS counter">
<label for="sms-text">SMS counter</label>
<textarea id="sms-text">Grüße aus Łódź – see you at 7 €</textarea>
<div id="counter" role="status"></div>
</section>
</main>
<footer>Made with mms-composer, the library and command line that compose and decode all this.</footer>`;
}
