import {
  acceptsCharset,
  acceptsType,
  type ClassMisfit,
  type ContentClass,
  type PixelSize,
} from '../../media/index.ts';
import { textOf } from '../../message/index.ts';
import { printable } from '../../text/index.ts';
import type { LintContext } from '../context.ts';
import type { LintFinding, LintRule } from '../rule.ts';
import type { ContextPart } from '../subject.ts';
import { eachPart } from './each-part.ts';

/** From this share of a limit on, a message is near it. */
const NEAR_LIMIT = 0.9;

/** A finding about each part that the content class does not hold for one reason. */
function eachMisfit(
  context: LintContext,
  reason: ClassMisfit['reason'],
  words: (part: ContextPart, row: ContentClass) => string,
): LintFinding[] {
  const { parts, contentClass, misfits } = context;
  if (contentClass === undefined) return [];
  const misfitting = new Set(
    misfits.flatMap(misfit => ('part' in misfit && misfit.reason === reason ? [parts?.[misfit.part]] : [])),
  );
  return eachPart(context, part => (misfitting.has(part) ? words(part, contentClass) : undefined));
}

function pixels({ width, height }: PixelSize): string {
  return `${width}×${height}`;
}

function imageTooLarge(context: LintContext): LintFinding[] {
  const byClass = eachMisfit(context, 'image-size', ({ size }, { name, maxImage }) =>
    size === undefined || maxImage === undefined
      ? `is not a picture for the class ${name}`
      : `has ${pixels(size)}; the class ${name} allows ${pixels(maxImage)}`,
  );
  const { maxImage, id } = context.profile ?? {};
  if (byClass.length > 0 || maxImage === undefined) return byClass;
  return eachPart(context, ({ kind, size }) => {
    const fits = size === undefined || (size.width <= maxImage.width && size.height <= maxImage.height);
    return kind !== 'image' || fits ? undefined : `has ${pixels(size)}; ${id} shows ${pixels(maxImage)}`;
  });
}

function charsetNotAccepted(context: LintContext): LintFinding[] {
  const { profile } = context;
  const byClass = eachMisfit(
    context,
    'charset',
    ({ charset }, { name }) => `is in ${printable(charset ?? '')}, which the class ${name} has not`,
  );
  if (byClass.length > 0 || profile === undefined) return byClass;
  return eachPart(context, ({ kind, charset }) =>
    kind !== 'text' || charset === undefined || acceptsCharset(profile, charset)
      ? undefined
      : `is in ${printable(charset)}, which ${profile.id} does not read`,
  );
}

function overClass({ contentClass, totalBytes = 0 }: LintContext): LintFinding[] {
  if (contentClass === undefined || totalBytes <= contentClass.maxBytes) return [];
  const { name, maxBytes } = contentClass;
  return [{ message: `the message has ${totalBytes} octets; the class ${name} allows ${maxBytes}` }];
}

function overProfile({ profile, totalBytes = 0 }: LintContext): LintFinding[] {
  if (profile?.maxBytes === undefined || totalBytes <= profile.maxBytes) return [];
  return [{ message: `the message has ${totalBytes} octets; ${profile.id} takes ${profile.maxBytes}` }];
}

function nearLimit({ profile, contentClass, totalBytes = 0 }: LintContext): LintFinding[] {
  const limits = [profile?.maxBytes, contentClass?.maxBytes].filter(limit => limit !== undefined);
  const limit = Math.min(...limits);
  if (totalBytes > limit || totalBytes < limit * NEAR_LIMIT) return [];
  return [
    { message: `the message has ${totalBytes} of ${limit} octets; headers that a gateway adds count too` },
  ];
}

function tooLongText(context: LintContext): LintFinding[] {
  const { maxTextLength, id } = context.profile ?? {};
  if (maxTextLength === undefined) return [];
  return eachPart(context, part => {
    if (part.kind !== 'text') return undefined;
    const { length } = [...textOf(part).text];
    return length <= maxTextLength ? undefined : `has ${length} characters; ${id} shows ${maxTextLength}`;
  });
}

/** Rules about a content class or the profile of a receiver. */
export const LIMIT_RULES: readonly LintRule[] = [
  {
    code: 'media/not-in-class',
    check: context =>
      eachMisfit(
        context,
        'type',
        ({ contentType }, { name }) => `is ${contentType}, which the class ${name} has not`,
      ),
  },
  {
    code: 'media/not-accepted',
    check: context => {
      const { profile } = context;
      if (profile === undefined) return [];
      return eachPart(context, ({ contentType }) =>
        acceptsType(profile, contentType)
          ? undefined
          : `is ${printable(contentType)}, which ${profile.id} does not take`,
      );
    },
  },
  {
    code: 'media/animated-gif',
    check: context => {
      const { profile } = context;
      if (profile === undefined || profile.animation === true) return [];
      return eachPart(context, ({ image }) =>
        image !== undefined && image.frames > 1
          ? `has ${image.frames} pictures; ${profile.id} shows the first`
          : undefined,
      );
    },
  },
  {
    code: 'media/image-too-large',
    check: imageTooLarge,
  },
  {
    code: 'media/video-dimensions',
    check: context =>
      eachMisfit(context, 'video-size', ({ size }) =>
        size === undefined
          ? 'is not a film for the class'
          : `has ${pixels(size)}; a film is QCIF or sub-QCIF`,
      ),
  },
  { code: 'text/charset-not-accepted', check: charsetNotAccepted },
  { code: 'text/too-long', check: tooLongText },
  { code: 'size/over-class', check: overClass },
  { code: 'size/over-profile', check: overProfile },
  { code: 'size/near-limit', check: nearLimit },
];
