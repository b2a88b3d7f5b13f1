import { type EmsItem, type EmsMake, emsMake, emsPicture, segmentEms } from '../../ems/index.ts';
import { isMmsError, MmsError } from '../../errors.ts';
import { type Issue, issue } from '../../issues/index.ts';
import { decodeImage } from '../../media/index.ts';
import { type PresentationPart, textOf } from '../../message/index.ts';
import { parseTune, sniffTune } from '../../ringtone/index.ts';
import type { PresentationContent } from '../content.ts';
import { slidesOf } from '../slides.ts';

/** How a message is put into EMS. */
export interface ToEmsOptions {
  /** Make of the telephones, such as `Ericsson`; default `EMS`: any. */
  readonly phoneMake?: string | undefined;
}

/** A message for telephones of 2002, as `encodeEms` takes it. */
export interface PresentationEms {
  readonly items: readonly EmsItem[];
  /** What EMS has no form for was left out. */
  readonly issues: readonly Issue[];
}

/**
 * A message as EMS: picture, tune and text of each slide in turn; without slides the parts as they stand.
 * @throws MmsError `lint/unknown-make`, `ems/no-ems`
 */
export async function writeEms(
  content: Pick<PresentationContent, 'smil' | 'parts'>,
  { phoneMake = 'EMS' }: ToEmsOptions,
): Promise<PresentationEms> {
  const make = makeOf(phoneMake);
  const issues: Issue[] = [];
  const items: EmsItem[] = [];
  const slides = partsOfSlides(content);
  for (const [index, parts] of slides.entries()) {
    for (const part of parts) {
      const path = `parts[${content.parts.indexOf(part)}]`;
      try {
        items.push(await itemOf(part, make, index < slides.length - 1));
      } catch (error) {
        if (!isMmsError(error)) throw error;
        issues.push(issue('ems/left-out', `${part.name}: ${error.message}`, { path }));
      }
    }
  }
  return { items, issues };
}

function makeOf(name: string): EmsMake {
  const make = emsMake(name);
  if (make === undefined) {
    throw new MmsError('lint/unknown-make', `there is no make ${JSON.stringify(name)}`, {
      path: 'phoneMake',
    });
  }
  if (make.takesEms) return make;
  throw new MmsError('ems/no-ems', `${make.make} telephones have no EMS`, { path: 'phoneMake' });
}

function partsOfSlides({ smil, parts }: Pick<PresentationContent, 'smil' | 'parts'>): PresentationPart[][] {
  if (smil === undefined) return parts.filter(({ kind }) => kind !== 'smil').map(part => [part]);
  return slidesOf(smil, parts).map(({ image, video, audio, text }) =>
    [image, video, audio, text].flatMap(medium => (medium === undefined ? [] : [medium.part])),
  );
}

/** What follows a text stands in a line of its own. */
async function itemOf(part: PresentationPart, { pictures }: EmsMake, isFollowed: boolean): Promise<EmsItem> {
  const { kind, data } = part;
  if (kind === 'text') return { type: 'text', text: `${textOf(part).text}${isFollowed ? '\n' : ''}` };
  if (kind === 'image') {
    return emsPicture(await decodeImage(data), { form: pictures === 'fixed' ? 'large' : 'variable' });
  }
  if (kind === 'audio' && sniffTune(data) !== undefined) {
    const { title, loop, events } = parseTune(data);
    const melody = { type: 'melody', tune: { title, loop, events } } as const;
    segmentEms([melody]);
    return melody;
  }
  throw new MmsError('ems/value', `EMS has no form for ${part.contentType}`);
}
