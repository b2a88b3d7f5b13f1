import { type Html, html } from '../../inspect/index.ts';
import type { PresentationPart } from '../../message/index.ts';
import type { PartChange, Presentation } from '../../presentation/index.ts';
import type { PreviewPhone } from '../phones.ts';
import { thumb } from './detail-views.ts';
import type { PreviewContext } from './phone-view.ts';

/** A phone and the message that it gets. */
export interface Receiving {
  readonly phone: PreviewPhone;
  readonly context: PreviewContext;
}

/** What adapting did for each phone: every part before and after; nothing where no phone says. */
export function changesView(before: Presentation, receiving: readonly Receiving[]): Html[] {
  return receiving.flatMap(({ phone, context }) =>
    phone.changes === undefined ? [] : [phoneChanges(phone, phone.changes, before, context)],
  );
}

function phoneChanges(
  { id, name = id }: PreviewPhone,
  changes: readonly PartChange[],
  before: Presentation,
  { presentation: after, media, totalBytes }: PreviewContext,
): Html {
  const rows = changes.map(change => {
    const [old, made] = [find(before, change.name), find(after, change.newName ?? change.name)];
    return html`<tr><th scope="row">${change.newName === undefined ? change.name : becoming(change.name, change.newName)}</th><td>${change.outType === undefined || change.outType === change.inType ? change.inType : becoming(change.inType, change.outType)}</td><td class="number">${change.inBytes}</td><td class="number">${change.action === 'dropped' ? '0' : change.outBytes}</td><td class="number">${change.ssim === undefined ? '' : change.ssim.toFixed(3)}</td><td class="done">${change.action}${change.steps.length === 0 ? '' : `: ${change.steps.join(', ')}`}</td><td><span class="pair">${pictureOf(old, media)}${change.action === 'changed' ? arrowTo(pictureOf(made, media)) : ''}</span></td></tr>
`;
  });
  return html`<h3>${name}</h3><p class="soft">${totalBytes} octets as a whole</p><div class="wide" role="region" aria-label="Changes for ${name}" tabindex="0"><table data-changes="${id}"><thead><tr><th scope="col">Part</th><th scope="col">Type</th><th scope="col" class="number">Octets before</th><th scope="col" class="number">after</th><th scope="col" class="number">SSIM</th><th scope="col">What was done</th><th scope="col">Picture</th></tr></thead><tbody>
${rows}</tbody></table></div>`;
}

function find({ parts }: Presentation, name: string): PresentationPart | undefined {
  return parts.find(part => part.name === name);
}

function pictureOf(part: PresentationPart | undefined, media: PreviewContext['media']): Html {
  return part === undefined ? html`` : thumb(media.of(part));
}

/** What has no picture shows no arrow to it. */
function arrowTo(picture: Html): Html {
  return String(picture) === '' ? picture : html`<span aria-hidden="true">&#8594;</span>${picture}`;
}

function becoming(before: string, now: string): Html {
  return html`${before} &#8594; ${now}`;
}
