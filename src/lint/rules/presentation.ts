import { mediaDurationMs } from '../../media/index.ts';
import type { LintContext } from '../context.ts';
import type { LintFinding, LintRule } from '../rule.ts';
import type { ShownMedium } from '../subject.ts';

/** How long the slide would have to last for the sound or film to be heard to its end. */
function neededMs({ medium, part }: ShownMedium): number | undefined {
  const length = part && mediaDurationMs(part.data, part.contentType);
  if (length === undefined) return undefined;
  return Math.min((medium.beginMs ?? 0) + length, medium.endMs ?? Number.POSITIVE_INFINITY);
}

function shorterThanMedia({ shown }: LintContext): LintFinding[] {
  return shown.flatMap(each => {
    const { slide, reference } = each;
    const needed = neededMs(each);
    if (needed === undefined || slide.durationMs === undefined || needed <= slide.durationMs) return [];
    const message = `the slide lasts ${slide.durationMs} ms, "${reference.src}" plays until ${needed} ms`;
    return [{ message, path: reference.path, ...reference.place }];
  });
}

/** What more can be said of slides when the parts are known. */
export const PRESENTATION_RULES: readonly LintRule[] = [
  { code: 'timing/shorter-than-media', check: shorterThanMedia },
];
