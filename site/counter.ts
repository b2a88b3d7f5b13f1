import { type Html, html } from '../src/inspect/index.ts';
import { measureSms, transliterate } from '../src/public/sms.ts';

const ENCODINGS = { gsm7: 'GSM 7-bit', ucs2: 'UCS-2', '8bit': '8-bit' } as const;

/** Parts beyond which the bar would have no room. */
const MOST_BARS = 40;

/** How a text would be sent, and what forced UCS-2. */
export function smsCounter(text: string): Html {
  const measure = measureSms({ text });
  const { encoding, parts, units, unitsPerPart, unitsLeft, forcedBy } = measure;
  const last = Math.round((100 * (unitsPerPart - unitsLeft)) / unitsPerPart);
  const bars = Array.from({ length: Math.min(parts, MOST_BARS) }, (_, index) =>
    index < parts - 1 ? 100 : last,
  );
  return html`<dl class="counter">${figure('Encoding', ENCODINGS[encoding])}${figure('SMS', parts)}${figure(encoding === 'ucs2' ? 'Characters' : 'Septets', units)}${figure('Left', unitsLeft)}</dl>
<div class="segments" aria-hidden="true">${bars.map(full => html`<span style="--full: ${full}%"></span>`)}</div>
<p class="forced">${forcedBy.length === 0 ? '' : html`UCS-2 because of ${forcedBy.map(({ character, codePoint }) => html`<mark>${character}</mark> ${codePoint} `)}${cheaper(text, parts)}`}</p>`;
}

function figure(name: string, value: string | number): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

/** What it would be without these characters. */
function cheaper(text: string, parts: number): string {
  const { text: plain } = transliterate(text);
  const { encoding, parts: fewer } = measureSms({ text: plain });
  if (encoding !== 'gsm7') return '';
  return fewer < parts
    ? `– written as “${plain}” it takes ${fewer} SMS.`
    : `– “${plain}” would be GSM 7-bit.`;
}
