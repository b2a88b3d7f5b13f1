import { isMmsError } from '../src/errors.ts';
import { type Html, html } from '../src/inspect/index.ts';
import type { Issue } from '../src/issues/index.ts';
import { INSPECT_AS, type InspectAs } from '../src/public/inspect.ts';
import { smsCounter } from './counter.ts';
import { EXAMPLES } from './examples.ts';
import { type Explanation, explain, octetsOfText } from './explain.ts';
import { hashOf, type Input, readHash } from './input.ts';

/** Larger files would keep a page busy for too long. */
const LARGEST_FILE = 8 * 1024 * 1024;

function element<E extends Element>(id: string, type: new () => E): E {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`the page has no ${id}`);
  return found;
}

const PHONE = 'On the phone';
const OCTETS = 'Octets';

const bytes = element('bytes', HTMLTextAreaElement);
const as = element('as', HTMLSelectElement);
const file = element('file', HTMLInputElement);
const answer = element('answer', HTMLDivElement);
const smsText = element('sms-text', HTMLTextAreaElement);
const counter = element('counter', HTMLDivElement);

/** What was dropped; pasting takes its place. */
let dropped: Uint8Array | undefined;
let turn = 0;

function formOf(value: string): InspectAs | undefined {
  return INSPECT_AS.find(name => name === value);
}

function currentInput(): Input | undefined {
  const form = formOf(as.value);
  if (dropped !== undefined) return { pieces: [dropped], as: form };
  const text = bytes.value;
  if (text.trim() === '') return undefined;
  const pieces = octetsOfText(text);
  return pieces === undefined ? { text, pieces: [] } : { pieces, as: form };
}

async function update(): Promise<void> {
  const own = ++turn;
  const input = currentInput();
  if (input === undefined) {
    show(html``);
    return;
  }
  const shown = await explained(input);
  if (own !== turn) return;
  show(shown.page);
  for (const [index, target] of answer.querySelectorAll('iframe').entries())
    fillFrame(target, shown.frames[index] ?? '');
  const hash = hashOf(input);
  history.replaceState(null, '', hash === '' ? location.pathname : hash);
}

interface Shown {
  readonly page: Html;
  /** Pages of the frames in their order. */
  readonly frames: readonly string[];
}

async function explained(input: Input): Promise<Shown> {
  try {
    return answerOf(await explain(input), input);
  } catch (error) {
    if (!isMmsError(error)) throw error;
    const { code, message, hint } = error;
    const finding: Issue = { code, severity: 'error', message, ...(hint === undefined ? {} : { hint }) };
    return { page: html`<section class="panel">${findingsList([finding])}</section>`, frames: [] };
  }
}

function answerOf(explanation: Explanation, input: Input): Shown {
  const { title, octets, phone, inspection, findings, note } = explanation;
  const isWide = phone?.includes('data-octets=') === true;
  const frames = [phone, inspection].filter(page => page !== undefined);
  const link = hashOf(input) === '' ? html`` : html`<button type="button" data-copy>Copy link</button>`;
  return {
    page: html`<section class="panel"><div class="verdict"><h2>${title}</h2><span class="soft">${octets} octets</span>${link}</div>${note === undefined ? '' : html`<p class="note">${note}</p>`}
${findingsList(findings)}</section>
<div class="${phone === undefined || inspection === undefined || isWide ? 'pair' : 'pair with-handset'}">${phone === undefined ? '' : frame(PHONE)}${inspection === undefined ? '' : frame(OCTETS)}</div>`,
    frames,
  };
}

function frame(heading: string): Html {
  return html`<section class="panel"><h2>${heading}</h2><iframe title="${heading}"></iframe></section>`;
}

function findingsList(findings: readonly Issue[]): Html {
  if (findings.length === 0) return html`<p class="fine">No findings.</p>`;
  return html`<ul class="findings">${findings.map(({ severity, code, message, hint }) => html`<li class="${severity}"><b>${severity}</b> ${message} <code>${code}</code>${hint === undefined ? '' : html`<span class="hint">${hint}</span>`}</li>`)}</ul>`;
}

function show(page: Html): void {
  answer.innerHTML = page.toString();
}

/** Pixels of a frame beyond which what is in it scrolls by itself. */
const TALLEST = 4000;
/** The same for the octets, which stay in sight beside the fields that are scrolled through. */
const TALLEST_OCTETS = 0.85;

/** Puts a page into a frame as high as the page is, and follows it when it grows. The heading stands outside. */
function fillFrame(target: HTMLIFrameElement, page: string): void {
  const tallest = target.title === OCTETS ? innerHeight * TALLEST_OCTETS : TALLEST;
  target.addEventListener('load', () => {
    const inner = target.contentDocument;
    if (inner === null) return;
    const heading = inner.querySelector('header.top');
    heading?.setAttribute('hidden', '');
    const follow = (): void => {
      target.style.height = `${Math.min(inner.body.scrollHeight + 4, tallest)}px`;
    };
    new ResizeObserver(follow).observe(inner.documentElement);
    follow();
  });
  target.srcdoc = page;
}

async function takeFile(taken: File | undefined): Promise<void> {
  if (taken === undefined) return;
  if (taken.size > LARGEST_FILE) {
    show(
      html`<section class="panel"><p class="note">${taken.name} has ${taken.size} octets; this page reads up to ${LARGEST_FILE}.</p></section>`,
    );
    return;
  }
  const data = new Uint8Array(await taken.arrayBuffer());
  const text = new TextDecoder().decode(data);
  const isText = !text.includes('\0') && !text.includes('\ufffd');
  bytes.value = isText ? text : '';
  bytes.placeholder = isText ? bytes.placeholder : `${taken.name}, ${taken.size} octets`;
  dropped = isText ? undefined : data;
  as.value = '';
  await update();
}

function pasted(): void {
  dropped = undefined;
  void update();
}

function readLink(): void {
  const link = readHash(location.hash);
  if (link === undefined) return;
  bytes.value = link.content;
  as.value = formOf(link.as ?? '') ?? '';
  pasted();
}

function count(): void {
  counter.innerHTML = smsCounter(smsText.value).toString();
}

bytes.addEventListener('input', pasted);
as.addEventListener('change', () => void update());
file.addEventListener('change', () => void takeFile(file.files?.[0]));
smsText.addEventListener('input', count);
for (const type of ['dragover', 'dragleave', 'drop'] as const) {
  document.addEventListener(type, event => {
    event.preventDefault();
    bytes.classList.toggle('drop', type === 'dragover');
    if (type === 'drop') void takeFile(event.dataTransfer?.files[0]);
  });
}
document.addEventListener('click', event => {
  const target = event.target instanceof Element ? event.target.closest('button') : null;
  const example = EXAMPLES[Number(target?.dataset['example'])];
  if (example !== undefined) {
    bytes.value = example.input;
    as.value = '';
    pasted();
  }
  if (target !== null && target.dataset['copy'] !== undefined) {
    void navigator.clipboard.writeText(location.href).then(() => {
      target.textContent = 'Copied';
    });
  }
});
addEventListener('hashchange', readLink);
readLink();
count();
