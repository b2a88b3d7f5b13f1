import type { LintRule } from '../../rule.ts';
import { imageTooLarge } from './image-too-large.ts';
import { mmsOff } from './mms-off.ts';
import { noGroup } from './no-group.ts';
import { overSize } from './over-size.ts';
import { subjectTooLong } from './subject-too-long.ts';
import { tooManyRecipients } from './too-many-recipients.ts';

/** Rules that a network sets by its limits. */
export const NETWORK_RULES: readonly LintRule[] = [
  { code: 'network/mms-off', check: mmsOff },
  { code: 'network/over-size', check: overSize },
  { code: 'network/image-too-large', check: imageTooLarge },
  { code: 'network/too-many-recipients', check: tooManyRecipients },
  { code: 'network/no-group', check: noGroup },
  { code: 'network/subject-too-long', check: subjectTooLong },
];
