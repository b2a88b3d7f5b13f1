import { type Html, html, htmlPage } from '../inspect/index.ts';
import type { Issue } from '../issues/index.ts';
import { lint } from '../lint/index.ts';
import { Presentation } from '../presentation/index.ts';
import { countOf } from '../text/index.ts';
import { encodedMessage } from './encoded-message.ts';
import { changesView, type Receiving } from './html/changes-view.ts';
import { findingsView, headersView, partsView, smilView } from './html/detail-views.ts';
import { PageMedia, pictureStore } from './html/media.ts';
import { octetsView } from './html/octets-view.ts';
import { type PreviewContext, phoneView } from './html/phone-view.ts';
import { PREVIEW_SCRIPT } from './html/preview-script.ts';
import { PREVIEW_STYLE } from './html/preview-style.ts';
import { timelineView } from './html/timeline-view.ts';
import { PREVIEW_PHONES, type PreviewPhone, USUAL_SCREEN } from './phones.ts';
import { placeSlides } from './screen.ts';
import { checkOptions } from './shapes.ts';
import { timeSlides } from './timeline.ts';

/** How {@link renderPreview} draws. */
export interface PreviewOptions {
  /** The phones that stand side by side; a profile is one. Default: three phones of three times. */
  readonly phones?: readonly PreviewPhone[] | undefined;
  /** What was found while composing, which the encoded message does not tell: listed with the findings. */
  readonly issues?: readonly Issue[] | undefined;
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
  checkOptions(options);
  const bytes = encodedMessage(message);
  const presentation = Presentation.fromMms(bytes);
  const phones = (options.phones ?? PREVIEW_PHONES).map(phone => ({
    phone,
    ...receivedBy(phone, presentation, bytes),
  }));
  const media = new PageMedia(
    [presentation, ...phones.map(one => one.presentation)].flatMap(({ parts }) => parts),
  );
  const context = { presentation, media, totalBytes: bytes.length };
  const receiving = phones.map(({ phone, ...received }) => ({ phone, context: { ...received, media } }));
  const title = options.title ?? presentation.headers.subject ?? 'Message';
  const found = options.issues ?? [];
  return htmlPage({
    title,
    style: PREVIEW_STYLE,
    script: PREVIEW_SCRIPT,
    media: true,
    body: pageOf(bytes, context, { title, found }, receiving),
  });
}

/** The message that a phone gets: its own, else the one of the page. */
function receivedBy(
  { message }: PreviewPhone,
  presentation: Presentation,
  bytes: Uint8Array,
): Pick<PreviewContext, 'presentation' | 'totalBytes'> {
  if (message === undefined) return { presentation, totalBytes: bytes.length };
  const own = encodedMessage(message);
  return { presentation: Presentation.fromMms(own), totalBytes: own.length };
}

function pageOf(
  bytes: Uint8Array,
  context: PreviewContext,
  { title, found }: { readonly title: string; readonly found: readonly Issue[] },
  receiving: readonly Receiving[],
): Html {
  const { parts, headers, contentType, smil, issues: read } = context.presentation;
  const linted = lint({ parts, headers, contentType, smil, issues: read, totalBytes: bytes.length });
  const issues = [...found.filter(issue => !linted.some(other => isSame(issue, other))), ...linted];
  const slides = placeSlides(context.presentation, USUAL_SCREEN);
  const changes = changesView(context.presentation, receiving);
  const phones = html`${receiving.map(({ phone, context: own }) => phoneView(phone, own))}`;
  return html`<header class="top"><h1>${title}</h1><p class="soft" data-octets="${bytes.length}">${bytes.length} octets, ${countOf(parts.length, 'part')}${counts(issues)}</p></header>
${pictureStore(context.media)}
<main>
<section class="phones" aria-label="Phones">${phones}</section>
${timelineView(timeSlides(slides))}
<div class="details">
${changes.length === 0 ? '' : detail('Changes by adaptation', html`${changes}`, true)}
${detail('Findings', findingsView(issues), issues.length > 0)}
${detail('Parts', partsView(context), false)}
${detail('SMIL', smilView(context, issues), false)}
${detail('Header fields', headersView(context), false)}
${detail('Octets', octetsView(bytes, context, phones), false)}
</div></main>`;
}

function isSame(a: Issue, b: Issue): boolean {
  return a.code === b.code && a.path === b.path && a.message === b.message;
}

function detail(heading: string, content: Html, isOpen: boolean): Html {
  return html`<details${isOpen ? html` open` : ''}><summary><h2>${heading}</h2></summary>${content}</details>`;
}

function counts(issues: ReturnType<typeof lint>): string {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const warnings = issues.filter(({ severity }) => severity === 'warning').length;
  if (errors + warnings === 0) return ', no findings';
  return `, ${countOf(errors, 'error')}, ${countOf(warnings, 'warning')}`;
}
