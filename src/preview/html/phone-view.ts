import { type Html, html } from '../../inspect/index.ts';
import { mediaDurationMs } from '../../media/index.ts';
import { type PresentationPart, textOf } from '../../message/index.ts';
import type { Presentation } from '../../presentation/index.ts';
import { isTaken, type PreviewPhone, USUAL_SCREEN } from '../phones.ts';
import { type Box, type PlacedMedium, placeSlides, type Screen, textSizePx } from '../screen.ts';
import { type TimedMedium, type TimedSlide, timeSlides } from '../timeline.ts';
import { isPlayed, type PageMedia } from './media.ts';

/** What the views of one message share. */
export interface PreviewContext {
  readonly presentation: Presentation;
  /** Of all messages of the page. */
  readonly media: PageMedia;
  /** Octets of the encoded message. */
  readonly totalBytes: number;
}

/** Widest that a phone is drawn, in CSS pixels; smaller screens are enlarged to whole multiples. */
const DRAWN_WIDTH = 300;

/** A phone with the message on its screen: every slide, one below the other until a script puts them in one place. */
export function phoneView(phone: PreviewPhone, context: PreviewContext): Html {
  const screen = phone.screen ?? USUAL_SCREEN;
  const slides = timeSlides(placeSlides(context.presentation, screen));
  const shown = slides.map((slide, index) => slideView(slide, index, { phone, screen, context }));
  return html`<figure class="phone" data-phone="${phone.id}" data-width="${screen.width}" data-height="${screen.height}">
<figcaption><b>${phone.name ?? phone.id}</b> <span class="soft">${screen.width}&#215;${screen.height}</span>${sizeNote(phone, context.totalBytes)}</figcaption>
<div class="case"><div class="slides">${shown.length > 0 ? shown : looseParts({ phone, screen, context })}</div></div>
</figure>
`;
}

function sizeNote({ maxBytes }: PreviewPhone, totalBytes: number): Html {
  if (maxBytes === undefined) return html``;
  const share = Math.round((totalBytes / maxBytes) * 100);
  const fits = totalBytes <= maxBytes;
  return html` <span class="${fits ? 'good' : 'bad'}" data-limit="${maxBytes}">${share} % of ${maxBytes} octets${fits ? '' : ': too large'}</span>`;
}

interface OnPhone {
  readonly phone: PreviewPhone;
  readonly screen: Screen;
  readonly context: PreviewContext;
}

function slideView({ beginMs, endMs, media }: TimedSlide, index: number, on: OnPhone): Html {
  const views = media.map(medium => {
    const { placed } = medium;
    const view = on.phone.ignoresLayout === true ? stacked(placed, on) : atItsPlace(placed, on);
    return { placed, view: timed(medium, view) };
  });
  const sounds = views.filter(({ placed }) => placed.box === undefined).map(({ view }) => view);
  const seen = views.filter(({ placed }) => placed.box !== undefined).map(({ view }) => view);
  const body =
    on.phone.ignoresLayout === true
      ? html`<div class="stack">${seen}</div>`
      : html`${screenSvg(on.screen, seen)}`;
  return html`<section class="slide" aria-label="Slide ${index + 1}" data-slide="${index + 1}" data-begin="${beginMs}" data-end="${endMs}">${body}${sounds}</section>
`;
}

function screenSvg(screen: Screen, content: readonly Html[]): Html {
  const { width, height } = screen;
  const scale = Math.max(1, Math.floor(DRAWN_WIDTH / Math.max(1, width)));
  return html`<svg class="screen px${textSizePx(screen)}" width="${width * scale}" height="${height * scale}" viewBox="0 0 ${width} ${height}">${content}</svg>`;
}

function timed({ placed, beginMs, endMs }: TimedMedium, view: Html): Html {
  if (placed.box === undefined) return view;
  return html`<g class="timed" data-begin="${beginMs}" data-end="${endMs}">${view}</g>`;
}

