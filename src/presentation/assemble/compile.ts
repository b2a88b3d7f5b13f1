import { MmsError } from '../../errors.ts';
import { type Issue, issue } from '../../issues/index.ts';
import { isSmilName } from '../../message/index.ts';
import type { Asset } from '../asset.ts';
import type { PresentationContent } from '../content.ts';
import type { AuthoredDraft, CompileOptions } from '../draft.ts';
import { assembleAuthored } from './authored.ts';
import { autoSlides } from './auto-slides.ts';
import { assembleDraft } from './slide-draft.ts';

/**
 * Compiles files to a message: around their SMIL document if they have one, else as slides in their order. With `auto`
 * a single file goes without a presentation.
 * @throws MmsError `zip/several-smil`, and what assembling throws
 */
export async function compileFiles(
  files: readonly Asset[],
  options: CompileOptions,
  issues: readonly Issue[],
): Promise<PresentationContent> {
  const { smil = 'auto', headers = {}, metadata } = options;
  const document = findDocument(files, options.smilName);
  const media = files.filter(({ name }) => !isSmilName(name));
  if (smil === 'never') {
    return assembleDraft({ slides: [], attachments: media, metadata, headers, issues });
  }
  if (document !== undefined)
    return assembleAuthored({ ...authoredDraft(document, files, options), headers, issues });
  const { slides, attachments } = await autoSlides(media);
  return assembleDraft({
    slides,
    attachments,
    hasSmil: smil !== 'auto' || media.length > 1,
    metadata,
    layout: options.layout,
    slideDurationMs: options.slideDurationMs,
    headers,
    issues: [...issues, issue('zip/no-smil', 'no SMIL document: slides are made in the order of the files')],
  });
}

function findDocument(files: readonly Asset[], wanted: string | undefined): Asset | undefined {
  const documents = files.filter(({ name }) => (wanted === undefined ? isSmilName(name) : name === wanted));
  const atTop = documents.filter(({ name }) => !name.includes('/'));
  const isSeveral = documents.length > 1;
  const [document] = isSeveral ? atTop : documents;
  if (isSeveral && atTop.length !== 1) {
    const names = documents.map(({ name }) => name).join(', ');
    throw new MmsError('zip/several-smil', `more than one SMIL document: ${names}`, {
      hint: 'name the one to take',
    });
  }
  if (document === undefined && wanted !== undefined) {
    throw new MmsError('file/not-found', `there is no ${wanted} among the files`, { path: wanted });
  }
  return document;
}

function authoredDraft(
  document: Asset,
  files: readonly Asset[],
  options: CompileOptions,
): Omit<AuthoredDraft, 'headers' | 'issues'> {
  return {
    document,
    assets: files.filter(file => file !== document),
    verbatim: options.smil === 'verbatim',
    unreferenced: options.unreferenced,
    metadata: options.metadata,
    layout: options.layout,
    slideDurationMs: options.slideDurationMs,
  };
}
