import type { LintRule } from '../../rule.ts';
import { danglingReferences } from './dangling-reference.ts';
import { pinInDocument } from './pin-in-document.ts';

export const PROVISIONING_RULES: readonly LintRule[] = [
  { code: 'provisioning/dangling-reference', check: danglingReferences },
  { code: 'provisioning/pin-in-document', check: pinInDocument },
];
