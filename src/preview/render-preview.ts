import { fieldTree, type Html, html, htmlPage, inspect, numbered } from '../inspect/index.ts';
import { lint } from '../lint/index.ts';
import { Presentation } from '../presentation/index.ts';
import { findingsView, headersView, partsView, smilView } from './html/detail-views.ts';
import { pageMedia, pictureStore } from './html/media.ts';
import { type PreviewContext, phoneView } from './html/phone-view.ts';
import { PREVIEW_SCRIPT } from './html/preview-script.ts';
import { PREVIEW_STYLE } from './html/preview-style.ts';
import { timelineView } from './html/timeline-view.ts';
import { PREVIEW_PHONES, type PreviewPhone, USUAL_SCREEN } from './phones.ts';
import { placeSlides } from './screen.ts';
import { timeSlides } from './timeline.ts';

/** How {@link renderPreview} draws. */
export interface PreviewOptions {
  /** The phones that stand side by side; a profile is one. Default: three phones of three times. */
  readonly phones?: readonly PreviewPhone[] | undefined;
  /** Heading of the page. Default: the subject. */
  readonly title?: string | undefined;
}

/**
 * A message as one self-contained page: on the screens of several phones, with its times, parts, findings and octets.
 * It is drawn from the encoded message, which is what will be sent. Nothing is loaded and everything is escaped; each
 * medium stands in the page once; without script the slides stand one below the other.
 * @param message a presentation, or the octets of m-send-req or m-retrieve-conf
 * @throws MmsError what `toMms` and `fromMms` throw
 * @example await writeFile('sale.html', renderPreview(presentation, { phones: [findProfile('nokia-6230')] }))
 */
export function renderPreview(message: Presentation | Uint8Array, options: PreviewOptions = {}): string {
  const bytes = message instanceof Uint8Array ? message : message.toMms();
  const presentation = Presentation.fromMms(bytes);
  const media = pageMedia(presentation.parts);
  const context: PreviewContext = { presentation, media, totalBytes: bytes.length };
  const title = options.title ?? presentation.headers.subject ?? 'Message';
  return htmlPage({
    title,
    style: PREVIEW_STYLE,
    script: PREVIEW_SCRIPT,
    media: true,
    body: pageOf(bytes, context, title, options.phones ?? PREVIEW_PHONES),
  });
}

function pageOf(
  bytes: Uint8Array,
  context: PreviewContext,
  title: string,
  phones: readonly PreviewPhone[],
): Html {
  const issues = lint(bytes);
  const slides = placeSlides(context.presentation, USUAL_SCREEN);
  return html`<header class="top"><h1>${title}</h1><p class="soft" data-octets="${bytes.length}">${bytes.length} octets, ${context.presentation.parts.length} parts${counts(issues)}</p></header>
${pictureStore(context.media.values())}
<main>
<section class="phones" aria-label="Phones">${phones.map(phone => phoneView(phone, context))}</section>
${timelineView(slides, timeSlides(slides))}
<div class="details">
${detail('Findings', findingsView(issues), issues.length > 0)}
${detail('Parts', partsView(context), false)}
${detail('SMIL', smilView(context, issues), false)}
${detail('Header fields', headersView(context), false)}
${detail('Octets', fieldTree(numbered(inspect(bytes), 0)), false)}
</div></main>`;
}

function detail(heading: string, content: Html, isOpen: boolean): Html {
  return html`<details${isOpen ? html` open` : ''}><summary><h2>${heading}</h2></summary>${content}</details>`;
}

function counts(issues: ReturnType<typeof lint>): string {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const warnings = issues.filter(({ severity }) => severity === 'warning').length;
  return `, ${errors} errors, ${warnings} warnings`;
}