function atItsPlace({ medium, part, box, fit }: PlacedMedium, on: OnPhone): Html {
  const name = medium.alt ?? part?.name ?? medium.src;
  if (part === undefined) return refused(box, `no part for ${medium.src}`);
  if (!isTaken(part, on.phone)) return refused(box, `${part.contentType} is not taken`);
  if (box === undefined) return soundView(part, on.context);
  const { id, picture } = on.context.media.of(part);
  if (part.kind === 'text') return textBox(part, box, on.context);
  if (picture === undefined) return symbolBox(part, box);
  const place = html`x="${box.left}" y="${box.top}" width="${box.width}" height="${box.height}"`;
  const use = html`<use href="#${id}"/>`;
  if (fit === 'hidden' || fit === 'scroll')
    return html`<svg ${place} role="img" aria-label="${name}" data-part="${part.name}">${use}</svg>`;
  const ratio = fit === 'fill' ? 'none' : `xMidYMid ${fit}`;
  return html`<svg ${place} viewBox="0 0 ${picture.width} ${picture.height}" preserveAspectRatio="${ratio}" role="img" aria-label="${name}" data-part="${part.name}">${use}</svg>`;
}

/** As phones that ignore the layout show it. */
function stacked(placed: PlacedMedium, on: OnPhone): Html {
  const { medium, part } = placed;
  if (part === undefined) return html`<p class="refused">no part for ${medium.src}</p>`;
  if (!isTaken(part, on.phone)) return html`<p class="refused">${part.contentType} is not taken</p>`;
  if (placed.box === undefined) return soundView(part, on.context);
  return stackedPart(part, medium.alt ?? part.name, on.context);
}

function stackedPart(part: PresentationPart, name: string, { media }: PreviewContext): Html {
  const { id, picture } = media.of(part);
  if (part.kind === 'text') return html`<p class="bubble" data-text="${id}">${textOf(part).text}</p>`;
  if (picture === undefined) return html`<p class="symbol">${describe(part)}</p>`;
  const { width, height } = picture;
  return html`<svg class="bubble" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${name}" data-part="${part.name}"><use href="#${id}"/></svg>`;
}

/** A message without presentation: its parts in a list. */
function looseParts({ phone, context }: OnPhone): Html {
  const parts = context.presentation.parts.map(part =>
    isTaken(part, phone)
      ? part.kind === 'audio'
        ? soundView(part, context)
        : stackedPart(part, part.name, context)
      : html`<p class="refused">${part.contentType} is not taken</p>`,
  );
  return html`<section class="slide" aria-label="Message" data-slide="1" data-begin="0" data-end="5000"><div class="stack">${parts}</div></section>`;
}

function textBox(part: PresentationPart, { left, top, width, height }: Box, { media }: PreviewContext): Html {
  return html`<foreignObject x="${left}" y="${top}" width="${width}" height="${height}"><div xmlns="http://www.w3.org/1999/xhtml" class="text" tabindex="0" data-text="${media.of(part).id}">${textOf(part).text}</div></foreignObject>`;
}

function symbolBox(part: PresentationPart, { left, top, width, height }: Box): Html {
  return html`<g><rect class="hatched" x="${left}" y="${top}" width="${width}" height="${height}"/><foreignObject x="${left}" y="${top}" width="${width}" height="${height}"><div xmlns="http://www.w3.org/1999/xhtml" class="text">${describe(part)}</div></foreignObject></g>`;
}

function refused(box: Box | undefined, why: string): Html {
  if (box === undefined) return html`<p class="refused">${why}</p>`;
  const { left, top, width, height } = box;
  return html`<g><rect class="hatched" x="${left}" y="${top}" width="${width}" height="${height}"/><foreignObject x="${left}" y="${top}" width="${width}" height="${height}"><div xmlns="http://www.w3.org/1999/xhtml" class="text refused">${why}</div></foreignObject></g>`;
}

function soundView(part: PresentationPart, { media }: PreviewContext): Html {
  const { id, notes } = media.of(part);
  return html`<p class="sound" data-sound="${id}">&#9834; ${describe(part)}${isPlayed(part) || notes !== undefined ? '' : html` <span class="soft">(not played here)</span>`}</p>`;
}

function describe(part: PresentationPart): string {
  const length = mediaDurationMs(part.data, part.contentType);
  const kind = part.contentType.replace(/^[^/]*\//, '');
  return `${part.name}: ${kind}${length === undefined ? '' : `, ${(length / 1000).toFixed(1)} s`}`;
}
