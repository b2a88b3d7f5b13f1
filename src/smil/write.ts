import { MmsError } from '../errors.ts';
import { formatXml, type XmlElement, xmlElement } from '../xml/index.ts';
import type { Smil, SmilLength, SmilMedium, SmilRegion, SmilSlide } from './model.ts';
import { outline } from './outline.ts';
import { checkOutline, isMendedByCompletion } from './rules/index.ts';
import { checkSmil } from './shapes.ts';
import { writtenTime } from './time.ts';

/**
 * A presentation as a SMIL document: only the strict subset, times in milliseconds, everything escaped; no declaration,
 * no DOCTYPE, no white space between the tags. {@link completeSmil} makes what a document read from outside lacks.
 * @throws MmsError `bytes/value-type`, else with the code of the first rule that the model breaks; `details.issues` has all
 * @example formatSmil(buildSmil([{ image: { src: 'a.jpg' } }]))
 */
export function formatSmil(smil: Smil): string {
  checkSmil(smil);
  const root = toElement(smil);
  refuseDepartures(root);
  return formatXml(root);
}

function refuseDepartures(root: XmlElement): void {
  const issues = checkOutline(outline({ root, issues: [] })).filter(
    ({ code, severity }) => severity === 'error' || (severity === 'warning' && isMendedByCompletion(code)),
  );
  const [first] = issues;
  if (first === undefined) return;
  throw new MmsError(first.code, first.message, {
    path: first.path,
    hint: isMendedByCompletion(first.code) ? 'completeSmil puts this right' : undefined,
    details: { issues },
  });
}

function toElement({ head, slides }: Smil): XmlElement {
  const metas = head.metas.map(({ name, content }) => xmlElement('meta', { name, content }));
  const { layout } = head;
  const layouts =
    layout === undefined
      ? []
      : [
          xmlElement('layout', {}, [
            xmlElement('root-layout', {
              width: formatLength(layout.rootLayout.width),
              height: formatLength(layout.rootLayout.height),
            }),
            ...layout.regions.map(regionElement),
          ]),
        ];
  const heads = metas.length + layouts.length === 0 ? [] : [xmlElement('head', {}, [...metas, ...layouts])];
  return xmlElement('smil', {}, [...heads, xmlElement('body', {}, slides.map(slideElement))]);
}

function regionElement({ id, left, top, width, height, fit }: SmilRegion): XmlElement {
  return xmlElement('region', {
    id,
    left: formatLength(left),
    top: formatLength(top),
    width: formatLength(width),
    height: formatLength(height),
    fit,
  });
}

function formatLength(length: SmilLength | undefined): string | undefined {
  return length === undefined ? undefined : String(length);
}

function slideElement({ durationMs, media }: SmilSlide): XmlElement {
  return xmlElement('par', { dur: formatTime(durationMs) }, media.map(mediumElement));
}

function mediumElement({ element, src, alt, region, beginMs, endMs }: SmilMedium): XmlElement {
  return xmlElement(element, { src, region, alt, begin: formatTime(beginMs), end: formatTime(endMs) });
}

function formatTime(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : writtenTime(ms);
}
